using System.Collections.Immutable;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>A cell of a table.</summary>
/// <param name="Element">The cell.</param>
/// <param name="Attributes">Its table attributes.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many rows it covers.</param>
internal sealed record TagCell(TagElement Element, PdfDictionary Attributes, int Column, int ColumnSpan, int RowSpan);

/// <summary>A row of a table.</summary>
/// <param name="Element">The row.</param>
/// <param name="IsHead">True in the head of the table.</param>
/// <param name="Cells">The cells that begin in it.</param>
internal sealed record TagRow(TagElement Element, bool IsHead, ImmutableArray<TagCell> Cells);

/// <summary>A table as it is tagged, its cells placed by their spans.</summary>
internal sealed record TagTable(TagElement Element, ImmutableArray<TagRow> Rows)
{
    /// <summary>Number of columns.</summary>
    public int Width { get; } = Rows.SelectMany(row => row.Cells).Select(cell => cell.Column + cell.ColumnSpan).DefaultIfEmpty().Max();

    /// <summary>The rows under the head.</summary>
    public IEnumerable<TagRow> Body => Rows.Where(row => !row.IsHead);

    /// <summary>
    /// Number of columns with anything in them. The style ends each row of some tables in an empty cell of no width, which keeps headings of groups with their
    /// first row over a page break and means nothing.
    /// </summary>
    public int FilledWidth
    {
        get
        {
            var filled = Rows.SelectMany(row => row.Cells)
                .Where(cell => !cell.Element.IsEmpty || cell.ColumnSpan > 1)
                .Select(cell => cell.Column + cell.ColumnSpan)
                .DefaultIfEmpty()
                .Max();
            return filled == Width - 1 ? filled : Width;
        }
    }

    /// <summary>Reads a table.</summary>
    public static TagTable Read(PdfUpdate update, TagElement table)
    {
        var tree = new TagTree(update);
        var rows = ImmutableArray.CreateBuilder<TagRow>();
        // For each column, in how many of the coming rows a cell from above still stands.
        var covered = new List<int>();
        // A caption may stand among the parts. A later head is one of a group of rows, and so in the body.
        var parts = tree.Children(table.Dictionary).Where(part => part.Type is "THead" or "TBody" or "TFoot" or "TR").ToList();
        foreach (var part in parts)
        {
            var isHead = part.Type == "THead" && part == parts[0];
            foreach (var row in part.Type == "TR" ? [part] : tree.Children(part.Dictionary).Where(kid => kid.Type == "TR"))
            {
                rows.Add(new TagRow(row, isHead, Place(update, tree.Children(row.Dictionary), covered)));
            }
        }

        return new TagTable(table, rows.ToImmutable());
    }

    private static ImmutableArray<TagCell> Place(PdfUpdate update, IEnumerable<TagElement> elements, List<int> covered)
    {
        var cells = ImmutableArray.CreateBuilder<TagCell>();
        var taken = new HashSet<int>(Enumerable.Range(0, covered.Count).Where(c => covered[c] > 0));
        for (var c = 0; c < covered.Count; c++)
        {
            covered[c] = Math.Max(0, covered[c] - 1);
        }

        var column = 0;
        foreach (var element in elements.Where(e => e.Type is "TH" or "TD"))
        {
            while (taken.Contains(column))
            {
                column++;
            }

            var attributes = TagAttributes.Of(update, element.Dictionary);
            var cell = new TagCell(
                element,
                attributes,
                column,
                TagAttributes.Span(attributes, "ColSpan"),
                TagAttributes.Span(attributes, "RowSpan")
            );
            cells.Add(cell);
            for (; column < cell.Column + cell.ColumnSpan; column++)
            {
                while (covered.Count <= column)
                {
                    covered.Add(0);
                }

                covered[column] = cell.RowSpan - 1;
            }
        }

        return cells.ToImmutable();
    }
}
