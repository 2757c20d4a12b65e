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
    private const string NoteName = "merknad";
    private const string LandscapeName = "liggende";
    private static readonly string[] FigureAttributes = [AltName, SourceName, NoteName];
    private static readonly string[] TableAttributes = [SourceName, NoteName, "." + LandscapeName];

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

        Block? block = isFigure
            ? FigureOf(id, caption, attributes?.Attributes, place)
            : TableOf(id, caption, attributes?.Attributes, place);
        _targets.Add(new Target(isFigure ? TargetKind.Figure : TargetKind.Table, id, place, block));
        return block;
    }

    private FigureBlock? FigureOf(string id, IReadOnlyList<Inline> caption, AttributeText? attributes, SourcePlace place)
    {
        var alt = attributes?.Find(AltName);
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
            UnderLinesOf(attributes)
        );
    }

    private static UnderLines UnderLinesOf(AttributeText? attributes) => new(attributes?.Find(NoteName), attributes?.Find(SourceName));

    private static bool IsLandscape(AttributeText? attributes) =>
        attributes is not null && attributes.Values.Any(v => v is { Key: "class", Value: LandscapeName });

    private TableBlock? TableOf(string id, IReadOnlyList<Inline> caption, AttributeText? attributes, SourcePlace place)
    {
        if (_placeable.Tables.TryGetValue(id, out var table))
        {
            return new TableBlock(place, table, caption, UnderLinesOf(attributes), IsLandscape(attributes));
        }

        ReportFound("RB4106", place, id, _placeable.Tables.Keys);
        return null;
    }
}
