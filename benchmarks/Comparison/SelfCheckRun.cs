using System.Diagnostics;
using System.Globalization;
using ReportBuilder.Comparison;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Comparison.SelfCheck;

namespace ReportBuilder.Benchmarks.Comparison;

/// <summary>
/// Puts single faults into the sample edition, one at a time, and counts by kind how many of them reading and comparing find. Every fault is drawn by a seed, so that a miss can be made again.
/// </summary>
internal static class SelfCheckRun
{
    /// <summary>Tries the faults and prints what was found; an exit code of 1 says that one was missed, named wrongly, or that a rerun raised an alarm.</summary>
    /// <param name="faults">Number of faults.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="edition">Edition file; null for the sample.</param>
    public static int Measure(int faults, int seed, string? edition)
    {
        var folder = Directory.CreateTempSubdirectory("reportbuilder-selfcheck-").FullName;
        try
        {
            return Try(folder, faults, seed, edition);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Try(string folder, int faults, int seed, string? edition)
    {
        var sample = WithoutOwnAccount(Read(edition ?? Path.Combine(Repository.Root, "sample-output", EditionFolder.EditionFile)));
        var whole = SavedEdition.WithPlainDrawings(sample, "1");
        var trial = new FaultTrial(whole, folder);
        var watch = Stopwatch.StartNew();
        var again = trial.Rerun();
        var isQuiet = again.IsEqual && again.WithinTolerance.Count == 0;
        var verdicts = new EditionFaults(whole, SavedEdition.WithPlainDrawings(sample, "2")).Draw(faults, seed).Select(trial.Try).ToList();
        Print($"{"kind", -24} {"faults", 6} {"found", 6} {"reader", 6}");
        foreach (var kind in verdicts.GroupBy(v => v.Fault.Kind).OrderBy(k => k.Key))
        {
            Print($"{kind.Key, -24} {kind.Count(), 6} {kind.Count(v => v.IsFound), 6} {kind.Count(v => v.Codes.Count > 0), 6}");
        }

        var missed = verdicts.Where(v => !v.IsFound).ToList();
        var strange = verdicts.Where(v => v.Strangers.Count > 0).ToList();
        Print(
            $"{"all", -24} {verdicts.Count, 6} {verdicts.Count - missed.Count, 6} {verdicts.Count(v => v.Codes.Count > 0), 6}   {watch.Elapsed.TotalSeconds:F1} s"
        );
        missed.ForEach(v => Print($"missed: {v}"));
        strange.ForEach(v => Print($"not of the fault: {string.Join(", ", v.Strangers)}; {v}"));
        Print(
            $"rerun: {(isQuiet ? "no alarm" : $"{again.Differences.Count} differences, {again.WithinTolerance.Count} within tolerance")}"
        );
        return missed.Count == 0 && strange.Count == 0 && isQuiet ? 0 : 1;
    }

    // What the report tells of its own revisions is never compared.
    private static Edition WithoutOwnAccount(Edition edition)
    {
        var own = edition.Quantities.Keys.Where(Revisions.IsOwnAccount).ToHashSet(StringComparer.Ordinal);
        bool IsOthers(IEnumerable<QuantityId> ids) => !ids.Any(id => own.Contains(id.Value));
        return edition with
        {
            Quantities = edition.Quantities.RemoveRange(own),
            Tables = [.. edition.Tables.Where(t => IsOthers(t.QuantityIds))],
            Claims = [.. edition.Claims.Where(c => IsOthers(c.QuantityIds))],
        };
    }

    // The file alone: drawings are made for the trial.
    private static Edition Read(string path) =>
        EditionReader.Parse(File.ReadAllBytes(path), path, new DiagnosticBag())
        ?? throw new InvalidDataException($"{path} cannot be read.");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
