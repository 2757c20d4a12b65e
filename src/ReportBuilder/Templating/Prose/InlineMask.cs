namespace ReportBuilder.Templating.Prose;

/// <summary>Hides what is not text within a line: code spans, link targets, citations, references, notes, attributes, addresses.</summary>
internal static class InlineMask
{
    public static void Apply(Span<char> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\\' when i + 1 < line.Length:
                    line[i] = Mask.Markup;
                    i++;
                    break;
                case '`':
                    i = Hide(line, i, '`', Mask.Markup);
                    break;
                case '{':
                    i = Hide(line, i, '}', Mask.Markup);
                    break;
                case '<':
                    i = Hide(line, i, '>', Mask.Markup);
                    break;
                case ']' when i + 1 < line.Length && line[i + 1] == '(':
                    i = Hide(line, i + 1, ')', Mask.Markup);
                    break;
                case '[' when IsCitation(line[i..]):
                    i = Hide(line, i, ']', Mask.Printing);
                    break;
                case '[' when i + 1 < line.Length && line[i + 1] == '^':
                    i = Hide(line, i, ']', Mask.Markup);
                    break;
                case '@' when i + 1 < line.Length && char.IsLetter(line[i + 1]):
                    i = HideWord(line, i, Mask.Printing);
                    break;
                case 'h' when line[i..].StartsWith("http://") || line[i..].StartsWith("https://"):
                    i = HideWord(line, i, Mask.Markup);
                    break;
            }
        }
    }

    // «[@key, s. 12]» and «[-@key]»; what the brackets hold belongs to the work cited.
    private static bool IsCitation(Span<char> rest) => rest is ['[', '@', ..] or ['[', '-', '@', ..];

    private static int Hide(Span<char> line, int at, char close, char mask)
    {
        var length = line[(at + 1)..].IndexOf(close);
        if (length < 0)
        {
            return at;
        }

        line.Slice(at, length + 2).Fill(mask);
        return at + length + 1;
    }

    private static int HideWord(Span<char> line, int at, char mask)
    {
        var end = at;
        while (end < line.Length && !char.IsWhiteSpace(line[end]) && line[end] is not (')' or ']' or ',' or ';'))
        {
            end++;
        }

        // A full stop or a colon at the end belongs to the sentence.
        while (end > at + 1 && line[end - 1] is '.' or ':' or '!' or '?')
        {
            end--;
        }

        line[at..end].Fill(mask);
        return end - 1;
    }
}
