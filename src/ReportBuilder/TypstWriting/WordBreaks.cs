using System.Text;
using System.Text.RegularExpressions;
using ReportBuilder.Labels;

namespace ReportBuilder.TypstWriting;

/// <summary>
/// Keeps Typst from breaking words wrongly. Names of variables are broken without a hyphen, which would be read as part of the name: after a low line and before a capital, and names of numbers after a dot.
/// Words that the labels list (<c>dokument.aldri_delt</c>), whatever their ending, are not broken at all: a soft hyphen in the right place would stay in the text of the PDF, where
/// no one who searches for the word would find it.
/// </summary>
internal sealed partial class WordBreaks
{
    private const char ZeroWidthSpace = '\u200B';

    // A code such as «v3_3_7» is never broken.
    private const int ShortestBrokenName = 10;
    private readonly string[] _whole;

    /// <summary>Reads the listed words.</summary>
    public WordBreaks(LabelSet labels) => _whole = labels.Get("dokument.aldri_delt").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Text in Typst markup.</summary>
    public void AppendMarkup(StringBuilder target, string text)
    {
        var plain = 0;
        for (var start = 0; start < text.Length; )
        {
            if (!IsOfWord(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && IsOfWord(text[end]))
            {
                end++;
            }

            end = EndOfId(text, start, end);
            if (Broken(text[start..end]) is { } word)
            {
                TypstText.AppendMarkup(target, text[plain..start]);
                target.Append("#text(hyphenate: false)[");
                TypstText.AppendMarkup(target, word);
                target.Append("];");
                plain = end;
            }

            start = end;
        }

        TypstText.AppendMarkup(target, plain == 0 ? text : text[plain..]);
    }

    /// <summary>The end of an id of three parts or more that begins with a word, otherwise the end of the word. A web address is no id.</summary>
    private static int EndOfId(string text, int start, int end) =>
        end < text.Length && text[end] == '.' && (start == 0 || text[start - 1] != '/') && Id().Match(text, start) is { Success: true } id
            ? start + id.Length
            : end;

    /// <summary>The word as it is set without hyphens; null when breaking it is left to the typesetter.</summary>
    internal string? Broken(string word) =>
        word.Contains('.', StringComparison.Ordinal) ? string.Join('.' + ZeroWidthSpace.ToString(), word.Split('.').Select(NameParts))
        : IsName(word) ? NameParts(word)
        : Array.Exists(_whole, w => word.StartsWith(w, StringComparison.OrdinalIgnoreCase)) ? word
        : null;

    private static bool IsName(string word)
    {
        if (word.Contains('_', StringComparison.Ordinal))
        {
            return true;
        }

        var humps = 0;
        for (var i = 1; i < word.Length; i++)
        {
            humps += char.IsUpper(word[i]) && char.IsLower(word[i - 1]) ? 1 : 0;
        }

        return humps > 1;
    }

    private static string NameParts(string name)
    {
        var parts = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (
                name.Length >= ShortestBrokenName
                && i > 2
                && i + 2 < name.Length
                && (name[i - 1] == '_' || (char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
            )
            {
                parts.Append(ZeroWidthSpace);
            }

            parts.Append(name[i]);
        }

        return parts.ToString();
    }

    [GeneratedRegex(@"\G[a-z][a-z0-9_]*(\.[a-z0-9_]+){2,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
