using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Matching;

/// <summary>How a matching ended.</summary>
public enum MatchingStatus
{
    /// <summary>At least one pair was made; some treated rows may still be without (<see cref="MatchingResult.Unmatched"/>).</summary>
    Matched,

    /// <summary>There are no treated rows.</summary>
    NoTreated,

    /// <summary>There are no controls.</summary>
    NoControls,

    /// <summary>Nobody has a control near enough or of the same kind.</summary>
    NothingMatched,

    /// <summary>A score is infinite or not a number.</summary>
    ScoreNotFinite,

    /// <summary>The propensity model has no estimates; <see cref="MatchingResult.Propensity"/> says why (separation, for one).</summary>
    PropensityNotFitted,
}

/// <summary>Why a treated row has no control.</summary>
public enum UnmatchedReason
{
    /// <summary>All controls (of its kind, where kinds must agree) were taken by others, or there were none.</summary>
    NoControlLeft,

    /// <summary>No control left lies within the caliper.</summary>
    OutsideCaliper,

    /// <summary>It has no value of the variable that must agree exactly.</summary>
    NoExactValue,
}

/// <summary>A treated row and one of its controls.</summary>
/// <param name="Order">Place of the treated row in the order of choice, from 1.</param>
/// <param name="TreatedRow">The treated row, counted from 0 among the rows given.</param>
/// <param name="ControlRow">Its control, counted likewise.</param>
/// <param name="TreatedScore">Score of the treated row.</param>
/// <param name="ControlScore">Score of the control.</param>
public readonly record struct MatchedPair(int Order, int TreatedRow, int ControlRow, double TreatedScore, double ControlScore)
{
    /// <summary>Distance of the two scores.</summary>
    public double Distance => Math.Abs(TreatedScore - ControlScore);
}

/// <summary>A treated row without a control.</summary>
/// <param name="Row">The row, counted from 0 among the rows given.</param>
/// <param name="Reason">Why.</param>
public readonly record struct UnmatchedRow(int Row, UnmatchedReason Reason);

/// <summary>What came of a matching. Immutable.</summary>
public sealed record MatchingResult
{
    /// <summary>How it ended.</summary>
    public required MatchingStatus Status { get; init; }

    /// <summary>How it was to be done.</summary>
    public required MatchingOptions Options { get; init; }

    /// <summary>The propensity model; null when scores were given.</summary>
    public LogisticFit? Propensity { get; init; }

    /// <summary>Number of treated rows.</summary>
    public int TreatedCount { get; init; }

    /// <summary>Number of controls.</summary>
    public int ControlCount { get; init; }

    /// <summary>True when there are too few controls to give every treated row as many as asked for.</summary>
    public bool FewerControlsThanAsked => ControlCount < (long)TreatedCount * Options.Ratio;

    /// <summary>The greatest distance allowed, in the unit of the score; null without a caliper.</summary>
    public double? CaliperWidth { get; init; }

    /// <summary>The pairs, in the order of choice; with a ratio above 1, round by round.</summary>
    public IReadOnlyList<MatchedPair> Pairs { get; init; } = [];

    /// <summary>Treated rows without any control, in the order of choice.</summary>
    public IReadOnlyList<UnmatchedRow> Unmatched { get; init; } = [];

    /// <summary>The matched rows with the pair that each belongs to, as regressions on them need; empty when nothing was matched.</summary>
    public MatchedSample Sample() => MatchedSample.Of(Pairs);
}
