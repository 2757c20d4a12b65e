using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Descriptive;

/// <summary>A share of independent rows, with Wilson's score interval. Immutable.</summary>
public sealed record Share
{
    private Share(int successes, int count, double level)
    {
        Successes = successes;
        Count = count;
        if (count > 0)
        {
            Value = (double)successes / count;
            Interval = Wilson(successes, count, level);
        }
    }

    /// <summary>Number of successes.</summary>
    public int Successes { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Successes / rows, from 0 to 1; null when there are no rows.</summary>
    public double? Value { get; }

    /// <summary>
    /// Score interval without continuity correction (Wilson 1927, JASA 22: 209–212), as R's
    /// <c>prop.test(correct = FALSE)</c>; null when there are no rows.
    /// </summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>Makes the share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Successes are not between 0 and the count, or the level not between 0 and 1.</exception>
    public static Share Of(int successes, int count, double level = ConfidenceInterval.DefaultLevel)
    {
        ConfidenceInterval.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, count);
        return new Share(successes, count, level);
    }

    internal static ConfidenceInterval Wilson(double successes, double count, double level)
    {
        var z2 = Math.Pow(Distributions.NormalCritical(level), 2);
        var centre = (successes + z2 / 2) / (count + z2);
        var reach = Math.Sqrt(z2 * (successes * (count - successes) / count + z2 / 4)) / (count + z2);

        // With no successes (or nothing but) the limit is exactly 0 (or 1); subtraction would leave rounding.
        var low = successes == 0 ? 0 : centre - reach;
        var high = successes == count ? 1 : centre + reach;
        return new ConfidenceInterval(low, high, level);
    }
}
