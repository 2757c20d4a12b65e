namespace ReportBuilder.Models.Descriptive;

/// <summary>
/// A share of weighted rows. Its interval is Wilson's with the effective number of rows (Kish 1965, (Σw)²/Σw²) in place of their number, as for
/// designs in which weights have nothing to do with the outcome (Korn and Graubard 1998). Immutable.
/// </summary>
public sealed record WeightedShare
{
    private WeightedShare() { }

    /// <summary>Whether it could be computed.</summary>
    public required WeightedStatus Status { get; init; }

    /// <summary>Rows with a value and a weight above 0.</summary>
    public int Count { get; private init; }

    /// <summary>Rows without a value, or of weight 0.</summary>
    public int Left { get; private init; }

    /// <summary>Effective number of rows; null unless computed.</summary>
    public double? EffectiveCount { get; private init; }

    /// <summary>Weight of the successes / weight of all; null unless computed.</summary>
    public double? Value { get; private init; }

    /// <summary>The interval; null unless computed.</summary>
    public ConfidenceInterval? Interval { get; private init; }

    /// <summary>Computes the share.</summary>
    /// <param name="values">One a row, null where missing.</param>
    /// <param name="weights">One a row.</param>
    /// <param name="level">Confidence level.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static WeightedShare Of(
        IReadOnlyList<bool?> values,
        IReadOnlyList<double> weights,
        double level = ConfidenceInterval.DefaultLevel
    )
    {
        ConfidenceInterval.CheckLevel(level);
        Weights.CheckCount(values.Count, weights);
        if (Weights.Problem(weights) is { } problem)
        {
            return new WeightedShare { Status = problem };
        }

        int[] rows = [.. Enumerable.Range(0, values.Count).Where(row => values[row] is not null && weights[row] > 0)];
        if (rows.Length == 0)
        {
            return new WeightedShare { Status = WeightedStatus.NoRows, Left = values.Count };
        }

        int[] successes = [.. rows.Where(row => values[row] == true)];
        var effective = Weights.EffectiveCount(rows.Select(row => weights[row]));
        var share = successes.Length == rows.Length ? 1 : successes.Sum(row => weights[row]) / rows.Sum(row => weights[row]);
        return new WeightedShare
        {
            Status = WeightedStatus.Computed,
            Count = rows.Length,
            Left = values.Count - rows.Length,
            EffectiveCount = effective,
            Value = share,
            Interval = Share.Wilson(share * effective, effective, level),
        };
    }
}
