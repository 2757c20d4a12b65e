namespace ReportBuilder.Editions.Published;

/// <summary>What the stars of a table mean: the levels that p-values are below.</summary>
internal sealed class StarKey
{
    private readonly IReadOnlyDictionary<string, double> _levels;

    private StarKey(IReadOnlyDictionary<string, double> levels) => _levels = levels;

    /// <summary>The keys of all tables that print one, by table.</summary>
    public static IReadOnlyDictionary<string, StarKey> Of(IEnumerable<PublishedCell> cells) =>
        cells
            .Where(c => c.Key.Unit == PrintedUnit.StarKey && c.Value is not null)
            .GroupBy(c => c.Key.Source, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => new StarKey(g.ToDictionary(c => c.Key.Column, c => c.Value!.Value, StringComparer.Ordinal)),
                StringComparer.Ordinal
            );

    /// <summary>The p-values that some stars, or none, stand for; null when the key does not have them.</summary>
    public ValueRange? RangeOf(string stars)
    {
        if (stars.Length > 0 && !_levels.ContainsKey(stars))
        {
            return null;
        }

        var high = stars.Length == 0 ? 1 : _levels[stars];
        return new ValueRange(_levels.Values.Where(level => level < high).DefaultIfEmpty(0).Max(), high);
    }
}
