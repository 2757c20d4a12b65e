namespace ReportBuilder.Models.Multilevel;

/// <summary>The random intercept of a group.</summary>
/// <param name="Group">The group.</param>
/// <param name="RowCount">Its rows.</param>
/// <param name="Mode">Most likely intercept given the data and the estimates, in log odds; the mode of all intercepts jointly.</param>
/// <param name="StandardDeviation">Its conditional standard deviation, the estimates taken as known (lme4's <c>condVar</c>).</param>
/// <param name="PredictionError">
/// Standard error of the mode as a prediction, which counts the uncertainty of coefficients and variances too, by the delta method (TMB's <c>sdreport</c>).
/// </param>
public sealed record ConditionalMode(string Group, int RowCount, double Mode, double StandardDeviation, double PredictionError);

/// <summary>The variance of a random intercept.</summary>
public sealed record VarianceComponent
{
    /// <summary>Name of the grouping factor.</summary>
    public required string Name { get; init; }

    /// <summary>Standard deviation σ in log odds; 0 on the boundary.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Standard error of log σ from the full Hessian; null on the boundary, where it has none.</summary>
    public required double? LogStandardDeviationError { get; init; }

    /// <summary>On the boundary, the derivative of the log likelihood in σ² at 0, not above 0: the proof that it belongs there; otherwise null.</summary>
    public required double? BoundaryScore { get; init; }

    /// <summary>Intraclass correlation on the latent scale: σ² / (Σ σ² + π²/3), the sum over all components.</summary>
    public required double IntraclassCorrelation { get; init; }

    /// <summary>
    /// Correlation of two rows of the same group, the share of this variance and of those of factors that it is nested in; equal to
    /// <see cref="IntraclassCorrelation"/> when there are none.
    /// </summary>
    public required double CumulatedIntraclassCorrelation { get; init; }

    /// <summary>The groups in use, in the order of their levels.</summary>
    public required IReadOnlyList<ConditionalMode> Modes { get; init; }

    /// <summary>Variance σ².</summary>
    public double Variance => StandardDeviation * StandardDeviation;

    /// <summary>Standard error of σ² by the delta method, 2σ² · that of log σ; null on the boundary.</summary>
    public double? VarianceError => 2 * Variance * LogStandardDeviationError;

    /// <summary>True when the likelihood is largest at variance 0.</summary>
    public bool IsOnBoundary => BoundaryScore is not null;

    /// <summary>Number of groups in use.</summary>
    public int LevelCount => Modes.Count;
}
