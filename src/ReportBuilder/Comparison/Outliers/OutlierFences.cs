using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Comparison.Outliers;

/// <summary>Tukey's fences: quartiles (R's type 7) ± 1.5 interquartile ranges.</summary>
/// <param name="Low">Lower fence.</param>
/// <param name="High">Upper fence.</param>
public readonly record struct OutlierFences(double Low, double High)
{
    private const double Reach = 1.5;

    /// <summary>The fences of some values. Where all are equal, both fences are that value.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static OutlierFences Of(IReadOnlyList<double> values)
    {
        if (values is not [_, ..])
        {
            throw new ArgumentException("Nothing has no quartiles.", nameof(values));
        }

        var quartiles = QuantileSummary.Of([.. values.Select(v => (double?)v)], 0.25, 0.75).Quantiles;
        var (first, third) = (quartiles[0].Value, quartiles[1].Value);
        return new OutlierFences(first - (Reach * (third - first)), third + (Reach * (third - first)));
    }

    /// <summary>True when a value lies outside by more than a margin.</summary>
    public bool Excludes(double value, double margin) => value < Low - margin || value > High + margin;
}
