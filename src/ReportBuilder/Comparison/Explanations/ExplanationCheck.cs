using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>What is wrong with explanations once the editions are known, and what a release refuses.</summary>
public static class ExplanationCheck
{
    /// <summary>Errors of an <c>avvik.yaml</c> that was written for editions of other names (RB7066).</summary>
    /// <param name="file">What the file holds.</param>
    /// <param name="older">Name of the older edition.</param>
    /// <param name="newer">Name of the newer edition.</param>
    /// <param name="shownAs">The file as the user named it.</param>
    public static IReadOnlyList<Diagnostic> OfEditions(ExplanationFile file, string older, string newer, string shownAs)
    {
        (string Key, string Found, string Expected)[] names = [("fra", file.Old, older), ("til", file.New, newer)];
        return
        [
            .. names
                .Where(n => n.Found != n.Expected)
                .Select(n => Diagnostic.Error("RB7066", new SourcePlace(shownAs), n.Key) with { Found = n.Found, Expected = n.Expected }),
        ];
    }

    /// <summary>
    /// Errors of an <c>avvik.yaml</c> that was written for other editions (RB7066), or that names what neither edition has (RB7067 an id, RB7068 a pattern).
    /// </summary>
    /// <param name="file">What the file holds.</param>
    /// <param name="result">The comparison.</param>
    /// <param name="shownAs">The file as the user named it.</param>
    public static IReadOnlyList<Diagnostic> OfNames(ExplanationFile file, ComparisonResult result, string shownAs)
    {
        var faults = new List<Diagnostic>(OfEditions(file, result.Old.Origin.Name, result.New.Origin.Name, shownAs));
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
    }

    /// <summary>
    /// Errors of signatures with a date that cannot be (RB7073): before the edition that the new one is held against, when nobody could know the new numbers, or after the new one.
    /// </summary>
    /// <param name="explanations">Signed explanations.</param>
    /// <param name="earliest">Date of the older edition; null when it does not tell.</param>
    /// <param name="latest">Date of the newer edition.</param>
    public static IReadOnlyList<Diagnostic> OfDates(IReadOnlyList<Explanation> explanations, DateOnly? earliest, DateOnly latest)
    {
        var expected = earliest is { } first
            ? ToolTexts.Get("explain.date.between", first.ToText(), latest.ToText())
            : ToolTexts.Get("explain.date.until", latest.ToText());
        return
        [
            .. explanations
                .Where(e => e.Date < earliest || e.Date > latest)
                .Select(e => Diagnostic.Error("RB7073", e.Place, e.Pattern) with { Found = e.Date.ToText(), Expected = expected }),
        ];
    }

    /// <summary>
    /// What a release refuses, the fewest kinds first, so that a long list of differences hides nothing else: what <see cref="OfFit"/> finds, and a difference that nobody explained
    /// (RB7072).
    /// </summary>
    /// <param name="explained">The comparison held against the explanations.</param>
    /// <param name="shownAs">The file of explanations as the user named it.</param>
    public static IReadOnlyList<Diagnostic> OfRelease(ExplainedComparison explained, string shownAs)
    {
        var misfitting = explained.Misfits.SelectMany(m => m.Differences).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfFit(explained),
            .. explained
                .Unexplained.Where(d => !misfitting.Contains(d.Key))
                .Select(d => Diagnostic.Error("RB7072", new SourcePlace(shownAs), d.Key) with { Found = Sides(d.Old, d.New) }),
        ];
    }

    /// <summary>An explanation that explains nothing (RB7070), and one that no longer fits its numbers (RB7071).</summary>
    /// <param name="explained">The comparison held against the explanations.</param>
    /// <param name="severity">How grave it is: what a release refuses, anybody else is only told.</param>
    public static IReadOnlyList<Diagnostic> OfFit(ExplainedComparison explained, Severity severity = Severity.Error) =>
        [
            .. explained
                .Idle.Select(e => Diagnostic.Error("RB7070", e.Place) with { Found = e.Pattern })
                .Concat(explained.Misfits.Select(Misfit))
                .Select(d => d with { Severity = severity }),
        ];

    private static Diagnostic Misfit(ExplanationMisfit misfit)
    {
        var entry = misfit.Explanation;
        var fault = Diagnostic.Error("RB7071", entry.Place, entry.Pattern);
        if (!entry.IsRule)
        {
            var difference = misfit.Differences[0];
            return fault with { Found = Sides(entry.Old, entry.New), Expected = Sides(difference.Old, difference.New) };
        }

        // The fingerprint that would fit is not told: whoever copies it has signed for numbers without looking at them.
        var count = misfit.Differences.Count;
        return fault with
        {
            Found = Mark(entry.Count, entry.Fingerprint),
            Expected = ToolTexts.Get(entry.Count == count ? "explain.mark.other" : "explain.mark.count", count),
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
