namespace ReportBuilder.Comparison.Pages;

/// <summary>Differences gathered by the table or figure that they are in.</summary>
internal sealed class ContentDifferences
{
    private readonly Dictionary<string, double> _greatest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Difference>> _structure = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public ContentDifferences(ComparisonResult result)
    {
        foreach (var difference in result.Differences)
        {
            foreach (var id in ShownPlaces.IdsOf(difference))
            {
                _greatest[id] = Math.Max(_greatest.GetValueOrDefault(id), difference.Size);
                if (difference.Subject is DifferenceSubject.Quantity or DifferenceSubject.Fact)
                {
                    _numbers[id] = _numbers.GetValueOrDefault(id) + 1;
                }
                else
                {
                    (_structure.TryGetValue(id, out var list) ? list : _structure[id] = []).Add(difference);
                }
            }
        }

        Ids = [.. _greatest.OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
        ChangedQuantities = result.Differences.Concat(result.WithinTolerance).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Tables and figures with differences, the one with the greatest first.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Ids of all numbers that differ, within tolerance or not.</summary>
    public IReadOnlySet<string> ChangedQuantities { get; }

    /// <summary>What differs about a table or figure itself: caption, columns, axes, drawing …</summary>
    public IReadOnlyList<Difference> StructureOf(string id) => _structure.TryGetValue(id, out var list) ? list : [];

    /// <summary>How many of its numbers differ.</summary>
    public int NumbersOf(string id) => _numbers.GetValueOrDefault(id);
}
