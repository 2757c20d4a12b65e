using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>The estimates of a logistic model with one normal random intercept. Immutable.</summary>
public sealed record RandomInterceptEstimates
{
    /// <summary>Variance of the standard logistic distribution, π²/3: the residual variance on the latent scale.</summary>
    public const double ResidualVariance = Math.PI * Math.PI / 3;

    /// <summary>One entry a column of the design, in its order; those of aliased columns have no estimate.</summary>
    public required IReadOnlyList<LogisticCoefficient> Coefficients { get; init; }

    /// <summary>
    /// Covariance of the estimable coefficients: their block of the inverse of the negative Hessian of the Laplace log
    /// likelihood in coefficients and standard deviation together. With zero variance, that of the model without groups.
    /// </summary>
    public required CoefficientCovariance Covariance { get; init; }

    /// <summary>Standard deviation σ of the random intercept, in log odds; 0 at the boundary.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Standard error of log σ; null at the boundary, where it has none.</summary>
    public required double? LogStandardDeviationError { get; init; }

    /// <summary>Laplace approximation to the log likelihood, all constants included.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Log likelihood of the same model without groups.</summary>
    public required double PooledLogLikelihood { get; init; }

    /// <summary>The groups in use, in the order of their levels.</summary>
    public required IReadOnlyList<ConditionalMode> Groups { get; init; }

    /// <summary>Confidence level of intervals.</summary>
    public required double Level { get; init; }

    /// <summary>Number of rows used.</summary>
    public required int RowCount { get; init; }

    /// <summary>Variance σ² of the random intercept.</summary>
    public double Variance => StandardDeviation * StandardDeviation;

    /// <summary>Intraclass correlation on the latent scale: σ² / (σ² + π²/3).</summary>
    public double IntraclassCorrelation => Variance / (Variance + ResidualVariance);

    /// <summary>Akaike's information criterion, σ counted as a parameter.</summary>
    public double Aic => -2 * LogLikelihood + 2 * (Covariance.Order + 1);
}
