using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Contribution;

/// <summary>How the making of indicators ended.</summary>
public enum ContributionTableStatus
{
    /// <summary>There are indicators, or a status for each group that says why not.</summary>
    Estimated,

    /// <summary>The model has no estimates.</summary>
    NoEstimates,

    /// <summary>No row has a probability, an outcome and a group.</summary>
    NoRows,

    /// <summary>A probability is not from 0 to 1.</summary>
    InvalidProbability,

    /// <summary>A weight is negative, infinite or not a number.</summary>
    InvalidWeight,
}

/// <summary>Why there are ranks, or none.</summary>
public enum RankStatus
{
    /// <summary>They were simulated.</summary>
    Simulated,

    /// <summary>No draws were asked for.</summary>
    NotAsked,

    /// <summary>There are no groups with indicators.</summary>
    NoGroups,

    /// <summary>Groups do not vary more than chance makes them: they have no order.</summary>
    NoBetweenVariance,

    /// <summary>More groups than ranks are simulated for.</summary>
    TooManyGroups,
}

/// <summary>How much groups vary beyond chance.</summary>
/// <param name="Variance">Variance τ² of the true differences.</param>
/// <param name="Method">How it was estimated.</param>
/// <param name="Groups">Groups it rests on.</param>
/// <param name="Q">Σ difference²/standard error²: χ² with as many degrees of freedom as groups if none differs from expected.</param>
/// <param name="P">Its p-value.</param>
public sealed record BetweenGroupVariance(double Variance, BetweenVarianceMethod Method, int Groups, double Q, double P)
{
    /// <summary>τ, in the unit of shares.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);
}

/// <summary>The contribution indicators of all groups. Immutable.</summary>
public sealed record ContributionTable
{
    /// <summary>How it ended.</summary>
    public required ContributionTableStatus Status { get; init; }

    /// <summary>How it was to be made.</summary>
    public required ContributionOptions Options { get; init; }

    /// <summary>Why the model has no estimates; null when it has, or when probabilities were given.</summary>
    public LogisticStatus? ModelStatus { get; init; }

    /// <summary>One entry a level of the groups, in their order, also those without an indicator.</summary>
    public IReadOnlyList<GroupContribution> Groups { get; init; } = [];

    /// <summary>The schemes as groups; empty when not given. With a dummy for scheme in the model they are determined by it.</summary>
    public IReadOnlyList<GroupContribution> Schemes { get; init; } = [];

    /// <summary>Share with success among all rows with a group: the national mean.</summary>
    public double? NationalMean { get; init; }

    /// <summary>Rows counted.</summary>
    public int RowCount { get; init; }

    /// <summary>Rows with probability and outcome but without a group, or of weight 0.</summary>
    public int RowsWithoutGroup { get; init; }

    /// <summary>The variance between groups; null when no group has an indicator.</summary>
    public BetweenGroupVariance? Between { get; init; }

    /// <summary>Why there are ranks or none.</summary>
    public RankStatus Ranks { get; init; } = RankStatus.NoGroups;

    /// <summary>The groups with an indicator, in their order.</summary>
    public IEnumerable<GroupContribution> Estimated => Groups.Where(group => group.Status == ContributionStatus.Estimated);

    /// <summary>Number of groups with a status.</summary>
    public int CountOf(ContributionStatus status) => Groups.Count(group => group.Status == status);

    /// <summary>Number of groups in a class.</summary>
    public int CountOf(ContributionClass place) => Groups.Count(group => group.Class == place);
}
