using System.Globalization;
using ReportBuilder.Documents;
using ReportBuilder.Tables;

namespace ReportBuilder.TypstWriting;

/// <summary>Writes tables: one row a line.</summary>
internal sealed class TableWriter
{
    private readonly TypstOutput _output;
    private readonly InlineWriter _inlines;
    private readonly TableWords _words;

    public TableWriter(TypstOutput output, InlineWriter inlines, TableWords words)
    {
        _output = output;
        _inlines = inlines;
        _words = words;
    }

    /// <summary>Writes a table of numbers.</summary>
    public void Write(TableBlock block)
    {
        var table = block.Table;
        var texts = table.Rows.Select(r => r.Cells.Select(TableCellText.Of).ToArray()).ToArray();
        var tails = TailsOf(table, texts);
        Open(table.Columns.Select(c => c.Kind));
        WriteWideRows(
            Enumerable
                .Range(0, texts.Length)
                .Where(r => table.Rows[r].Kind != RowKind.Group)
                .Select(r => texts[r].Select((text, c) => text + PaddingOf(table.Rows[r].Kind, tails[c], text)).ToArray()),
            table.Columns.Count
        );
        _output.Write("  header: (");
        foreach (var column in table.Columns)
        {
            _output.Write("[").WriteMarkup(column.Header).Write("],");
        }

        _output.Write("),\n  rows: (\n");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var kind = table.Rows[r].Kind;
            OpenRow(kind);
            for (var c = 0; c < texts[r].Length; c++)
            {
                WriteCell(texts[r][c], PaddingOf(kind, tails[c], texts[r][c]));
            }

            CloseRow();
        }

        _output.Write("  ),\n  notes: (");
        foreach (var note in table.Notes.Concat(block.UnderLines.Lines))
        {
            _output.Write("[").WriteMarkup(note).Write("],");
        }

        _output.Write("),\n  caption: ");
        _inlines.WriteContent(block.Caption);
        var rows = table.Rows.Count(r => r.Kind != RowKind.Group);
        var summary = _words.Summary(rows, table.Columns.Select(c => c.Header));
        Close(new TypstTable(table.Columns.Count, [.. table.Rows.Select(r => r.Kind)], summary), table.Id, block.IsLandscape);
    }

    /// <summary>Writes a table that stands in the template.</summary>
    public void Write(MarkdownTable table)
    {
        Open(table.Columns);
        WriteWideRows(table.Rows.Select(row => row.Select(InlineText.Of).ToArray()), table.Columns.Count);
        _output.Write("  header: (");
        WriteCells(table.Header);
        _output.Write("),\n  rows: (\n");
        foreach (var row in table.Rows)
        {
            OpenRow(RowKind.Data);
            WriteCells(row);
            CloseRow();
        }

        _output.Write("  ),\n  notes: (");
        foreach (var line in table.UnderLines.Lines)
        {
            _output.Write("[").WriteMarkup(line).Write("],");
        }

        _output.Write("),\n  caption: ");
        if (table.Caption.Count == 0)
        {
            _output.Write("none");
        }
        else
        {
            _inlines.WriteContent(table.Caption);
        }

        var written = new TypstTable(table.Columns.Count, [.. table.Rows.Select(_ => RowKind.Data)], _words.Summary(table));
        Close(written, table.Id, table.IsLandscape);
    }

    /// <summary>What follows the whole part of the numbers in each column; null for columns of words.</summary>
    private static ColumnTails?[] TailsOf(Table table, string[][] texts)
    {
        return [.. table.Columns.Select((column, c) => column.Kind == ColumnKind.Number ? Tails(c) : null)];

        ColumnTails Tails(int c) => new(Cells(RowKind.Data, c), Cells(RowKind.Summary, c));

        IEnumerable<string> Cells(RowKind kind, int c) => texts.Where((_, r) => table.Rows[r].Kind == kind).Select(cells => cells[c]);
    }

    private static string PaddingOf(RowKind kind, ColumnTails? tails, string cell) =>
        (kind, tails) switch
        {
            (RowKind.Group, _) or (_, null) => string.Empty,
            _ when cell.Length == 0 => string.Empty,
            (RowKind.Summary, _) => tails.ClosingPaddingOf(cell),
            _ => tails.PaddingOf(cell),
        };

    private void WriteCell(string text, string padding)
    {
        if (padding.Length == 0)
        {
            _output.Write("[").WriteMarkup(text).Write("], ");
        }
        else
        {
            _output.Write("aligned([").WriteMarkup(text).Write("], ").WriteLiteral(padding).Write("), ");
        }
    }

    private void WriteCells(IEnumerable<IReadOnlyList<Inline>> cells)
    {
        foreach (var cell in cells)
        {
            _inlines.WriteContent(cell);
            _output.Write(", ");
        }
    }

    private void Open(IEnumerable<ColumnKind> columns)
    {
        _output.Write("#report-table(\n  columns: (");
        foreach (var column in columns)
        {
            _output.WriteLiteral(column == ColumnKind.Number ? "number" : "text").Write(", ");
        }

        _output.Write("),\n");
    }

    /// <summary>For each column the rows among which its widest cell is: the typesetter then need not measure every cell.</summary>
    private void WriteWideRows(IEnumerable<string[]> cells, int columns)
    {
        var rows = cells.ToArray();
        _output.Write("  wide-rows: (");
        for (var c = 0; c < columns; c++)
        {
            _output.Write("(");
            foreach (var row in WideCells.Of([.. rows.Select(r => r[c])]))
            {
                _output.Write(row.ToString(CultureInfo.InvariantCulture)).Write(",");
            }

            _output.Write("), ");
        }

        _output.Write("),\n");
    }

    private void OpenRow(RowKind kind) => _output.Write("    (kind: ").WriteLiteral(KindName(kind)).Write(", cells: (");

    private void CloseRow() => _output.Write(")),\n");

    private void Close(TypstTable table, string? id, bool isLandscape)
    {
        _output
            .Write(",\n  summary: ")
            .WriteLiteral(table.Summary)
            .Write(isLandscape ? ",\n  landscape: true" : string.Empty)
            .Write(",\n)")
            .Write(id is null ? string.Empty : $" <{id}>");
        _output.Mark(table);
    }

    private static string KindName(RowKind kind) =>
        kind switch
        {
            RowKind.Data => "data",
            RowKind.Group => "group",
            RowKind.Summary => "summary",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of row."),
        };
}
