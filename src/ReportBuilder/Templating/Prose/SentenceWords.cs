using ReportBuilder.Diagnostics;

namespace ReportBuilder.Templating.Prose;

/// <summary>
/// The words that the checks of sentences look for, from <c>setningsord.csv</c> beside the templates (language, kind, word). Kinds:
/// <c>paastand</c> (says something of numbers), <c>unntak</c> (a phrase with such a word that does not), <c>odds</c>,
/// <c>sannsynlighet</c>, <c>forkortelse</c> (its full stop ends no sentence).
/// </summary>
internal sealed class SentenceWords
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "setningsord.csv";

    private const string Claim = "paastand";
    private const string Exception = "unntak";
    private const string OddsKind = "odds";
    private const string ProbabilityKind = "sannsynlighet";
    private const string Abbreviation = "forkortelse";
    private static readonly string[] Heading = ["sprak", "slag", "ord"];
    private static readonly string[] Kinds = [Claim, Exception, OddsKind, ProbabilityKind, Abbreviation];
    private readonly Dictionary<(string Language, string Kind), PhraseSet> _phrases;
    private readonly HashSet<string> _abbreviations;

    private SentenceWords(IReadOnlyList<(string Language, string Kind, string Word)> lines)
    {
        _phrases = lines.GroupBy(l => (l.Language, l.Kind)).ToDictionary(g => g.Key, g => new PhraseSet(g.Select(l => l.Word)));
        _abbreviations = lines
            .Where(l => l.Kind == Abbreviation)
            .Select(l => l.Word.TrimEnd('.'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads the file of a template folder; null when it has none. An unknown kind is RB3436.</summary>
    public static SentenceWords? Read(string folder, string shownAs, DiagnosticBag diagnostics)
    {
        if (RuleFile.Read(folder, FileName, shownAs, Heading, diagnostics) is not { } lines)
        {
            return null;
        }

        foreach (var (place, fields) in lines.Where(l => !Kinds.Contains(l.Fields[1])))
        {
            diagnostics.Add(
                Diagnostic.Error("RB3436", place) with
                {
                    Found = fields[1],
                    Expected = string.Join(", ", Kinds),
                    Nearest = NearestName.Find(fields[1], Kinds),
                }
            );
        }

        return new SentenceWords([.. lines.Select(l => (l.Fields[0], l.Fields[1], l.Fields[2]))]);
    }

    /// <summary>True for a word whose full stop ends no sentence.</summary>
    public bool IsAbbreviation(string word) => _abbreviations.Contains(word);

    /// <summary>The words of a sentence that say something of numbers, those in exceptional phrases left out.</summary>
    public IReadOnlyList<Range> Claims(ReadOnlySpan<char> masked, Sentence sentence)
    {
        var found = Find(masked, sentence, Claim);
        if (found.Count == 0)
        {
            return found;
        }

        var excepted = Find(masked, sentence, Exception);
        return [.. found.Where(f => !excepted.Any(e => e.Start.Value <= f.Start.Value && e.End.Value >= f.End.Value))];
    }

    /// <summary>The words for odds.</summary>
    public IReadOnlyList<Range> Odds(ReadOnlySpan<char> masked, Sentence sentence) => Find(masked, sentence, OddsKind);

    /// <summary>The words for probability.</summary>
    public IReadOnlyList<Range> Probability(ReadOnlySpan<char> masked, Sentence sentence) => Find(masked, sentence, ProbabilityKind);

    private IReadOnlyList<Range> Find(ReadOnlySpan<char> masked, Sentence sentence, string kind) =>
        _phrases.TryGetValue((sentence.Block.Language, kind), out var phrases)
            ? phrases.Find(masked, sentence.TextStart, sentence.End)
            : [];
}
