namespace ReportBuilder.Templating.Prose;

/// <summary>
/// Words and phrases to look for. A star at the end of a word stands for any ending. Case does not matter, and words are told apart by white
/// space and marks, never by punctuation. Text is read once, whatever the number of phrases.
/// </summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<string[]>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _stems = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _stemLengths = [];

    /// <summary>Makes a set.</summary>
    public PhraseSet(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                Add(words);
            }
        }
    }

    /// <summary>Where phrases stand between two offsets, in order.</summary>
    public IReadOnlyList<Range> Find(ReadOnlySpan<char> text, int start, int end)
    {
        var words = Words(text, start, end);
        var found = new List<Range>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var phrase in Candidates(words[i].Text))
            {
                if (Matches(phrase, words, i))
                {
                    found.Add(words[i].Start..words[i + phrase.Length - 1].End);
                }
            }
        }

        return found;
    }

    private void Add(string[] words)
    {
        var isStem = words[0].EndsWith('*');
        var first = words[0].TrimEnd('*');
        var index = isStem ? _stems : _exact;
        if (!index.TryGetValue(first, out var phrases))
        {
            index.Add(first, phrases = []);
        }

        phrases.Add(words);
        if (isStem)
        {
            _stemLengths.Add(first.Length);
        }
    }

    private IEnumerable<string[]> Candidates(string word)
    {
        foreach (var phrase in _exact.GetValueOrDefault(word, []))
        {
            yield return phrase;
        }

        foreach (var length in _stemLengths)
        {
            if (length <= word.Length)
            {
                foreach (var phrase in _stems.GetValueOrDefault(word[..length], []))
                {
                    yield return phrase;
                }
            }
        }
    }

    private static bool Matches(string[] phrase, List<Word> words, int first)
    {
        if (first + phrase.Length > words.Count)
        {
            return false;
        }

        for (var i = 1; i < phrase.Length; i++)
        {
            var word = words[first + i];
            var isSame = phrase[i].EndsWith('*')
                ? word.Text.StartsWith(phrase[i].TrimEnd('*'), StringComparison.Ordinal)
                : word.Text == phrase[i];
            if (!isSame || !word.FollowsClosely)
            {
                return false;
            }
        }

        return true;
    }

    private static List<Word> Words(ReadOnlySpan<char> text, int start, int end)
    {
        var words = new List<Word>();
        var isClose = false;
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                isClose &= char.IsWhiteSpace(text[i]) || text[i] == '-' || Mask.IsHidden(text[i]);
                continue;
            }

            var first = i;
            while (i < end && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            words.Add(new Word(text[first..i].ToString().ToLowerInvariant(), first, i, isClose));
            (isClose, i) = (true, i - 1);
        }

        return words;
    }

    private readonly record struct Word(string Text, int Start, int End, bool FollowsClosely);
}
