using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Documents;

/// <summary>Checks that need the whole book: references that lead nowhere, works not in the bibliography, figures and tables never placed.</summary>
internal static class ReferenceChecks
{
    public static void CrossReferences(
        IEnumerable<TemplateTree> trees,
        Numbering numbering,
        Markdown.Placeable placeable,
        IReadOnlyList<LeftOut> leftOut,
        DiagnosticBag diagnostics
    )
    {
        var references = trees.SelectMany(t =>
            t.CrossReferences.Select(r => (r.Target, r.Place)).Concat(t.PageReferences.Select(r => (r.Target, r.Place)))
        );
        foreach (var reference in references.Where(r => numbering.Find(r.Target) is null))
        {
            var isPlaceable = placeable.Figures.ContainsKey(reference.Target) || placeable.Tables.ContainsKey(reference.Target);
            var nearest = isPlaceable ? null : NearestName.Find(reference.Target, numbering.Ids);
            // What stood in a file that does not exist cannot be known; with no near name it is the likely reason.
            var fault =
                isPlaceable ? Diagnostic.Error("RB4203", reference.Place)
                : nearest is null && leftOut.Count > 0
                    ? Diagnostic.Error("RB4209", reference.Place, string.Join(", ", leftOut.Select(l => l.Name)))
                : Diagnostic.Error("RB4202", reference.Place);
            diagnostics.Add(fault with { Found = reference.Target, Nearest = nearest });
        }
    }

    public static void Citations(IEnumerable<TemplateTree> trees, Bibliography? bibliography, DiagnosticBag diagnostics)
    {
        foreach (var item in trees.SelectMany(t => t.Citations).SelectMany(c => c.Items))
        {
            if (bibliography is null)
            {
                diagnostics.Add(Diagnostic.Error("RB4302", item.Place) with { Found = item.Key });
            }
            else if (bibliography.Find(item.Key) is null)
            {
                diagnostics.Add(
                    Diagnostic.Error("RB4301", item.Place) with
                    {
                        Found = item.Key,
                        Nearest = NearestName.Find(item.Key, bibliography.Keys),
                    }
                );
            }
        }
    }

    public static void Unplaced(IReadOnlyList<TemplateTree> trees, BookRequest request, SourcePlace manifest, DiagnosticBag diagnostics)
    {
        var placed = trees.SelectMany(t => t.Targets).Select(t => t.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // What has nothing to show for want of data may stand behind an «if»: nothing of the report is lost.
        foreach (var figure in request.Figures.Where(f => !placed.Contains(f.Id) && f.Chart.Quantities.Any(q => q.HasValue)))
        {
            diagnostics.Add(Diagnostic.Warning("RB4109", manifest) with { Found = figure.Id });
        }

        foreach (var table in request.Tables.Where(t => !placed.Contains(t.Id) && !t.IsNotice))
        {
            diagnostics.Add(Diagnostic.Warning("RB4110", manifest) with { Found = table.Id });
        }
    }
}
