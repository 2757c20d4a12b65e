using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Which rows of two tables are the same: those with the same label, and of the others those that show the same numbers under new words.</summary>
internal sealed class RowMatch
{
    /// <summary>Matches them.</summary>
    /// <param name="old">The older table.</param>
    /// <param name="before">Labels of its rows.</param>
    /// <param name="now">The newer table.</param>
    /// <param name="after">Labels of its rows.</param>
    /// <param name="change">How the labels changed.</param>
    public RowMatch(TableContent old, IReadOnlyList<string> before, TableContent now, IReadOnlyList<string> after, ListChange change)
    {
        var places = before.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
        Same = [.. after.Select((label, i) => (places.GetValueOrDefault(label, -1), i)).Where(p => p.Item1 >= 0)];
        var gone = RowsOf(before, change.Gone);
        var added = RowsOf(after, change.New);
        var left = gone.Where(r => Ids(old.Rows[r]).Length > 0)
            .GroupBy(r => Ids(old.Rows[r]), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<int>(g), StringComparer.Ordinal);
        var renamed = new List<(int, int)>();
        foreach (var row in added)
        {
            if (left.TryGetValue(Ids(now.Rows[row]), out var candidates) && candidates.TryDequeue(out var from))
            {
                renamed.Add((from, row));
            }
        }

        Renamed = renamed;
        Gone = [.. gone.Except(renamed.Select(r => r.Item1))];
        New = [.. added.Except(renamed.Select(r => r.Item2))];
    }

    /// <summary>Rows with one label, in the order of the newer table.</summary>
    public IReadOnlyList<(int Old, int New)> Same { get; }

    /// <summary>Rows with the same numbers and another label.</summary>
    public IReadOnlyList<(int Old, int New)> Renamed { get; }

    /// <summary>Rows only in the older table.</summary>
    public IReadOnlyList<int> Gone { get; }

    /// <summary>Rows only in the newer table.</summary>
    public IReadOnlyList<int> New { get; }

    private static List<int> RowsOf(IReadOnlyList<string> labels, IReadOnlyList<string> some)
    {
        var wanted = some.ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, labels.Count).Where(i => wanted.Contains(labels[i]))];
    }

    private static string Ids(TableContentRow row) => string.Join(' ', row.Cells.SelectMany(c => c.QuantityIds).Select(id => id.Value));
}
