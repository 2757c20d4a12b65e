using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>
/// Compares the tables of two editions: those that appeared or vanished, number, caption, columns, rows and cells. A cell that shows other digits because its number changed is no difference of
/// its own; one that does not show what its number became, is.
/// </summary>
internal sealed class TableComparer(ChangedNumbers numbers, SharedIds ids, CellPrint print)
{
    private const string Between = " | ";
    private readonly List<Difference> _found = [];

    /// <summary>The differences.</summary>
    public IReadOnlyList<Difference> Compare(IReadOnlyList<TableContent> older, IReadOnlyList<TableContent> newer)
    {
        var isNumbered = older.Any(t => t.Number is not null) && newer.Any(t => t.Number is not null);
        foreach (var (old, now) in ContentPair.Of(older, newer, t => t.Id))
        {
            var either = (now ?? old)!;
            if (ContentPair.AreOwnAccount(old?.QuantityIds, now?.QuantityIds))
            {
                continue;
            }

            if (old is null || now is null)
            {
                Add(either, string.Empty, old is null ? null : NameOf(old), now is null ? null : NameOf(now));
                continue;
            }

            if (isNumbered)
            {
                Add(now, "#nummer", old.Number ?? string.Empty, now.Number ?? string.Empty);
                Add(now, "#tittel", old.Caption ?? string.Empty, now.Caption ?? string.Empty);
            }

            if (old.IsListOfIds || now.IsListOfIds)
            {
                var (before, after) = ids.Unlike(old.QuantityIds, now.QuantityIds);
                Add(now, "#tall", before, after);
            }
            else
            {
                CompareContent(old, now);
            }
        }

        return _found;
    }

    private static string NameOf(TableContent table) => table.Caption ?? table.Id;

    private void CompareContent(TableContent old, TableContent now)
    {
        Add(now, "#kolonner", ContentDifference.Joined(old.Columns, Between), ContentDifference.Joined(now.Columns, Between));
        var (before, after) = (TableRowLabels.Of(old), TableRowLabels.Of(now));
        var names = new PartNames(before.Concat(after));
        var change = ListChange.Of(before, after);
        var rows = new RowMatch(old, before, now, after, change);
        foreach (var (from, to) in rows.Renamed)
        {
            // Named by what it shows: its words are what changed.
            var id = now.Rows[to].Cells.SelectMany(c => c.QuantityIds).First().Value;
            Add(now, "#etikett." + id, Labels.Shown(before[from]), Labels.Shown(after[to]));
        }

        foreach (var row in rows.Gone)
        {
            Add(now, "#rad." + names[before[row]], Labels.Shown(before[row]), null);
        }

        foreach (var row in rows.New)
        {
            Add(now, "#rad." + names[after[row]], null, Labels.Shown(after[row]));
        }

        foreach (var moved in change.Moved)
        {
            Add(now, "#plass." + names[moved.Label], Invariant(moved.Old), Invariant(moved.New));
        }

        var columns = ColumnPairs(old.Columns, now.Columns);
        foreach (var (from, to) in rows.Same.Concat(rows.Renamed))
        {
            Add(now, "#radtype." + names[after[to]], old.Rows[from].Kind, now.Rows[to].Kind);
            CompareCells(now, names[after[to]], old.Rows[from], now.Rows[to], columns);
        }
    }

    private void CompareCells(
        TableContent table,
        string row,
        TableContentRow old,
        TableContentRow now,
        IReadOnlyList<(int Old, int New, string Name)> columns
    )
    {
        foreach (var (from, to, column) in columns)
        {
            var (before, after) = (CellAt(old, from), CellAt(now, to));
            // The words that the row is known by have been compared.
            if (from == TableRowLabels.ColumnOf(old) && to == TableRowLabels.ColumnOf(now))
            {
                continue;
            }

            var key = $"#celle.{row}.{column}";
            if (!before.QuantityIds.SequenceEqual(after.QuantityIds))
            {
                Add(table, key, WithIds(before), WithIds(after));
            }
            else if (!numbers.MayPrintOtherwise(after.QuantityIds) || !print.Follows(before, after))
            {
                Add(table, key, before.Text, after.Text);
            }
        }
    }

    private static CellContent CellAt(TableContentRow row, int column) =>
        column < row.Cells.Count ? row.Cells[column] : new CellContent(string.Empty, []);

    private static string WithIds(CellContent cell) =>
        ContentDifference.Joined([cell.Text, .. cell.QuantityIds.Select(id => $"[{id.Value}]")], " ");

    /// <summary>Columns of the same head; and when as many have other heads in both, those in order.</summary>
    private static List<(int Old, int New, string Name)> ColumnPairs(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        var (before, after) = (Labels.Distinct(older).ToList(), Labels.Distinct(newer));
        var names = new PartNames(before.Concat(after));
        var pairs = after.Select((label, i) => (Old: before.IndexOf(label), New: i, Name: names[label])).Where(p => p.Old >= 0).ToList();
        var goneAt = Enumerable.Range(0, before.Count).Except(pairs.Select(p => p.Old)).ToList();
        var newAt = Enumerable.Range(0, after.Count).Except(pairs.Select(p => p.New)).ToList();
        if (goneAt.Count == newAt.Count)
        {
            pairs.AddRange(goneAt.Zip(newAt, (from, to) => (from, to, "kolonne" + Invariant(Math.Min(from, to) + 1))));
        }

        return pairs;
    }

    private void Add(TableContent table, string part, string? old, string? now)
    {
        if (!string.Equals(old, now, StringComparison.Ordinal))
        {
            _found.Add(
                ContentDifference.Of(table.Id + part, DifferenceSubject.Table, old, now) with
                {
                    Context = table.Caption,
                    ShownIn = [table.Id],
                }
            );
        }
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
