namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// What proves that estimates are an optimum: the gradient is nought, the likelihood bends down in every direction, and climbs from
/// different starts meet. Everything refers to the coefficients of the design's working columns (centred, mean square 1) and to the
/// standard deviations that are not on the boundary.
/// </summary>
public sealed record ConvergenceCertificate
{
    /// <summary>Largest absolute element of the gradient of the log likelihood.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>√(g'H⁻¹g), the distance left to the optimum in standard errors; null when the Hessian is not negative definite.</summary>
    public required double? DistanceInStandardErrors { get; init; }

    /// <summary>Smallest eigenvalue of the negative Hessian; above 0 at a strict maximum.</summary>
    public required double SmallestEigenvalue { get; init; }

    /// <summary>Its largest eigenvalue.</summary>
    public required double LargestEigenvalue { get; init; }

    /// <summary>
    /// Each start and where it ended. The first starts from the coefficients of the model without groups and standard deviations guessed from its
    /// residuals; the others from standard deviations a fifth or two and a half times as large (more so from the fifth start on), the coefficients of every
    /// second one moved to and fro by two standard errors (those that a coefficient has when all others are known).
    /// </summary>
    public required IReadOnlyList<StartResult> Starts { get; init; }

    /// <summary>Largest difference in log likelihood between a start that converged and the best.</summary>
    public required double LogLikelihoodSpread { get; init; }

    /// <summary>Largest difference in a working coefficient between a start that converged and the best, in standard errors.</summary>
    public required double CoefficientSpread { get; init; }

    /// <summary>True when every start converged within 1e-6 in log likelihood and 1e-4 standard errors in every coefficient.</summary>
    public bool StartsAgree =>
        Starts.Count > 1 && Starts.All(start => start.Converged) && LogLikelihoodSpread <= 1e-6 && CoefficientSpread <= 1e-4;
}

/// <summary>One climb.</summary>
/// <param name="StartDeviations">Standard deviations at the start, one a grouping factor.</param>
/// <param name="CoefficientsMoved">True when the coefficients started away from those of the model without groups.</param>
/// <param name="Converged">Whether an optimum was reached.</param>
/// <param name="Iterations">Newton steps taken.</param>
/// <param name="LogLikelihood">Log likelihood where it ended.</param>
/// <param name="Deviations">Standard deviations where it ended, one a grouping factor.</param>
public sealed record StartResult(
    IReadOnlyList<double> StartDeviations,
    bool CoefficientsMoved,
    bool Converged,
    int Iterations,
    double LogLikelihood,
    IReadOnlyList<double> Deviations
);
