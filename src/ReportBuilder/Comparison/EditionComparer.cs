using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>Compares two editions: every number, fact, table, figure and claim. Knows no files.</summary>
public static class EditionComparer
{
    /// <summary>Compares them.</summary>
    /// <param name="older">The edition compared with.</param>
    /// <param name="newer">The edition compared.</param>
    /// <param name="settings">Tolerances and thresholds.</param>
    /// <param name="history">Earlier editions, oldest first, that the newer is held against for outliers.</param>
    public static ComparisonResult Compare(Edition older, Edition newer, ComparisonSettings settings, IReadOnlyList<Edition> history)
    {
        var quantities = QuantityListComparer.Compare(older, newer, settings);
        return new ComparisonResult
        {
            Old = older,
            New = newer,
            Unchanged = quantities.Unchanged,
            WithinTolerance = quantities.WithinTolerance,
            Differences = [.. quantities.Differences.OrderByDescending(d => d.Size).ThenBy(d => d.Key, StringComparer.Ordinal)],
            Unknown = quantities.Unknown,
            Ground = [],
        };
    }
}
