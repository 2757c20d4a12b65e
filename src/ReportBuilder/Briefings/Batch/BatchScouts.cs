using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// The few briefings of a language that are tried before the others, spread over all municipalities. When a fault in the templates or the typesetter stops them all in the same way, it
/// would stop the others too, and the user hears of it at once. Which they are follows from the briefings alone, not from who is done first.
/// </summary>
internal static class BatchScouts
{
    /// <summary>How many are tried.</summary>
    public const int Count = 8;

    /// <summary>Fewest briefings of a language that are worth trying some of first.</summary>
    public const int Fewest = 3 * Count;

    /// <summary>The scouts of each language that has enough briefings, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<BriefingJob>> Choose(IReadOnlyList<BriefingJob> jobs) =>
        new SortedDictionary<string, IReadOnlyList<BriefingJob>>(
            jobs.GroupBy(j => j.Language)
                .Select(g => (Language: g.Key, Jobs: g.ToList()))
                .Where(g => g.Jobs.Count >= Fewest)
                .ToDictionary(
                    g => g.Language,
                    g =>
                        (IReadOnlyList<BriefingJob>)
                            [.. Enumerable.Range(0, Count).Select(i => g.Jobs[i * (g.Jobs.Count - 1) / (Count - 1)])]
                ),
            StringComparer.Ordinal
        );

    /// <summary>The faults that each of the scouts has failed from, as the reason; null when there are none. Some may have others besides: what follows from a fault differs.</summary>
    public static string? CommonReason(IReadOnlyList<BriefingJob> scouts, BatchFaults faults)
    {
        var sent = scouts.ToHashSet();
        var codes = faults
            .Sorted()
            .Where(f => f.Diagnostic.Severity == Severity.Error && f.Jobs.Count(sent.Contains) == sent.Count)
            .Select(f => f.Diagnostic.Code)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return codes.Count > 0 ? string.Join(", ", codes) : null;
    }
}
