using System.Text;

namespace ReportBuilder.TypstWriting;

/// <summary>Makes plain text safe in Typst source.</summary>
internal static class TypstText
{
    // Everything that can mean something in Typst markup. Straight quotation marks are left to Typst, which sets «» in Norwegian.
    private const string Special = "\\#*_`$<>@=+/~[]";

    /// <summary>Text in markup.</summary>
    public static void AppendMarkup(StringBuilder target, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsSpecial(text, i))
            {
                target.Append('\\');
            }

            target.Append(text[i] is '\n' or '\t' ? ' ' : text[i]);
        }
    }

    /// <summary>Text in markup.</summary>
    public static string Markup(string text)
    {
        var target = new StringBuilder(text.Length + 8);
        AppendMarkup(target, text);
        return target.ToString();
    }

    /// <summary>A string literal with its quotation marks.</summary>
    public static string Literal(string text)
    {
        var target = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    target.Append('\\').Append(character);
                    break;
                case '\n':
                    target.Append("\\n");
                    break;
                default:
                    target.Append(character);
                    break;
            }
        }

        return target.Append('"').ToString();
    }

    private static bool IsSpecial(string text, int at)
    {
        var character = text[at];
        return character switch
        {
            // Two hyphens make a dash, a hyphen before a digit a minus sign, one at the start of a line a list.
            '-' => !(IsLetter(text, at - 1) && IsLetter(text, at + 1)),
            // Three points make an ellipsis; a point after a number at the start of a line a list.
            '.' => At(text, at - 1) == '.' || At(text, at + 1) == '.' || char.IsAsciiDigit(At(text, at - 1)),
            _ => Special.Contains(character, StringComparison.Ordinal),
        };
    }

    private static bool IsLetter(string text, int at) => char.IsLetter(At(text, at));

    private static char At(string text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';
}
