using System.Globalization;

namespace ReportBuilder.Templating.Code;

/// <summary>What a token of template code is.</summary>
internal enum TokenKind
{
    /// <summary>A name, dots included.</summary>
    Name,

    /// <summary>A text in quotation marks.</summary>
    Text,

    /// <summary>A number without sign.</summary>
    Number,

    /// <summary>The end of a statement.</summary>
    Break,

    /// <summary>Any other character.</summary>
    Sign,
}

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins in the template.</param>
/// <param name="Text">What stands there, without quotation marks.</param>
internal readonly record struct CodeToken(TokenKind Kind, int Offset, string Text);

/// <summary>Splits a code block into tokens. Never fails: what it does not know is a sign.</summary>
internal static class CodeTokens
{
    public static IReadOnlyList<CodeToken> Of(string template, int start, int end)
    {
        var tokens = new List<CodeToken>();
        var (at, stop) = (start + 2, Math.Max(start + 2, end - 2));
        while (at < stop)
        {
            var character = template[at];
            var next = at + 1;
            switch (character)
            {
                case '#':
                    next = EndOfLine(template, at, stop);
                    break;
                case '\n' or ';':
                    tokens.Add(new CodeToken(TokenKind.Break, at, string.Empty));
                    break;
                case '"' or '\'' or '`':
                    next = EndOfText(template, at, stop);
                    tokens.Add(new CodeToken(TokenKind.Text, at, template[(at + 1)..Math.Max(at + 1, next - 1)]));
                    break;
                case var _ when char.IsLetter(character) || character == '_':
                    next = EndOf(template, at, stop);
                    tokens.Add(new CodeToken(TokenKind.Name, at, template[at..next]));
                    break;
                case var _ when char.IsAsciiDigit(character):
                    next = EndOf(template, at, stop);
                    tokens.Add(new CodeToken(TokenKind.Number, at, template[at..next]));
                    break;
                case var _ when char.IsWhiteSpace(character):
                    break;
                default:
                    tokens.Add(new CodeToken(TokenKind.Sign, at, character.ToString(CultureInfo.InvariantCulture)));
                    break;
            }

            at = next;
        }

        return tokens;
    }

    private static int EndOf(string text, int at, int stop)
    {
        while (at < stop && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }

        return at;
    }

    private static int EndOfText(string text, int at, int stop)
    {
        var quote = text[at];
        for (var i = at + 1; i < stop; i++)
        {
            if (text[i] == '\\' && quote != '`')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i + 1;
            }
        }

        return stop;
    }

    private static int EndOfLine(string text, int at, int stop)
    {
        var end = text.IndexOf('\n', at, stop - at);
        return end < 0 ? stop : end;
    }
}
