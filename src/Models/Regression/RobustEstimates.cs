namespace ReportBuilder.Models.Regression;

/// <summary>Heteroscedasticity-consistent covariances, named as in R's <c>sandwich::vcovHC</c>.</summary>
public enum HeteroscedasticityCorrection
{
    /// <summary>Squared residuals as they are (White 1980).</summary>
    HC0,

    /// <summary>HC0 · n/(n − k).</summary>
    HC1,

    /// <summary>Squared residuals divided by 1 − leverage.</summary>
    HC2,

    /// <summary>Squared residuals divided by (1 − leverage)²; close to the jackknife.</summary>
    HC3,
}

/// <summary>Cluster-robust covariances with g groups, n rows and k coefficients.</summary>
public enum ClusterCorrection
{
    /// <summary>Times g/(g − 1): R's <c>sandwich::vcovCL(type = "HC0")</c>.</summary>
    CR0,

    /// <summary>Times g/(g − 1) · (n − 1)/(n − k): R's <c>sandwich::vcovCL(type = "HC1")</c>.</summary>
    CR1,
}

/// <summary>Whether a robust covariance could be computed.</summary>
public enum RobustStatus
{
    /// <summary>It could.</summary>
    Estimated,

    /// <summary>The model has no estimates.</summary>
    NoEstimates,

    /// <summary>A row used belongs to no group.</summary>
    MissingGroup,

    /// <summary>All rows belong to one group.</summary>
    TooFewGroups,

    /// <summary>A row has leverage 1, so the correction divides by nought.</summary>
    LeverageOne,

    /// <summary>The model has as many coefficients as rows, so the correction divides by nought.</summary>
    NoDegreesOfFreedom,
}

/// <summary>A robust covariance of the coefficients of a logistic model and the Wald tests and intervals that follow from it. Immutable.</summary>
public sealed record RobustEstimates
{
    /// <summary>Whether it could be computed.</summary>
    public required RobustStatus Status { get; init; }

    /// <summary>The covariance; null unless <see cref="Status"/> is <see cref="RobustStatus.Estimated"/>.</summary>
    public CoefficientCovariance? Covariance { get; init; }

    /// <summary>
    /// One entry a column of the design with robust errors; no estimate where the column is aliased or its robust variance is not above 0,
    /// as it can be with few groups. Empty without covariance.
    /// </summary>
    public IReadOnlyList<LogisticCoefficient> Coefficients { get; init; } = [];

    /// <summary>
    /// Number of groups of each clustering, and last of their intersection when there are two; empty when rows are not clustered.
    /// The covariance of one clustering has at most that rank, less than its order when groups are fewer than coefficients.
    /// </summary>
    public IReadOnlyList<int> GroupCounts { get; init; } = [];
}
