using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportBuilder.Tables;

namespace ReportBuilder.Documents.Markdown;

/// <content>Tables written in the template, with an optional caption <c>: Caption {#tbl-x}</c> in the paragraph after.</content>
internal sealed partial class TreeReader
{
    private static ParagraphBlock? CaptionAfterTable(Markdig.Syntax.Block block) =>
        block is ParagraphBlock { Inline.FirstChild: LiteralInline literal } paragraph && literal.Content.Match(": ") ? paragraph : null;

    private MarkdownTable ReadMarkdownTable(Markdig.Extensions.Tables.Table table, ParagraphBlock? captionBlock)
    {
        var place = PlaceOf(table);
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().ToList();
        var width = rows.Count == 0 ? 0 : rows[0].Count;
        if (table.ColumnDefinitions.Count < width)
        {
            Report(
                "RB4014",
                place,
                width.ToString(CultureInfo.InvariantCulture),
                table.ColumnDefinitions.Count.ToString(CultureInfo.InvariantCulture)
            );
            width = table.ColumnDefinitions.Count;
        }

        // Markdig may give one column definition too many.
        ColumnKind[] columns =
        [
            .. table.ColumnDefinitions.Take(width).Select(c => c.Alignment == TableColumnAlign.Right ? ColumnKind.Number : ColumnKind.Text),
        ];
        var header = rows.Where(r => r.IsHeader).Select(r => ReadCells(r, width)).FirstOrDefault() ?? [];
        IReadOnlyList<IReadOnlyList<Inline>>[] body = [.. rows.Where(r => !r.IsHeader).Select(r => ReadCells(r, width))];
        var (caption, id, attributes) = captionBlock is null ? ([], null, null) : ReadTableCaption(captionBlock);
        var read = new MarkdownTable(place, id, caption, columns, header, body, UnderLinesOf(attributes), IsLandscape(attributes));
        if (captionBlock is not null)
        {
            _targets.Add(new Target(TargetKind.Table, id, place, read));
        }

        return read;
    }

    private List<IReadOnlyList<Inline>> ReadCells(Markdig.Extensions.Tables.TableRow row, int width)
    {
        var cells = new List<IReadOnlyList<Inline>>(width);
        foreach (var cell in row.OfType<Markdig.Extensions.Tables.TableCell>().Take(width))
        {
            cells.Add([.. cell.OfType<ParagraphBlock>().SelectMany(p => ReadInlines(p.Inline))]);
        }

        while (cells.Count < width)
        {
            cells.Add([]);
        }

        return cells;
    }

    private (IReadOnlyList<Inline> Caption, string? Id, AttributeText? Attributes) ReadTableCaption(ParagraphBlock block)
    {
        var literal = (LiteralInline)block.Inline!.FirstChild!;
        literal.Content.Start += 2;
        var (caption, attributes) = SplitAttributes(block.Inline);
        var id = attributes?.Attributes.Id;
        if (attributes is not null)
        {
            CheckAttributes(attributes, TableAttributes);
        }

        if (id is null || !id.StartsWith(IdPrefix.Table, StringComparison.Ordinal) || !Keys.IsId(id))
        {
            ReportFound("RB4107", PlaceOf(block), id ?? string.Empty);
            return (caption, null, attributes?.Attributes);
        }

        return (caption, id, attributes?.Attributes);
    }
}
