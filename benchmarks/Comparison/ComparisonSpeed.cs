using System.Globalization;
using ReportBuilder.Benchmarks.Report;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Comparison.SelfCheck;

namespace ReportBuilder.Benchmarks.Comparison;

/// <summary>
/// Times <c>compare</c> on editions of 30 000 numbers as a user meets it: a cold process of the built program, reading, comparing, JSON and page. Beside it, in this process and warm,
/// how much of it is reading.
/// </summary>
internal static class ComparisonSpeed
{
    private const int Parts = (30_000 / GeneratedEdition.NumbersAPart) + 1;
    private const int DrawingBytes = 11_000;
    private const double Limit = 1;

    /// <summary>Measures an edition against one with all numbers changed, one with 1 per cent changed, and itself.</summary>
    /// <param name="runs">Number of runs counted, after one that is not.</param>
    public static void Measure(int runs)
    {
        var folder = Directory.CreateTempSubdirectory("reportbuilder-compare-").FullName;
        try
        {
            var older = Saved(folder, "a", 0);
            foreach (var (name, changed, code) in new[] { ("all changed", 1, 1), ("1 % changed", 0.01, 1), ("equal", 0.0, 0) })
            {
                var newer = Saved(folder, "b", changed);
                Warm(name, older, newer, runs);
                var seconds = Enumerable
                    .Range(0, runs + 1)
                    .Select(_ => Once(older, newer, Path.Combine(folder, "out"), code))
                    .Skip(1)
                    .Order()
                    .ToList();
                var page = new FileInfo(Path.Combine(folder, "out", "sammenligning.html")).Length / 1e6;
                Print(
                    $"{name, -12} median {seconds[runs / 2]:F2} s  least {seconds[0]:F2}  most {seconds[^1]:F2}  limit {Limit:F0}  page {page:F1} MB"
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Saved(string folder, string name, double changed)
    {
        var path = Path.Combine(folder, name);
        GeneratedEdition.Make(Parts, changed, DrawingBytes).Save(path);
        return path;
    }

    // Where the older edition lies there are no settings: what is measured is the defaults.
    private static double Once(string older, string newer, string output, int expected) =>
        ColdProcess.Run(older, expected, ["compare", older, newer, "--output", output, "--no-pdf"]).Wall;

    private static void Warm(string name, string older, string newer, int runs)
    {
        var all = Enumerable.Range(0, runs + 1).Select(_ => Phases(older, newer)).Skip(1).ToList();
        var medians = all[0].Keys.Select(k => (Name: k, Time: all.Select(p => p[k]).Order().ElementAt(runs / 2))).ToList();
        var ratio = medians.Sum(m => m.Time) / medians[0].Time;
        Print(
            $"{name, -12} warm, ms of processor time: {string.Join(", ", medians.Select(m => $"{m.Name} {m.Time:F0}"))}; all to reading {ratio:F2}"
        );
    }

    // Processor time, not time: the machine may be busy with others.
    private static OrderedDictionary<string, double> Phases(string older, string newer)
    {
        var phases = new OrderedDictionary<string, double>(StringComparer.Ordinal);
        var start = Environment.CpuUsage.TotalTime;
        void End(string phase)
        {
            phases.Add(phase, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            start = Environment.CpuUsage.TotalTime;
        }

        var bag = new DiagnosticBag();
        var (a, b) = (Read(older), Read(newer));
        End("reading both");
        var result = EditionComparer.Compare(a, b, ComparisonSettings.Default, []);
        End("comparing");
        var explained = ExplanationMatch.Of(result, []);
        ComparisonJson.Write(explained);
        End("JSON");
        var content = ComparisonPageContent.Read(ComparisonTemplates.OfTool, bag) with
        {
            OldDrawings = EditionDrawings.Beside(older, older),
            NewDrawings = EditionDrawings.Beside(newer, newer),
        };
        ComparisonPage.Write(explained, content, bag);
        End("page");
        return phases;
    }

    private static Edition Read(string path) => EditionReader.Read(path, path, new DiagnosticBag()) ?? throw new InvalidDataException(path);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
