using System.Diagnostics;
using System.Globalization;
using ReportBuilder.Comparison;
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
    private const int DrawingBytes = 12_000;
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

    private static double Once(string older, string newer, string output, int expected)
    {
        var program = typeof(EditionComparer).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, "compare", older, newer, "--output", output])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return process.ExitCode == expected
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"compare ended with {process.ExitCode}:\n{said.Result}\n{complained.Result}");
    }

    private static void Warm(string name, string older, string newer, int runs)
    {
        var (reading, all) = (new List<double>(), new List<double>());
        for (var run = 0; run <= runs; run++)
        {
            // Processor time: the machine may be busy with others.
            var start = Environment.CpuUsage.TotalTime;
            var (a, b) = (Read(older), Read(newer));
            reading.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            EditionComparer.Compare(a, b, ComparisonSettings.Default, []);
            all.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        var (read, whole) = (reading.Skip(1).Order().ElementAt(runs / 2), all.Skip(1).Order().ElementAt(runs / 2));
        Print($"{name, -12} warm, processor time: reading both {read:F0} ms, reading and comparing {whole:F0} ms, ratio {whole / read:F2}");
    }

    private static Edition Read(string path) => EditionReader.Read(path, path, new DiagnosticBag()) ?? throw new InvalidDataException(path);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
