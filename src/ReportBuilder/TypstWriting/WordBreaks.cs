using System.Text;
using ReportBuilder.Labels;

namespace ReportBuilder.TypstWriting;

/// <summary>
/// Where words may be broken, when Typst's patterns would break them wrongly. Names of variables are broken without a hyphen, which would be read as part of the name:
/// after a low line and before a capital. Words that the label file lists (<c>orddeling.*</c>) are broken where it says, whatever ending they have.
/// </summary>
internal sealed class WordBreaks
{
    private const string KeyStart = "orddeling.";
    private const char SoftHyphen = '\u00AD';
    private const char ZeroWidthSpace = '\u200B';

    // A code such as «v3_3_7» is never broken.
    private const int ShortestBrokenName = 10;
    private readonly (string Word, string Parts)[] _listed;

    /// <summary>Reads the listed words, longest first, so that a word is not taken for a shorter one that it begins with.</summary>
    public WordBreaks(LabelSet labels) =>
        _listed =
        [
            .. labels
                .Keys.Where(k => k.StartsWith(KeyStart, StringComparison.Ordinal))
                .Select(k => (Word: k[KeyStart.Length..], Parts: labels.Get(k)))
                .OrderByDescending(e => e.Word.Length)
                .ThenBy(e => e.Word, StringComparer.Ordinal),
        ];

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

    /// <summary>The word with the places where it may be broken; null when that is left to the typesetter.</summary>
    internal string? Broken(string word) => IsName(word) ? NameParts(word) : Listed(word);

    private string? Listed(string word)
    {
        foreach (var (start, parts) in _listed)
        {
            if (word.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return WithSoftHyphens(word, parts);
            }
        }

        return null;
    }

    private static string WithSoftHyphens(string word, string parts)
    {
        var broken = new StringBuilder();
        var at = 0;
        foreach (var part in parts)
        {
            // The word keeps its own capitals: only the hyphens are taken from the list.
            broken.Append(part == '-' ? SoftHyphen : word[at++]);
        }

        return broken.Append(word, at, word.Length - at).ToString();
    }

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

        return humps > 0;
    }

    private static string NameParts(string name)
    {
        var parts = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name.Length >= ShortestBrokenName && i > 2 && i + 2 < name.Length && (name[i - 1] == '_' || (char.IsUpper(name[i]) && char.IsLower(name[i - 1]))))
            {
                parts.Append(ZeroWidthSpace);
            }

            parts.Append(name[i]);
        }

        return parts.ToString();
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
