using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReportBuilder.Documents.Markdown;

/// <summary>The mark of a footnote: <c>[^label]</c>.</summary>
internal sealed class FootnoteMark : LeafInline
{
    /// <summary>The label.</summary>
    public required string Label { get; init; }
}

/// <summary>A citation in brackets: <c>[se @djuve2017, s. 12; @blom2015]</c>.</summary>
internal sealed class CitationGroup : LeafInline
{
    /// <summary>The works.</summary>
    public required IReadOnlyList<CitationPart> Parts { get; init; }
}

/// <summary>One work in a citation as written.</summary>
internal readonly record struct CitationPart(int SourceStart, string Prefix, string Key, string Locator);

/// <summary>Parses footnote marks and bracketed citations; ordinary links are left to Markdig.</summary>
internal sealed class BracketParser : InlineParser
{
    public BracketParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var close = text.IndexOf(']');
        if (close < 2)
        {
            return false;
        }

        var content = text[1..close];
        LeafInline? inline =
            content[0] == '^' ? FootnoteMarkOf(content[1..])
            : IsLinkText(text, close) ? null
            : CitationOf(processor, slice, content);
        if (inline is null)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        inline.Line = line;
        inline.Column = column;
        inline.Span = new SourceSpan(start, start + close);
        processor.Inline = inline;
        slice.Start += close + 1;
        return true;
    }

    // A footnote mark may follow a citation, and is then no part of a link.
    private static bool IsLinkText(ReadOnlySpan<char> text, int close)
    {
        var after = text[(close + 1)..];
        return after is ['(', ..] || (after is ['[', ..] && after is not ['[', '^', ..]);
    }

    private static FootnoteMark? FootnoteMarkOf(ReadOnlySpan<char> label)
    {
        foreach (var character in label)
        {
            if (!Keys.IsFootnoteLabel(character))
            {
                return null;
            }
        }

        return label.IsEmpty ? null : new FootnoteMark { Label = label.ToString() };
    }

    private static CitationGroup? CitationOf(InlineProcessor processor, StringSlice slice, ReadOnlySpan<char> content)
    {
        if (content.IndexOf('@') < 0 || content.IndexOf('[') >= 0)
        {
            return null;
        }

        var parts = new List<CitationPart>();
        foreach (var range in content.Split(';'))
        {
            var part = content[range];
            var at = part.IndexOf('@');
            if (at < 0 || (at > 0 && !char.IsWhiteSpace(part[at - 1])))
            {
                return null;
            }

            var length = Keys.LengthAt(part, at + 1);
            if (length == 0)
            {
                return null;
            }

            var offset = slice.Start + 1 + range.Start.GetOffset(content.Length) + at;
            var rest = part[(at + 1 + length)..].Trim();
            parts.Add(
                new CitationPart(
                    processor.GetSourcePosition(offset, out _, out _),
                    Plain(part[..at].Trim()),
                    part.Slice(at + 1, length).ToString(),
                    Plain(rest.TrimStart(',').TrimStart())
                )
            );
        }

        return new CitationGroup { Parts = parts };
    }

    private static string Plain(ReadOnlySpan<char> text) =>
        text.ToString().Replace('\n', ' ').Replace("\\", string.Empty, StringComparison.Ordinal);
}
