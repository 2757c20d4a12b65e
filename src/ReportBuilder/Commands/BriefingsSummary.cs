using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Commands;

/// <summary>What the user is told when briefings are made or merged: counts, times and what went wrong, and never a number of a municipality.</summary>
internal static class BriefingsSummary
{
    private const int MostFaults = 50;
    private const int MostNamed = 5;

    /// <summary>Tells of a run, and gives its exit code.</summary>
    public static int Show(
        RunConsole console,
        DiagnosticBag bag,
        BatchFaults faults,
        BatchOutcome outcome,
        BatchFolder folder,
        RunClock clock
    )
    {
        ShowFaults(console, faults);
        console.Show(bag);
        if (outcome is { IsBroken: true, HasChangedFiles: false } && bag.HasErrors)
        {
            console.Line(ToolTexts.Get("briefings.failed", bag.ErrorCount, bag.WarningCount));
            return ExitCodes.BadInput;
        }

        if (outcome.NotTried > 0)
        {
            console.Line(ToolTexts.Get("briefings.none.tried", Number(outcome.NotTried)));
        }

        if (outcome.Left > 0)
        {
            console.Line(ToolTexts.Get("briefings.left", Number(outcome.Left)));
        }

        if (outcome.Outdated > 0)
        {
            console.Line(ToolTexts.Get("briefings.outdated", Number(outcome.Outdated)));
        }

        console.Line(ToolTexts.Get(outcome.IsBroken ? "briefings.broken" : "briefings.wrote", folder.ShownAs));
        console.Line(
            ToolTexts.Get(
                "briefings.summary",
                Number(outcome.Made),
                Number(outcome.Unchanged),
                Number(outcome.Failed),
                Number(outcome.Removed),
                RunConsole.Seconds(clock.Elapsed),
                outcome.Median is { } median ? NorwegianNumberText.Number(median.TotalMilliseconds, 0) : "–",
                RunClock.PeakMegabytes
            )
        );
        return outcome.IsBroken || outcome.Failed > 0 ? ExitCodes.Incomplete : ExitCodes.Done;
    }

    /// <summary>Tells of slices that were merged, and gives the exit code.</summary>
    public static int ShowMerged(RunConsole console, DiagnosticBag bag, BatchOutcome outcome, BatchFolder folder, RunClock clock)
    {
        console.Show(bag);
        if (outcome.IsBroken)
        {
            console.Line(ToolTexts.Get("briefings.broken"));
            return outcome.HasChangedFiles ? ExitCodes.Incomplete : ExitCodes.BadInput;
        }

        console.Line(ToolTexts.Get("briefings.wrote", folder.ShownAs));
        console.Line(
            ToolTexts.Get(
                "briefings.merged",
                Number(outcome.Unchanged),
                Number(outcome.Failed),
                Number(outcome.Removed),
                RunConsole.Seconds(clock.Elapsed)
            )
        );
        return outcome.Failed > 0 ? ExitCodes.Incomplete : ExitCodes.Done;
    }

    private static void ShowFaults(RunConsole console, BatchFaults faults)
    {
        var sorted = faults.Sorted();
        foreach (var (diagnostic, jobs) in sorted.Take(MostFaults))
        {
            console.Complain(DiagnosticFormatter.Format(diagnostic));
            var named = string.Join(", ", jobs.Take(MostNamed).Select(j => $"{j.Target.Code} {j.Language}"));
            var all = jobs.Count > MostNamed ? ToolTexts.Get("briefings.hit.more", named, Number(jobs.Count - MostNamed)) : named;
            console.Complain(ToolTexts.Get("briefings.hit", Number(jobs.Count), all));
        }

        if (sorted.Count > MostFaults)
        {
            console.Complain(ToolTexts.Get("diagnostic.more", BatchFolder.Name, sorted.Count - MostFaults));
        }
    }

    private static string Number(int value) => NorwegianNumberText.Number(value, 0);
}
