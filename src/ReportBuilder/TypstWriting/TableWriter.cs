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
        var tails = Enumerable.Range(0, table.Columns.Count).Select(c => TailsOf(table, texts, c)).ToArray();
        Open(table.Columns.Select(c => c.Kind));
        _output.Write("  header: (");
        foreach (var column in table.Columns)
        {
            _output.Write("[").WriteMarkup(column.Header).Write("],");
        }

        _output.Write("),\n  rows: (\n");
        for (var r = 0; r < table.Rows.Count; r++)
        {
            OpenRow(table.Rows[r].Kind);
            for (var c = 0; c < texts[r].Length; c++)
            {
                WriteCell(texts[r][c], table.Rows[r].Kind == RowKind.Group ? null : tails[c]);
            }

            CloseRow();
        }

        _output.Write("  ),\n  notes: (");
        foreach (var note in table.Notes.Concat(block.Source is null ? [] : [block.Source]))
        {
            _output.Write("[").WriteMarkup(note).Write("],");
        }

        _output.Write("),\n  caption: ");
        _inlines.WriteContent(block.Caption);
        var rows = table.Rows.Count(r => r.Kind != RowKind.Group);
        var summary = _words.Summary(rows, table.Columns.Select(c => c.Header));
        Close(new TypstTable(table.Columns.Count, [.. table.Rows.Select(r => r.Kind)], summary), table.Id);
    }

    /// <summary>Writes a table that stands in the template.</summary>
    public void Write(MarkdownTable table)
    {
        Open(table.Columns);
        _output.Write("  header: (");
        WriteCells(table.Header);
        _output.Write("),\n  rows: (\n");
        foreach (var row in table.Rows)
        {
            OpenRow(RowKind.Data);
            WriteCells(row);
            CloseRow();
        }

        _output.Write("  ),\n  notes: (),\n  caption: ");
        if (table.Caption.Count == 0)
        {
            _output.Write("none");
        }
        else
        {
            _inlines.WriteContent(table.Caption);
        }

        Close(new TypstTable(table.Columns.Count, [.. table.Rows.Select(_ => RowKind.Data)], _words.Summary(table)), table.Id);
    }

    private static ColumnTails? TailsOf(Table table, string[][] texts, int column) =>
        table.Columns[column].Kind != ColumnKind.Number
            ? null
            : new ColumnTails(
                Enumerable
                    .Range(0, texts.Length)
                    .Where(r => table.Rows[r].Kind != RowKind.Group && column < texts[r].Length)
                    .Select(r => texts[r][column])
            );

    private void WriteCell(string text, ColumnTails? tails)
    {
        var padding = text.Length == 0 ? string.Empty : tails?.PaddingOf(text) ?? string.Empty;
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

    private void OpenRow(RowKind kind) => _output.Write("    (kind: ").WriteLiteral(KindName(kind)).Write(", cells: (");

    private void CloseRow() => _output.Write(")),\n");

    private void Close(TypstTable table, string? id)
    {
        _output.Write(",\n  summary: ").WriteLiteral(table.Summary).Write(",\n)").Write(id is null ? string.Empty : $" <{id}>");
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
