namespace ReportBuilder.Models.Descriptive;

/// <summary>A quantile.</summary>
/// <param name="Probability">Share of the distribution below it, 0.5 for the median.</param>
/// <param name="Value">The quantile.</param>
public readonly record struct Quantile(double Probability, double Value);

/// <summary>Quantiles of a numeric variable. Immutable.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Missing">Number of rows without a value, or with one that is not finite.</param>
/// <param name="Type">How they were found.</param>
/// <param name="Quantiles">The quantiles, in the order asked for; empty without values.</param>
public sealed record QuantileSummary(int Count, int Missing, QuantileType Type, IReadOnlyList<Quantile> Quantiles)
{
    /// <summary>Finds quantiles of type 7 of the values, one a row, null where missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not from 0 to 1.</exception>
    public static QuantileSummary Of(IReadOnlyList<double?> values, params IReadOnlyList<double> probabilities) =>
        Of(values, QuantileType.Type7, probabilities);

    /// <summary>Finds quantiles of a type of the values, one a row, null where missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not from 0 to 1.</exception>
    public static QuantileSummary Of(IReadOnlyList<double?> values, QuantileType type, params IReadOnlyList<double> probabilities)
    {
        if (probabilities.Any(p => !(p is >= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(probabilities), "A probability lies from 0 to 1.");
        }

        var sorted = PresentValues.Of(values);
        Array.Sort(sorted);
        IReadOnlyList<Quantile> quantiles = sorted.Length == 0 ? [] : [.. probabilities.Select(p => new Quantile(p, At(sorted, type, p)))];
        return new QuantileSummary(sorted.Length, values.Count - sorted.Length, type, quantiles);
    }

    private static double At(double[] sorted, QuantileType type, double probability)
    {
        var (place, share) = QuantilePlace.Of(type, sorted.Length, probability);
        var (low, high) = (Math.Clamp(place, 1, sorted.Length), Math.Clamp(place + 1, 1, sorted.Length));
        return share > 0 && share < 1 ? (1 - share) * sorted[low - 1] + share * sorted[high - 1]
            : share == 0 ? sorted[low - 1]
            : sorted[high - 1];
    }
}
