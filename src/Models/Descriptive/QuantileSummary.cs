namespace ReportBuilder.Models.Descriptive;

/// <summary>How a quantile between two values is found.</summary>
public enum QuantileType
{
    /// <summary>
    /// Linear between the order statistics, the k-th being the quantile at (k − 1)/(n − 1): type 7 of Hyndman and Fan (1996,
    /// The American Statistician 50: 361–365), the default of R's <c>quantile</c>.
    /// </summary>
    Type7,
}

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
    public static QuantileSummary Of(IReadOnlyList<double?> values, params IReadOnlyList<double> probabilities)
    {
        if (probabilities.Any(p => !(p is >= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(probabilities), "A probability lies from 0 to 1.");
        }

        var sorted = PresentValues.Of(values);
        Array.Sort(sorted);
        IReadOnlyList<Quantile> quantiles = sorted.Length == 0 ? [] : [.. probabilities.Select(p => new Quantile(p, At(sorted, p)))];
        return new QuantileSummary(sorted.Length, values.Count - sorted.Length, QuantileType.Type7, quantiles);
    }

    private static double At(double[] sorted, double probability)
    {
        var place = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(place);
        var share = place - below;
        return share > 0 ? (1 - share) * sorted[below] + share * sorted[below + 1] : sorted[below];
    }
}
