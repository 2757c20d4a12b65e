namespace ReportBuilder.Models.Matching;

/// <summary>What the distance between two rows is measured in.</summary>
public enum MatchingScale
{
    /// <summary>The fitted probability of treatment, as R's MatchIt with <c>distance = "glm"</c>, <c>link = "logit"</c>.</summary>
    Probability,

    /// <summary>Its log odds, as MatchIt with <c>link = "linear.logit"</c>.</summary>
    LogOdds,
}

/// <summary>Who among the treated chooses first. Rows with equal scores choose in the order given.</summary>
public enum MatchingOrder
{
    /// <summary>Largest score first: they are hardest to match (MatchIt's default).</summary>
    Largest,

    /// <summary>Smallest score first.</summary>
    Smallest,

    /// <summary>In the order given (MatchIt's <c>m.order = "data"</c>).</summary>
    AsGiven,
}

/// <summary>The unit of a caliper.</summary>
public enum CaliperUnit
{
    /// <summary>
    /// Standard deviations (n − 1) of the score over all rows, treated and controls as one sample: MatchIt's <c>std.caliper = TRUE</c>.
    /// It is not the pooled within-group deviation of Rosenbaum and Rubin (1985).
    /// </summary>
    StandardDeviations,

    /// <summary>The unit of the score itself.</summary>
    Score,
}

/// <summary>How rows are matched.</summary>
public sealed record MatchingOptions
{
    /// <summary>What distance is measured in.</summary>
    public MatchingScale Scale { get; init; } = MatchingScale.Probability;

    /// <summary>Who chooses first.</summary>
    public MatchingOrder Order { get; init; } = MatchingOrder.Largest;

    /// <summary>
    /// Controls for each treated row, at most. They choose in rounds: nobody gets a second control before all have had the
    /// chance of a first (as MatchIt's <c>ratio</c>).
    /// </summary>
    public int Ratio { get; init; } = 1;

    /// <summary>The greatest distance of a pair; null for none.</summary>
    public double? Caliper { get; init; }

    /// <summary>Unit of <see cref="Caliper"/>.</summary>
    public CaliperUnit CaliperUnit { get; init; } = CaliperUnit.StandardDeviations;

    internal static void Check(MatchingOptions options)
    {
        if (options.Ratio < 1 || options.Caliper is { } caliper && !(caliper >= 0 && double.IsFinite(caliper)))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options, "The ratio is at least 1, a caliper 0 or more.");
        }
    }
}
