using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>How a conditional fit ended.</summary>
public enum ConditionalLogisticStatus
{
    /// <summary>The optimum was found.</summary>
    Converged,

    /// <summary>The optimum was not found within the iterations allowed.</summary>
    NotConverged,

    /// <summary>The likelihood has no maximum: within strata, some combination of columns predicts outcomes without error.</summary>
    NoMaximum,

    /// <summary>No row has a stratum and values for outcome and terms.</summary>
    NoRows,

    /// <summary>Every stratum has one outcome only.</summary>
    NoInformativeStrata,

    /// <summary>No column varies within an informative stratum.</summary>
    NothingVariesWithin,

    /// <summary>A stratum is so large that its exact likelihood does not fit in memory; dummies for strata then have next to no bias.</summary>
    StratumTooLarge,
}

/// <summary>What strata tell.</summary>
/// <param name="Informative">Strata with both outcomes, which the estimates rest on.</param>
/// <param name="OneOutcome">Strata with one outcome only: they say nothing.</param>
/// <param name="InformativeRows">Rows of the former.</param>
/// <param name="OneOutcomeRows">Rows of the latter.</param>
/// <param name="RowsWithoutStratum">Rows of the design without a stratum, left out.</param>
public sealed record StrataCounts(int Informative, int OneOutcome, int InformativeRows, int OneOutcomeRows, int RowsWithoutStratum);

/// <summary>The estimates of a conditional logistic model. Immutable.</summary>
public sealed record ConditionalLogisticEstimates
{
    /// <summary>
    /// One entry a column of the design, in its order. The intercept, columns that do not vary within informative strata, and those that within strata are
    /// linear combinations of earlier ones have no estimate.
    /// </summary>
    public required IReadOnlyList<LogisticCoefficient> Coefficients { get; init; }

    /// <summary>Covariance of the estimated coefficients: the inverse of the information at the optimum.</summary>
    public required CoefficientCovariance Covariance { get; init; }

    /// <summary>Conditional log likelihood, given the number of successes of each stratum.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The same with all coefficients 0.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Level of intervals.</summary>
    public required double Level { get; init; }
}

/// <summary>A conditional logistic model as fitted. Immutable.</summary>
public sealed record ConditionalLogisticFit
{
    /// <summary>Rows, columns and terms.</summary>
    public required ModelDesign Design { get; init; }

    /// <summary>How it was to be fitted.</summary>
    public required LogisticOptions Options { get; init; }

    /// <summary>How it ended.</summary>
    public required ConditionalLogisticStatus Status { get; init; }

    /// <summary>What strata it rests on.</summary>
    public required StrataCounts Strata { get; init; }

    /// <summary>Newton steps taken.</summary>
    public int Iterations { get; init; }

    /// <summary>The estimates; null unless it converged.</summary>
    public ConditionalLogisticEstimates? Estimates { get; init; }
}
