using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// What was wrong with briefings: what hit many alike is kept once, with the briefings that it hit. Safe to use from several threads; what it tells does not depend on their order.
/// </summary>
public sealed class BatchFaults
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Diagnostic Diagnostic, List<BriefingJob> Jobs)> _faults = new(StringComparer.Ordinal);

    /// <summary>Adds what was wrong with one briefing.</summary>
    public void Add(BriefingJob job, IEnumerable<Diagnostic> diagnostics)
    {
        lock (_gate)
        {
            foreach (var diagnostic in diagnostics)
            {
                var text = DiagnosticFormatter.Format(diagnostic);
                if (!_faults.TryGetValue(text, out var fault))
                {
                    fault = (diagnostic, []);
                    _faults.Add(text, fault);
                }

                fault.Jobs.Add(job);
            }
        }
    }

    /// <summary>Each thing wrong with the briefings that it hit, in the order of the manifest; errors first, then what hit most.</summary>
    public IReadOnlyList<(Diagnostic Diagnostic, IReadOnlyList<BriefingJob> Jobs)> Sorted()
    {
        lock (_gate)
        {
            return
            [
                .. _faults
                    .OrderByDescending(f => f.Value.Diagnostic.Severity)
                    .ThenByDescending(f => f.Value.Jobs.Count)
                    .ThenBy(f => f.Key, StringComparer.Ordinal)
                    .Select(f =>
                        (
                            f.Value.Diagnostic,
                            (IReadOnlyList<BriefingJob>)
                                [
                                    .. f
                                        .Value.Jobs.Distinct()
                                        .OrderBy(j => j.Target.Code, StringComparer.Ordinal)
                                        .ThenBy(j => j.Language, StringComparer.Ordinal),
                                ]
                        )
                    ),
            ];
        }
    }
}
