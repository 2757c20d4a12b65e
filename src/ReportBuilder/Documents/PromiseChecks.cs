using ReportBuilder.Diagnostics;

namespace ReportBuilder.Documents;

/// <summary>Holds the texts against what the manifest promises of their numbers. Each breach is a warning at the place that names the number.</summary>
internal static class PromiseChecks
{
    /// <summary>Checks all promises.</summary>
    /// <param name="promises">The promises.</param>
    /// <param name="texts">The numbers of each text.</param>
    /// <param name="shown">Ids in the tables and figures placed in the book.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static void Run(ManifestPromises promises, IReadOnlyList<NumberUse> texts, IReadOnlySet<string> shown, DiagnosticBag diagnostics)
    {
        foreach (var group in promises.SameNumbers)
        {
            CheckSame([.. texts.Where(t => group.Any(f => f.Name == t.Name))], diagnostics);
        }

        CheckSummaries(promises, texts, shown, diagnostics);
    }

    /// <summary>Numbers that stand in one text of a group but not in another (RB3440).</summary>
    private static void CheckSame(NumberUse[] group, DiagnosticBag diagnostics)
    {
        foreach (var text in group)
        {
            foreach (var other in group.Where(o => o != text))
            {
                foreach (var (id, place) in text.Named.Where(n => !other.Named.ContainsKey(n.Key)))
                {
                    diagnostics.Add(Diagnostic.Warning("RB3440", place, id, text.Name, other.Name));
                }
            }
        }
    }

    /// <summary>Numbers of a summary that the book otherwise does not have (RB3441).</summary>
    private static void CheckSummaries(
        ManifestPromises promises,
        IReadOnlyList<NumberUse> texts,
        IReadOnlySet<string> shown,
        DiagnosticBag diagnostics
    )
    {
        var (summaries, others) = (
            texts.Where(t => promises.Summaries.Any(f => f.Name == t.Name)).ToList(),
            texts.Where(t => t.Matter != Matter.Front && promises.Summaries.All(f => f.Name != t.Name))
        );
        var told = others.SelectMany(t => t.Printed).ToHashSet(StringComparer.Ordinal);
        foreach (var text in summaries)
        {
            foreach (
                var (id, place) in text.Named.Where(n => text.Printed.Contains(n.Key) && !told.Contains(n.Key) && !shown.Contains(n.Key))
            )
            {
                diagnostics.Add(Diagnostic.Warning("RB3441", place, id));
            }
        }
    }
}
