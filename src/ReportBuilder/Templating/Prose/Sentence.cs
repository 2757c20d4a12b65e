using System.Text;

namespace ReportBuilder.Templating.Prose;

/// <summary>A sentence of a template.</summary>
/// <param name="Block">The text it stands in.</param>
/// <param name="Start">Where it begins, code before its first word included.</param>
/// <param name="TextStart">Where its first word begins.</param>
/// <param name="End">Offset past it.</param>
internal readonly record struct Sentence(ProseBlock Block, int Start, int TextStart, int End)
{
    private const int ShownLength = 90;

    /// <summary>True when an offset is within it.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Its words in short, «…» for what code prints.</summary>
    public string Shown(ReadOnlySpan<char> masked)
    {
        var words = Words(masked);
        return words.Length <= ShownLength ? words : words[..ShownLength].TrimEnd() + " …";
    }

    /// <summary>Its words on one line, «…» for what code prints.</summary>
    public string Words(ReadOnlySpan<char> masked)
    {
        var text = new StringBuilder(End - TextStart);
        foreach (var character in masked[TextStart..End])
        {
            var last = text.Length > 0 ? text[^1] : ' ';
            switch (character)
            {
                case Mask.Printing:
                    if (last != '…')
                    {
                        text.Append('…');
                    }

                    break;
                case var _ when Mask.IsHidden(character):
                    break;
                case var _ when char.IsWhiteSpace(character) && character != '\u00A0':
                    if (last != ' ')
                    {
                        text.Append(' ');
                    }

                    break;
                case '.' or ',' or ';' or ':' or '!' or '?' or ')' when last == ' ' && text.Length > 0:
                    text[^1] = character;
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        return text.ToString().Trim();
    }
}
