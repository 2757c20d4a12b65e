using System.Diagnostics.CodeAnalysis;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Documents.Markdown;

/// <content>Figures and tables of numbers, both written as an image alone in its paragraph.</content>
internal sealed partial class TreeReader
{
    private const string AltName = "alt";
    private const string SourceName = "kilde";
    private static readonly string[] FigureAttributes = [AltName, SourceName];
    private static readonly string[] TableAttributes = [SourceName];

    private static bool IsImageAlone(ParagraphBlock paragraph, [NotNullWhen(true)] out LinkInline? image, out AttributeInline? attributes)
    {
        image = paragraph.Inline?.FirstChild as LinkInline;
        attributes = null;
        if (image is not { IsImage: true })
        {
            return false;
        }

        for (var next = image.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is AttributeInline inline && attributes is null)
            {
                attributes = inline;
            }
            else if (next is not LineBreakInline && !(next is LiteralInline literal && literal.Content.IsEmptyOrWhitespace()))
            {
                return false;
            }
        }

        return true;
    }

    private Block? ReadImage(LinkInline image, AttributeInline? attributes)
    {
        var place = PlaceOf(image);
        var id = image.Url ?? string.Empty;
        var isFigure = id.StartsWith(IdPrefix.Figure, StringComparison.Ordinal);
        if (!isFigure && !id.StartsWith(IdPrefix.Table, StringComparison.Ordinal))
        {
            ReportFound("RB4102", place, id);
            return null;
        }

        if (attributes is not null)
        {
            CheckAttributes(attributes, isFigure ? FigureAttributes : TableAttributes);
        }

        var caption = ReadInlines(image);
        if (caption.Count == 0)
        {
            Report("RB4105", place, id);
        }

        var source = attributes?.Attributes.Find(SourceName);
        Block? block = isFigure
            ? FigureOf(id, caption, attributes?.Attributes.Find(AltName), source, place)
            : TableOf(id, caption, source, place);
        _targets.Add(new Target(isFigure ? TargetKind.Figure : TargetKind.Table, id, place, block));
        return block;
    }

    private FigureBlock? FigureOf(string id, IReadOnlyList<Inline> caption, string? alt, string? source, SourcePlace place)
    {
        if (string.IsNullOrWhiteSpace(alt))
        {
            Report("RB4104", place, id);
        }

        if (!_placeable.Figures.TryGetValue(id, out var figure))
        {
            ReportFound("RB4103", place, id, _placeable.Figures.Keys);
            return null;
        }

        var data = _placeable.DescribeFigure(figure);
        return new FigureBlock(
            place,
            figure,
            caption,
            string.Join(' ', new[] { alt?.Trim(), data }.Where(t => !string.IsNullOrEmpty(t))),
            source
        );
    }

    private TableBlock? TableOf(string id, IReadOnlyList<Inline> caption, string? source, SourcePlace place)
    {
        if (_placeable.Tables.TryGetValue(id, out var table))
        {
            return new TableBlock(place, table, caption, source);
        }

        ReportFound("RB4106", place, id, _placeable.Tables.Keys);
        return null;
    }
}
