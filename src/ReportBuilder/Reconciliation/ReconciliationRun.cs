using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Reconciliation;

/// <summary>Compares a harmonised dataset with the published edition, number by number.</summary>
public static class ReconciliationRun
{
    /// <summary>Compares. The dataset needs the facts on municipalities and projects for the numbers that concern them.</summary>
    /// <param name="harmonised">The dataset, after harmonisation and with facts joined.</param>
    /// <param name="targets">The published numbers.</param>
    public static ReconciliationResult Run(Dataset harmonised, ReconciliationTargets targets)
    {
        var evaluator = new MeasureEvaluator(new PublishedSamples(harmonised));
        ReconciliationLine[] lines = [.. targets.Targets.Select(t => Line(t, evaluator.Evaluate(t)))];
        var byClass = lines.Where(l => l.Class.Length > 0).ToLookup(l => l.Class, StringComparer.Ordinal);
        return new ReconciliationResult(
            lines,
            [
                .. targets
                    .Classes.Where(c => byClass[c.Name].Any())
                    .Select(c => new ClassSummary(
                        c,
                        byClass[c.Name].Count(),
                        byClass[c.Name].Count(l => l.Verdict == ReconciliationVerdict.Inside)
                    )),
            ]
        );
    }

    private static ReconciliationLine Line(ReconciliationTarget target, double? ours)
    {
        var isJudged = target.Status == TargetStatus.Reconciled;
        (double? lowest, double? highest) =
            isJudged && target.Published is { } published ? ToleranceLimits.Of(target, published) : (null, null);
        var verdict = target.Status switch
        {
            TargetStatus.NotComputable => ReconciliationVerdict.NotComputable,
            TargetStatus.NotReconciled => ReconciliationVerdict.NotReconciled,
            _ when ours is not { } value || !double.IsFinite(value) => ReconciliationVerdict.NoValue,
            _ => ours >= (lowest ?? ours) && ours <= (highest ?? ours) ? ReconciliationVerdict.Inside : ReconciliationVerdict.Outside,
        };
        return new ReconciliationLine(
            target.Id,
            target.Place,
            target.VagueWord.Length == 0 ? target.Text : ToolTexts.Get("avstemming.vagt", target.Text, target.VagueWord),
            target.Class,
            target.Unit,
            target.Published,
            target.Decimals,
            ours,
            lowest,
            highest,
            verdict,
            target.Reason
        );
    }
}
