using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>Which tables and figures show a number.</summary>
internal sealed class ShowIndex
{
    private readonly Dictionary<string, List<string>> _places = new(StringComparer.Ordinal);

    /// <summary>Looks through an edition for some numbers.</summary>
    public ShowIndex(Edition edition, IReadOnlySet<string> wanted)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        foreach (var table in edition.Tables)
        {
            foreach (var id in table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.QuantityIds))
            {
                Add(id.Value, table.Id, wanted);
            }
        }

        foreach (var figure in edition.Figures)
        {
            foreach (var id in figure.Series.SelectMany(s => s.QuantityIds))
            {
                Add(id.Value, figure.Id, wanted);
            }
        }
    }

    /// <summary>Ids of what shows a number: tables, then figures, each in the order of the report.</summary>
    public IReadOnlyList<string> Of(string id) => _places.TryGetValue(id, out var places) ? places : [];

    private void Add(string id, string place, IReadOnlySet<string> wanted)
    {
        if (!wanted.Contains(id))
        {
            return;
        }

        if (!_places.TryGetValue(id, out var places))
        {
            _places.Add(id, places = []);
        }

        if (places is not [.., var last] || !string.Equals(last, place, StringComparison.Ordinal))
        {
            places.Add(place);
        }
    }
}
