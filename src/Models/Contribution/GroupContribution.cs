namespace ReportBuilder.Models.Contribution;

/// <summary>What could be said of a group.</summary>
public enum ContributionStatus
{
    /// <summary>It has an indicator.</summary>
    Estimated,

    /// <summary>It has fewer rows than the minimum, and so no indicator; nothing but its count is given.</summary>
    TooFew,

    /// <summary>No row belongs to it.</summary>
    Empty,

    /// <summary>Every probability is 0 or 1: there is a difference, but nothing to judge it by.</summary>
    NoVariance,

    /// <summary>
    /// The model itself makes actual and expected agree, as for all rows together or for a group with a dummy in the model: the difference
    /// is 0 by construction and says nothing.
    /// </summary>
    DeterminedByModel,
}

/// <summary>Where a group lies, as far as can be told.</summary>
public enum ContributionClass
{
    /// <summary>Above what was expected.</summary>
    Above,

    /// <summary>Below it.</summary>
    Below,

    /// <summary>Neither can be told.</summary>
    NotDistinguishable,
}

/// <summary>A group's place among all groups, 1 being the highest contribution.</summary>
/// <param name="Mean">Mean rank over the draws: the expected rank.</param>
/// <param name="Low">The rank that at most (1 − level)/2 of the draws lie below.</param>
/// <param name="High">The rank that at most (1 − level)/2 of the draws lie above.</param>
/// <param name="Level">Level of the interval.</param>
public sealed record RankInterval(double Mean, int Low, int High, double Level);

/// <summary>A contribution drawn towards the mean by as much as it is chance (empirical Bayes).</summary>
/// <param name="Value">The shrunken difference: reliability times the difference.</param>
/// <param name="Reliability">Variance between groups divided by that plus the group's own sampling variance, from 0 to 1.</param>
/// <param name="StandardDeviation">Standard deviation of the true difference given the data; the variance between groups is taken as known.</param>
/// <param name="Interval">Interval for the true difference: value ± normal quantile · standard deviation.</param>
/// <param name="ProbabilityAboveMean">Probability that the true difference is above 0, the mean of all participants; null when nothing varies.</param>
/// <param name="Rank">Interval of its rank; null when ranks were not simulated.</param>
public sealed record ShrunkenContribution(
    double Value,
    double Reliability,
    double StandardDeviation,
    ConfidenceInterval Interval,
    double? ProbabilityAboveMean,
    RankInterval? Rank
);

/// <summary>The contribution indicator of a group. Shares and differences are from −1 to 1. Immutable.</summary>
public sealed record GroupContribution
{
    /// <summary>The group.</summary>
    public required string Group { get; init; }

    /// <summary>What could be said.</summary>
    public required ContributionStatus Status { get; init; }

    /// <summary>Its rows.</summary>
    public required int Count { get; init; }

    /// <summary>The scheme that all its rows belong to; null when they belong to several, or schemes were not given.</summary>
    public string? Scheme { get; init; }

    /// <summary>Mean predicted probability.</summary>
    public double? Expected { get; init; }

    /// <summary>Share with success.</summary>
    public double? Actual { get; init; }

    /// <summary>Actual less expected: the contribution.</summary>
    public double? Difference { get; init; }

    /// <summary>The difference less that of all rows of its scheme: the contribution within the scheme.</summary>
    public double? DifferenceWithinScheme { get; init; }

    /// <summary>Standard error of the difference if the group is as expected.</summary>
    public double? StandardError { get; init; }

    /// <summary>Difference divided by standard error.</summary>
    public double? Z { get; init; }

    /// <summary>Two-sided p-value, by <see cref="Test"/>.</summary>
    public double? P { get; init; }

    /// <summary>P-value adjusted for the number of groups (Benjamini and Hochberg).</summary>
    public double? AdjustedP { get; init; }

    /// <summary>Confidence interval of the difference, by <see cref="Test"/>; the expected share is taken as known.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>How p-value and interval were found.</summary>
    public ContributionTest? Test { get; init; }

    /// <summary>Where it lies, by the rule of the options.</summary>
    public ContributionClass? Class { get; init; }

    /// <summary>The shrunken difference.</summary>
    public ShrunkenContribution? Shrunken { get; init; }
}
