using System.Text;

namespace ReportBuilder.Documents;

/// <summary>Plain text of a BibTeX value: braces away, the commonest LaTeX accents and dashes as characters, white space as single spaces.</summary>
internal static class LatexText
{
    private static readonly (string Latex, string Plain)[] Commands =
    [
        ("\\ae", "æ"),
        ("\\AE", "Æ"),
        ("\\aa", "å"),
        ("\\AA", "Å"),
        ("\\oe", "œ"),
        ("\\ss", "ß"),
        ("\\o", "ø"),
        ("\\O", "Ø"),
        ("\\&", "&"),
        ("\\%", "%"),
        ("\\_", "_"),
        ("\\#", "#"),
        ("\\$", "$"),
    ];

    private const string Accents = "'`^\"~";
    private const string Letters = "aeiouyncAEIOUYNC";

    // One line an accent, in the order of Letters; a space where there is no such letter.
    private static readonly string[] Accented =
    [
        "áéíóúýńćÁÉÍÓÚÝŃĆ",
        "àèìòù   ÀÈÌÒÙ   ",
        "âêîôûŷ ĉÂÊÎÔÛŶ Ĉ",
        "äëïöüÿ  ÄËÏÖÜŸ  ",
        "ã  õ  ñ Ã  Õ  Ñ ",
    ];

    public static string Plain(string value)
    {
        var text = value.Contains('\\', StringComparison.Ordinal) ? Decode(value) : value;
        text = text.Replace("{", string.Empty, StringComparison.Ordinal)
            .Replace("}", string.Empty, StringComparison.Ordinal)
            .Replace("---", "—", StringComparison.Ordinal)
            .Replace("--", "–", StringComparison.Ordinal)
            .Replace('~', '\u00A0');
        return string.Join(' ', text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Decode(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; )
        {
            i += value[i] == '\\' ? DecodeCommand(value, i, text) : Copy(value[i], text);
        }

        return text.ToString();
    }

    private static int Copy(char character, StringBuilder text)
    {
        text.Append(character);
        return 1;
    }

    /// <summary>Writes what a command stands for and gives its length.</summary>
    private static int DecodeCommand(string value, int at, StringBuilder text)
    {
        var rest = value.AsSpan(at);
        if (rest.Length > 2 && Accents.IndexOf(rest[1], StringComparison.Ordinal) is var accent and >= 0)
        {
            var offset = rest[2] == '{' ? 3 : 2;
            var letter = offset < rest.Length ? Letters.IndexOf(rest[offset], StringComparison.Ordinal) : -1;
            if (letter >= 0 && Accented[accent][letter] != ' ')
            {
                text.Append(Accented[accent][letter]);
                return offset + 1;
            }
        }

        foreach (var (latex, plain) in Commands)
        {
            if (rest.StartsWith(latex, StringComparison.Ordinal) && EndsCommand(rest, latex.Length))
            {
                text.Append(plain);
                return latex.Length + (latex.Length < rest.Length && rest[latex.Length] == ' ' && char.IsLetter(latex[^1]) ? 1 : 0);
            }
        }

        return 1;
    }

    private static bool EndsCommand(ReadOnlySpan<char> rest, int length) =>
        !char.IsLetter(rest[length - 1]) || length >= rest.Length || !char.IsAsciiLetter(rest[length]);
}
