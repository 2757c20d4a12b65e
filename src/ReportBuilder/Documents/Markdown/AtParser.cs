using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportBuilder.Documents.Markdown;

/// <summary><c>@fig-kjonn</c> or <c>@djuve2017</c> in running text.</summary>
internal sealed class AtInline : LeafInline
{
    /// <summary>The key, without <c>@</c>.</summary>
    public required string Key { get; init; }
}

/// <summary>Parses <c>@</c> references. The sign within a word (an e-mail address) is left alone.</summary>
internal sealed class AtParser : InlineParser
{
    public AtParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (char.IsLetterOrDigit(before) || before == '@')
        {
            return false;
        }

        var length = Keys.LengthAt(slice.AsSpan(), 1);
        if (length == 0)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new AtInline
        {
            Key = slice.Text.Substring(slice.Start + 1, length),
            Line = line,
            Column = column,
            Span = new SourceSpan(start, start + length),
        };
        slice.Start += length + 1;
        return true;
    }
}
