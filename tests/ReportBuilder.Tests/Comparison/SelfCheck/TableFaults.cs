using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>Faults in a table as printed; the numbers are right.</summary>
internal static class TableFaults
{
    public static EditionFault CellChanged(SavedEdition saved, Random random)
    {
        var (table, row, column) = random.Pick(Cells(saved).Where(p => Cell(p).QuantityIds.Count > 0));
        var cell = table.Rows[row].Cells[column];
        var text = cell.Text.AsSpan().ContainsAnyInRange('0', '9') ? WithOtherDigit(cell.Text, random) : cell.Text + "*";
        return Put(EditionFaultKind.CellChanged, saved, table, row, column, cell with { Text = text });
    }

    public static EditionFault RowLabelChanged(SavedEdition saved, Random random)
    {
        var (table, row, column) = random.Pick(Cells(saved).Where(p => p.Column == 0 && Cell(p) is { Text.Length: > 0, QuantityIds: [] }));
        var cell = table.Rows[row].Cells[column];
        return Put(
            EditionFaultKind.RowLabelChanged,
            saved,
            table,
            row,
            column,
            cell with
            {
                Text = WordFaults.Misspelt(cell.Text, random),
            }
        );
    }

    public static EditionFault ColumnHeadChanged(SavedEdition saved, Random random)
    {
        var (table, column) = random.Pick(
            saved.Edition.Tables.SelectMany(t =>
                Enumerable.Range(0, t.Columns.Count).Where(c => t.Columns[c].Length > 0).Select(c => (t, c))
            )
        );
        var head = WordFaults.Misspelt(table.Columns[column], random);
        return Changed(
            EditionFaultKind.ColumnHeadChanged,
            saved,
            $"{table.Id}: head «{table.Columns[column]}» → «{head}»",
            table with
            {
                Columns = table.Columns.With(column, head),
            }
        );
    }

    public static EditionFault RowsReordered(SavedEdition saved, Random random)
    {
        var (table, row) = random.Pick(
            saved.Edition.Tables.SelectMany(t =>
                Enumerable
                    .Range(0, Math.Max(t.Rows.Count - 1, 0))
                    .Where(r => TextOf(t.Rows[r]) != TextOf(t.Rows[r + 1]))
                    .Select(r => (t, r))
            )
        );
        return Changed(
            EditionFaultKind.RowsReordered,
            saved,
            $"{table.Id}: rows {row + 1} and {row + 2} in each other's place",
            table with
            {
                Rows = table.Rows.Swapped(row, row + 1),
            }
        );
    }

    public static EditionFault RowGone(SavedEdition saved, Random random)
    {
        var (table, row) = random.Pick(saved.Edition.Tables.SelectMany(t => Enumerable.Range(0, t.Rows.Count).Select(r => (t, r))));
        return Changed(
            EditionFaultKind.RowGone,
            saved,
            $"{table.Id}: row {row + 1} ({TextOf(table.Rows[row])}) gone",
            table with
            {
                Rows = table.Rows.Without(row),
            }
        );
    }

    public static EditionFault RowAdded(SavedEdition saved, Random random)
    {
        var (table, row) = random.Pick(saved.Edition.Tables.SelectMany(t => Enumerable.Range(0, t.Rows.Count).Select(r => (t, r))));
        var before = random.Next(table.Rows.Count + 1);
        return Changed(
            EditionFaultKind.RowAdded,
            saved,
            $"{table.Id}: row {row + 1} ({TextOf(table.Rows[row])}) once more, before row {before + 1}",
            table with
            {
                Rows = [.. table.Rows.Take(before), table.Rows[row], .. table.Rows.Skip(before)],
            }
        );
    }

    public static EditionFault ColumnGone(SavedEdition saved, Random random)
    {
        var table = random.Pick(saved.Edition.Tables.Where(t => t.Columns.Count > 1));
        var column = random.Next(table.Columns.Count);
        return Changed(
            EditionFaultKind.ColumnGone,
            saved,
            $"{table.Id}: column {column + 1} («{table.Columns[column]}») gone",
            table with
            {
                Columns = table.Columns.Without(column),
                Rows = [.. table.Rows.Select(r => r.Cells.Count == table.Columns.Count ? r with { Cells = r.Cells.Without(column) } : r)],
            }
        );
    }

    public static EditionFault TableGone(SavedEdition saved, Random random)
    {
        var gone = random.Pick(saved.Edition.Tables);
        var left = saved.Edition with { Tables = [.. saved.Edition.Tables.Where(t => t != gone)] };
        return EditionFault.Of(EditionFaultKind.TableGone, $"{gone.Id} gone", [gone.Id], saved, left);
    }

    public static EditionFault TableAdded(SavedEdition saved, Random random)
    {
        var copy = random.Pick(saved.Edition.Tables);
        var id = copy.Id + "-kopi";
        var more = saved.Edition with { Tables = [.. saved.Edition.Tables, copy with { Id = id }] };
        return EditionFault.Of(EditionFaultKind.TableAdded, $"{id} added", [id], saved, more);
    }

    private static IEnumerable<(TableContent Table, int Row, int Column)> Cells(SavedEdition saved) =>
        from table in saved.Edition.Tables
        from row in Enumerable.Range(0, table.Rows.Count)
        from column in Enumerable.Range(0, table.Rows[row].Cells.Count)
        select (table, row, column);

    private static CellContent Cell((TableContent Table, int Row, int Column) place) => place.Table.Rows[place.Row].Cells[place.Column];

    private static string TextOf(TableContentRow row) => string.Join(" | ", row.Cells.Select(c => c.Text));

    private static string WithOtherDigit(string text, Random random)
    {
        var place = random.Pick(Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i])));
        var digit = (char)('0' + ((text[place] - '0' + random.Next(1, 10)) % 10));
        return $"{text[..place]}{digit}{text[(place + 1)..]}";
    }

    private static EditionFault Put(EditionFaultKind kind, SavedEdition saved, TableContent table, int row, int column, CellContent cell) =>
        Changed(
            kind,
            saved,
            $"{table.Id}, row {row + 1}, column {column + 1}: «{table.Rows[row].Cells[column].Text}» → «{cell.Text}»",
            table with
            {
                Rows = table.Rows.With(row, table.Rows[row] with { Cells = table.Rows[row].Cells.With(column, cell) }),
            }
        );

    private static EditionFault Changed(EditionFaultKind kind, SavedEdition saved, string what, TableContent after) =>
        EditionFault.Of(kind, what, [after.Id], saved, saved.Edition.With(after));
}
