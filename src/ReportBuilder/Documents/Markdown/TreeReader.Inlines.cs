using Markdig.Syntax.Inlines;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Documents.Markdown;

/// <content>Text within a line.</content>
internal sealed partial class TreeReader
{
    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    private List<Inline> ReadInlines(ContainerInline? container)
    {
        var read = new List<Inline>();
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Add(read, ReadInline(inline));
        }

        return read;
    }

    /// <summary>Adds an inline; words that follow words are joined, so that the tree does not show how Markdig cut them.</summary>
    private static void Add(List<Inline> read, Inline? inline)
    {
        if (inline is Text text && read is [.., Text last])
        {
            read[^1] = last with { Value = last.Value + text.Value };
        }
        else if (inline is not null)
        {
            read.Add(inline);
        }
    }

    private Inline? ReadInline(Markdig.Syntax.Inlines.Inline inline)
    {
        var place = PlaceOf(inline);
        switch (inline)
        {
            case LiteralInline literal:
                return literal.Content.IsEmpty ? null : new Text(place, literal.Content.ToString());
            case HtmlEntityInline entity:
                return new Text(place, entity.Transcoded.ToString());
            case LineBreakInline lineBreak:
                return lineBreak.IsHard ? new LineBreak(place) : new Text(place, " ");
            case EmphasisInline emphasis:
                return emphasis.DelimiterCount >= 2 ? new Strong(place, ReadInlines(emphasis)) : new Emphasis(place, ReadInlines(emphasis));
            case CodeInline code:
                return new Code(place, code.Content);
            case LinkInline { IsImage: true } image:
                Report("RB4101", place);
                ReadInlines(image);
                return null;
            case LinkInline link:
                return ReadLink(link, place);
            case AutolinkInline auto:
                return new Link(place, (auto.IsEmail ? "mailto:" : string.Empty) + auto.Url, [new Text(place, auto.Url)]);
            case AtInline at:
                return ReadAt(at, place);
            case CitationGroup group:
                return ReadCitationGroup(group, place);
            case FootnoteMark mark:
                return ReadFootnoteMark(mark, place);
            case AttributeInline:
                Report("RB4011", place);
                return null;
            case HtmlInline html:
                // Comments are allowed, and an element is reported once, at its opening tag.
                if (!html.Tag.StartsWith("<!--", StringComparison.Ordinal) && !html.Tag.StartsWith("</", StringComparison.Ordinal))
                {
                    Report("RB4010", place);
                }

                return null;
            default:
                return null;
        }
    }

    private Link ReadLink(LinkInline link, SourcePlace place)
    {
        var address = link.Url ?? string.Empty;
        var content = ReadInlines(link);
        if (!Schemes.Any(s => address.StartsWith(s, StringComparison.Ordinal)))
        {
            ReportFound("RB4012", place, address);
        }

        return new Link(place, address, content.Count == 0 ? [new Text(place, address)] : content);
    }

    private Inline ReadAt(AtInline at, SourcePlace place)
    {
        if (IdPrefix.ReadPage(at.Key) is { } page)
        {
            var toPage = new PageReference(place, page.Id, page.IsCapitalised);
            _pageReferences.Add(toPage);
            return toPage;
        }

        if (IdPrefix.Read(at.Key) is { } reference)
        {
            var cross = new CrossReference(place, reference.Id, reference.IsCapitalised);
            _crossReferences.Add(cross);
            return cross;
        }

        var citation = new Citation(place, true, [new CitationItem(place, string.Empty, at.Key, string.Empty)]);
        _citations.Add(citation);
        return citation;
    }

    private Citation? ReadCitationGroup(CitationGroup group, SourcePlace place)
    {
        var items = new List<CitationItem>();
        foreach (var part in group.Parts)
        {
            var partPlace = PlaceOf(part.SourceStart);
            if (IdPrefix.Read(part.Key) is not null || IdPrefix.ReadPage(part.Key) is not null)
            {
                ReportFound("RB4204", partPlace, part.Key);
            }
            else
            {
                items.Add(new CitationItem(partPlace, part.Prefix, part.Key, part.Locator));
            }
        }

        if (items.Count == 0)
        {
            return null;
        }

        var citation = new Citation(place, false, items);
        _citations.Add(citation);
        return citation;
    }

    /// <summary>Reads text that may end in attributes, which are given back and not part of the text.</summary>
    private (IReadOnlyList<Inline> Content, AttributeInline? Attributes) SplitAttributes(ContainerInline? container)
    {
        if (container?.LastChild is not AttributeInline attributes)
        {
            return (ReadInlines(container), null);
        }

        attributes.Remove();
        var content = ReadInlines(container);
        if (content is [.., Text last])
        {
            content[^1] = last with { Value = last.Value.TrimEnd() };
        }

        return (content, attributes);
    }

    /// <summary>Reports attributes that cannot be read or that have no meaning here.</summary>
    private void CheckAttributes(AttributeInline inline, IReadOnlyList<string> allowed)
    {
        if (inline.Attributes.IsBroken)
        {
            Report("RB4013", PlaceOf(inline));
        }

        // A class is allowed as such: «.liggende».
        foreach (
            var name in inline.Attributes.Values.Select(v => v.Key == "class" ? "." + v.Value : v.Key).Where(n => !allowed.Contains(n))
        )
        {
            ReportFound("RB4005", PlaceOf(inline), name, allowed);
        }
    }
}
