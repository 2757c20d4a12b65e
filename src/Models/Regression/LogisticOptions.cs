namespace ReportBuilder.Models.Regression;

/// <summary>How a logistic model is fitted.</summary>
public sealed record LogisticOptions
{
    /// <summary>Confidence level of intervals.</summary>
    public double Level { get; init; } = ConfidenceInterval.DefaultLevel;

    /// <summary>Newton steps before giving up. A model with estimates needs about 5, and separation is recognised after about 20.</summary>
    public int MaxIterations { get; init; } = 60;

    /// <summary>
    /// Converged when the Newton decrement g'H⁻¹g is at most this. Its square root bounds the distance left to the
    /// optimum, in standard errors, for every coefficient, when weights have mean 1 (others are scaled); the default leaves none that a double can show in a standard error.
    /// </summary>
    public double Tolerance { get; init; } = 1e-20;

    /// <summary>Threads that share the rows; null for one a processor. Results are the same to the last bit whatever it is.</summary>
    public int? Threads { get; init; }
}
