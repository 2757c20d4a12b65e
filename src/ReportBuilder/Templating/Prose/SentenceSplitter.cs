namespace ReportBuilder.Templating.Prose;

/// <summary>
/// Splits text into sentences. A sentence ends at a full stop, question or exclamation mark before a capital letter, a figure or printing code,
/// or at the end of its block. Code that prints nothing belongs to the sentence after it.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences of a block, in order.</summary>
    /// <param name="masked">The masked template.</param>
    /// <param name="block">The block.</param>
    /// <param name="isAbbreviation">Whether a word before a full stop is an abbreviation.</param>
    public static IReadOnlyList<Sentence> Split(ReadOnlySpan<char> masked, ProseBlock block, Func<string, bool> isAbbreviation)
    {
        var sentences = new List<Sentence>();
        var start = block.Start;
        for (var i = block.Start; i < block.End; i++)
        {
            if (masked[i] is not ('.' or '!' or '?') || EndAfter(masked, block, i) is not { } end)
            {
                continue;
            }

            if (masked[i] == '.' && isAbbreviation(WordBefore(masked, block.Start, i)))
            {
                continue;
            }

            sentences.Add(new Sentence(block, start, TextStart(masked, start, end), end));
            (start, i) = (end, end - 1);
        }

        if (TextStart(masked, start, block.End) is var text && text < block.End)
        {
            sentences.Add(new Sentence(block, start, text, block.End));
        }
        else if (sentences.Count > 0)
        {
            sentences[^1] = sentences[^1] with { End = block.End };
        }

        return sentences;
    }

    /// <summary>Where the sentence ends, when it does after this mark.</summary>
    private static int? EndAfter(ReadOnlySpan<char> masked, ProseBlock block, int mark)
    {
        var end = mark + 1;
        while (end < block.End && (masked[end] is ')' or '»' or '"' or ']' or '*' or '_' or Mask.Markup))
        {
            end++;
        }

        var next = end;
        while (
            next < block.End && (char.IsWhiteSpace(masked[next]) || Mask.IsHidden(masked[next]) || masked[next] is '«' or '(' or '[' or '"')
        )
        {
            next++;
        }

        var isApart = next > end;
        return isApart && (next >= block.End || char.IsUpper(masked[next]) || char.IsDigit(masked[next]) || masked[next] == Mask.Printing)
            ? end
            : null;
    }

    private static int TextStart(ReadOnlySpan<char> masked, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(masked[start]) || Mask.IsHidden(masked[start])))
        {
            start++;
        }

        return start;
    }

    /// <summary>The word a full stop follows, inner full stops included: «f.eks».</summary>
    private static string WordBefore(ReadOnlySpan<char> masked, int first, int stop)
    {
        var start = stop;
        while (start > first && (char.IsLetter(masked[start - 1]) || masked[start - 1] == '.'))
        {
            start--;
        }

        return masked[start..stop].ToString();
    }
}
