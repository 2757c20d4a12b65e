using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportBuilder.Documents.Markdown;

/// <summary>Attributes as written: <c>{#sec-data alt="…"}</c>.</summary>
internal sealed class AttributeInline : LeafInline
{
    /// <summary>The attributes.</summary>
    public required AttributeText Attributes { get; init; }
}

/// <summary>Parses attributes. A brace that begins no attribute is left as text.</summary>
internal sealed class AttributeParser : InlineParser
{
    public AttributeParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (AttributeText.TryRead(slice.AsSpan()) is not { } attributes)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new AttributeInline
        {
            Attributes = attributes,
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + attributes.Length - 1),
        };
        slice.Start += attributes.Length;
        return true;
    }
}
