namespace ReportBuilder.Models.Multilevel;

/// <summary>How a random-intercept model is fitted.</summary>
public sealed record RandomInterceptOptions
{
    /// <summary>Confidence level of intervals.</summary>
    public double Level { get; init; } = ConfidenceInterval.DefaultLevel;

    /// <summary>Newton steps before giving up; a model with estimates needs about 6.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>
    /// Converged when the Newton decrement g'H⁻¹g over coefficients and standard deviation is at most this: its square root
    /// bounds the distance left to the optimum, in standard errors.
    /// </summary>
    public double Tolerance { get; init; } = 1e-16;
}
