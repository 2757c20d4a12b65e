using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ReportBuilder.Documents.Markdown;

/// <summary>A footnote as written: <c>[^label]: text</c>; further paragraphs are indented by four spaces.</summary>
internal sealed class FootnoteDefinition(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>The label.</summary>
    public required string Label { get; init; }
}

/// <summary>Parses footnotes.</summary>
internal sealed class FootnoteDefinitionParser : BlockParser
{
    private const int ContentIndent = 4;

    public FootnoteDefinitionParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || LabelLength(processor.Line) is not { } length)
        {
            return BlockState.None;
        }

        var start = processor.Start;
        var label = processor.Line.Text.Substring(start + 2, length);
        processor.NewBlocks.Push(
            new FootnoteDefinition(this)
            {
                Label = label,
                Line = processor.LineIndex,
                Column = processor.Column,
                Span = new SourceSpan(start, processor.Line.End),
            }
        );
        // The text may follow on the same line: «[^», label, «]:».
        for (var i = 0; i < length + 4; i++)
        {
            processor.NextColumn();
        }

        processor.ParseIndent();
        return processor.IsBlankLine ? BlockState.ContinueDiscard : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        if (processor.IsBlankLine)
        {
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }

        if (processor.Indent < ContentIndent)
        {
            return BlockState.None;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent + ContentIndent);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static int? LabelLength(StringSlice line)
    {
        if (line.PeekChar() != '^')
        {
            return null;
        }

        var length = 0;
        for (var c = line.PeekChar(2); Keys.IsFootnoteLabel(c); c = line.PeekChar(2 + length))
        {
            length++;
        }

        return length > 0 && line.PeekChar(2 + length) == ']' && line.PeekChar(3 + length) == ':' ? length : null;
    }
}
