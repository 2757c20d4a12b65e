using System.Globalization;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace ReportBuilder.Documents.Markdown;

/// <content>Blocks.</content>
internal sealed partial class TreeReader
{
    private const string LeadName = "ingress";
    private const string CalloutName = "merknad";
    private const string QuoteName = "sitat";
    private static readonly string[] ContainerNames = [LeadName, CalloutName, QuoteName];

    private List<Block> ReadBlocks(ContainerBlock container)
    {
        var blocks = new List<Block>(container.Count);
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is Markdig.Extensions.Tables.Table table)
            {
                var caption = i + 1 < container.Count ? CaptionAfterTable(container[i + 1]) : null;
                blocks.Add(ReadMarkdownTable(table, caption));
                i += caption is null ? 0 : 1;
            }
            else if (ReadBlock(container[i]) is { } block)
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    private Block? ReadBlock(Markdig.Syntax.Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return ReadHeading(heading);
            case ParagraphBlock paragraph:
                return ReadParagraph(paragraph);
            case Markdig.Syntax.ListBlock list:
                return ReadList(list);
            case QuoteBlock quote:
                return new BlockQuote(PlaceOf(quote), ReadBlocks(quote));
            case CustomContainer container:
                return ReadContainer(container);
            case HtmlBlock html:
                ReportHtml(html);
                return null;
            case CodeBlock or ThematicBreakBlock:
                Report(block is CodeBlock and not FencedCodeBlock ? "RB4007" : "RB4006", PlaceOf(block));
                return null;
            default:
                // Link definitions and footnotes are read where they are used.
                return null;
        }
    }

    private Heading ReadHeading(HeadingBlock heading)
    {
        var place = PlaceOf(heading);
        var (content, attributes) = SplitAttributes(heading.Inline);
        var id = attributes?.Attributes.Id;
        if (attributes is not null)
        {
            CheckAttributes(attributes, []);
        }

        if (id is not null && (!id.StartsWith(IdPrefix.Section, StringComparison.Ordinal) || !Keys.IsId(id)))
        {
            ReportFound("RB4004", PlaceOf(attributes!), id);
            id = null;
        }

        var read = new Heading(place, heading.Level, id, content);
        _targets.Add(new Target(TargetKind.Section, id, place, read));
        return read;
    }

    private Block? ReadParagraph(ParagraphBlock paragraph)
    {
        if (IsImageAlone(paragraph, out var image, out var attributes))
        {
            return ReadImage(image, attributes);
        }

        var content = ReadInlines(paragraph.Inline);
        return content.Count == 0 ? null : new Paragraph(PlaceOf(paragraph), content);
    }

    private ListBlock ReadList(Markdig.Syntax.ListBlock list) =>
        new(
            PlaceOf(list),
            list.IsOrdered,
            list.OrderedStart is { } start ? int.Parse(start, NumberStyles.None, CultureInfo.InvariantCulture) : 1,
            !list.IsLoose,
            [.. list.OfType<ListItemBlock>().Select(ReadBlocks)]
        );

    private Block? ReadContainer(CustomContainer container)
    {
        var place = PlaceOf(container);
        if (container.ClosingFencedCharCount == 0)
        {
            Report("RB4008", place);
        }

        var line = OpeningLine(container);
        if (AttributeText.TryRead(line) is { IsBroken: false } attributes)
        {
            return ReadAttributeContainer(container, attributes);
        }

        var space = line.IndexOfAny([' ', '\t']);
        var name = space < 0 ? line : line[..space];
        var title = space < 0 ? string.Empty : line[space..].Trim();
        switch (name)
        {
            case LeadName:
                return new Lead(place, ReadBlocks(container));
            case CalloutName:
                return new Callout(place, title.Length == 0 ? [] : [new Text(place, title)], ReadBlocks(container));
            case QuoteName:
                if (title.Length == 0)
                {
                    Report("RB4016", place);
                }

                return new InterviewQuote(place, title.Length == 0 ? [] : [new Text(place, title)], ReadBlocks(container));
            default:
                ReportFound("RB4009", place, name, ContainerNames);
                ReadBlocks(container);
                return null;
        }
    }

    private Foreign ReadAttributeContainer(CustomContainer container, AttributeText attributes)
    {
        var place = PlaceOf(container);
        foreach (var (name, _) in attributes.Values.Where(v => v.Key != "lang"))
        {
            ReportFound("RB4005", place, name, ["lang"]);
        }

        return new Foreign(place, attributes.Find("lang") ?? "en", ReadBlocks(container));
    }

    /// <summary>What stands after the colons.</summary>
    private string OpeningLine(CustomContainer container)
    {
        var markdown = _template.Markdown;
        var end = markdown.IndexOf('\n', container.Span.Start);
        return markdown[container.Span.Start..(end < 0 ? markdown.Length : end)].TrimStart(':').Trim();
    }

    private void ReportHtml(HtmlBlock html)
    {
        var text = _template.Markdown.AsSpan(html.Span.Start, html.Span.Length).Trim();
        if (html.Type != HtmlBlockType.Comment || !text.EndsWith("-->", StringComparison.Ordinal))
        {
            Report("RB4010", PlaceOf(html));
        }
    }
}
