namespace ReportBuilder.Documents.Markdown;

/// <summary>What ids, keys and labels are made of.</summary>
internal static class Keys
{
    /// <summary>True for a character of a footnote label.</summary>
    public static bool IsFootnoteLabel(char character) => IsKey(character) || character is '.' or ':';

    /// <summary>True for a character anywhere in a key.</summary>
    public static bool IsKey(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';

    /// <summary>True when the whole text can be an id: it becomes a label in the typesetter and an anchor in HTML.</summary>
    public static bool IsId(string text) => text.Length > 0 && char.IsLetter(text[0]) && text.All(c => IsKey(c) || c is '.' or ':');

    /// <summary>
    /// Length of the key that starts at an offset. Points and colons belong to it only when more of the key follows, so that a reference can
    /// end a sentence.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !char.IsLetter(text[start]))
        {
            return 0;
        }

        var end = start;
        while (end < text.Length && (IsKey(text[end]) || (text[end] is '.' or ':' && end + 1 < text.Length && IsKey(text[end + 1]))))
        {
            end++;
        }

        // A hyphen at the end belongs to the sentence.
        while (text[end - 1] == '-')
        {
            end--;
        }

        return end - start;
    }
}
