using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace ReportBuilder.Documents.Markdown;

/// <summary>
/// The Markdown of this project: CommonMark with pipe tables, <c>:::</c> containers, footnotes, <c>{…}</c> attributes, <c>@</c> references and
/// <c>[@…]</c> citations. The last four are parsed here rather than by Markdig's own extensions, which drop what they do not understand.
/// </summary>
internal static class BookMarkdown
{
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(Make);

    public static MarkdownDocument Parse(string markdown) => Markdig.Markdown.Parse(markdown, Pipeline.Value);

    private static MarkdownPipeline Make()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }.UsePipeTables();
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new FootnoteDefinitionParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new BracketParser());
        builder.InlineParsers.Add(new AtParser());
        builder.InlineParsers.Add(new AttributeParser());
        return builder.Build();
    }
}
