namespace ReportBuilder.Models.Multilevel;

/// <summary>How a multilevel logistic model is fitted.</summary>
public sealed record MixedLogitOptions
{
    /// <summary>The largest number of quadrature points.</summary>
    public const int MaxQuadraturePoints = 25;

    /// <summary>Confidence level of intervals.</summary>
    public double Level { get; init; } = ConfidenceInterval.DefaultLevel;

    /// <summary>
    /// Points of the adaptive Gauss–Hermite quadrature for each group, at most <see cref="MaxQuadraturePoints"/>; 1 is the Laplace
    /// approximation, and the only choice with more than one grouping factor.
    /// </summary>
    public int QuadraturePoints { get; init; } = 1;

    /// <summary>Starting points, at least 1; with 2 or more the certificate can say whether they end in the same place.</summary>
    public int Starts { get; init; } = 3;

    /// <summary>Newton steps from a start before giving up; a model with estimates needs about 6.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>
    /// Converged when the Newton decrement g'H⁻¹g over coefficients and standard deviations is at most this: its square root is
    /// the distance left to the optimum, in standard errors.
    /// </summary>
    public double Tolerance { get; init; } = 1e-16;
}
