using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>What is wrong with explanations once the editions are known, and what a release refuses.</summary>
public static class ExplanationCheck
{
    /// <summary>
    /// Errors of an <c>avvik.yaml</c> that was written for other editions (RB7066), or that names what neither edition has (RB7067 an id, RB7068 a pattern).
    /// </summary>
    /// <param name="file">What the file holds.</param>
    /// <param name="result">The comparison.</param>
    /// <param name="shownAs">The file as the user named it.</param>
    public static IReadOnlyList<Diagnostic> OfNames(ExplanationFile file, ComparisonResult result, string shownAs)
    {
        var faults = new List<Diagnostic>();
        AddName("fra", file.Old, result.Old.Origin.Name);
        AddName("til", file.New, result.New.Origin.Name);
        var entries = file.Entries;
        var groups = ExplanationMatch.Group(result.Differences, entries);
        var names = new Lazy<IReadOnlyList<string>>(() => NamesOf(result));
        var nearest = new Lazy<NearestId>(() => new NearestId(names.Value));
        foreach (var (entry, _) in entries.Zip(groups).Where(g => g.Second.Count == 0))
        {
            // The parts of a table («tbl-utvalg#rader») are known by their table; claims have no names of their own to look up.
            var name = entry.Pattern.Split('#')[0];
            if (name.Contains(':', StringComparison.Ordinal))
            {
                continue;
            }

            if (!name.Contains('*', StringComparison.Ordinal))
            {
                if (!names.Value.Contains(name, StringComparer.Ordinal))
                {
                    faults.Add(Diagnostic.Error("RB7067", entry.Place) with { Found = entry.Pattern, Nearest = nearest.Value.Find(name) });
                }
            }
            else if (!names.Value.Any(new DifferencePattern(name).Matches))
            {
                faults.Add(Diagnostic.Error("RB7068", entry.Place) with { Found = entry.Pattern });
            }
        }

        return faults;

        void AddName(string key, string found, string expected)
        {
            if (found != expected)
            {
                faults.Add(Diagnostic.Error("RB7066", new SourcePlace(shownAs), key) with { Found = found, Expected = expected });
            }
        }
    }

    /// <summary>
    /// What a release refuses, the fewest kinds first, so that a long list of differences hides nothing else: an explanation that explains nothing (RB7070), one that no longer
    /// fits its numbers (RB7071), and a difference that nobody explained (RB7072).
    /// </summary>
    /// <param name="explained">The comparison held against the explanations.</param>
    /// <param name="shownAs">The file of explanations as the user named it.</param>
    public static IReadOnlyList<Diagnostic> OfRelease(ExplainedComparison explained, string shownAs)
    {
        var misfitting = explained.Misfits.SelectMany(m => m.Differences).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. explained.Idle.Select(e => Diagnostic.Error("RB7070", e.Place) with { Found = e.Pattern }),
            .. explained.Misfits.Select(Misfit),
            .. explained
                .Unexplained.Where(d => !misfitting.Contains(d.Key))
                .Select(d => Diagnostic.Error("RB7072", new SourcePlace(shownAs), d.Key) with { Found = Sides(d.Old, d.New) }),
        ];
    }

    private static Diagnostic Misfit(ExplanationMisfit misfit)
    {
        var entry = misfit.Explanation;
        return Diagnostic.Error("RB7071", entry.Place, entry.Pattern) with
        {
            Found = entry.IsRule ? Mark(entry.Count, entry.Fingerprint) : Sides(entry.Old, entry.New),
            Expected = entry.IsRule
                ? Mark(misfit.Differences.Count, DifferenceFingerprint.Of(misfit.Differences))
                : Sides(misfit.Differences[0].Old, misfit.Differences[0].New),
        };
    }

    private static string Mark(int? count, string? fingerprint) => ToolTexts.Get("explain.mark", count ?? 0, fingerprint ?? string.Empty);

    private static string Sides(string? old, string? @new) =>
        ToolTexts.Get("explain.sides", old ?? ToolTexts.Get("explain.nothing"), @new ?? ToolTexts.Get("explain.nothing"));

    private static IReadOnlyList<string> NamesOf(ComparisonResult result) =>
        [
            .. new[] { result.Old, result.New }
                .SelectMany(e =>
                    e.Quantities.Keys.Concat(e.Facts.Keys).Concat(e.Tables.Select(t => t.Id)).Concat(e.Figures.Select(f => f.Id))
                )
                .Distinct(StringComparer.Ordinal),
        ];
}
