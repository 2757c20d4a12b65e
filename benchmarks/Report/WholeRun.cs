using System.Diagnostics;
using System.Globalization;

namespace ReportBuilder.Benchmarks.Report;

/// <summary>
/// Times the whole of <c>report</c> as a user meets it: a cold process of the built program, from start to exit, with the peak memory of the program and
/// its typesetter together. Plain processes rather than BenchmarkDotNet, since start-up is part of what is measured.
/// </summary>
internal static class WholeRun
{
    private const double WallLimit = 5;
    private const double MemoryLimit = 700;

    /// <summary>Runs <c>report</c> some times and prints median, least and most against the limits.</summary>
    /// <param name="runs">Number of runs counted, after one that is not.</param>
    public static void Measure(int runs)
    {
        var program = typeof(ReportBuilder.Commands.ReportRun).Assembly.Location;
        var root = Repository.Root;
        var output = Path.Combine(Path.GetTempPath(), "reportbuilder-benchmark");
        var seconds = new List<double>();
        var memory = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            var (wall, peak) = Once(program, root, output);
            if (run > 0)
            {
                seconds.Add(wall);
                memory.Add(peak);
            }
        }

        Directory.Delete(output, recursive: true);
        Print("wall, s", seconds, WallLimit);
        Print("memory, MB", memory, MemoryLimit);
    }

    private static (double Wall, double Peak) Once(string program, string root, string output)
    {
        var start = new ProcessStartInfo("dotnet", [program, "report", "--output", output])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        var peaks = new Dictionary<int, double>();
        while (!process.WaitForExit(50))
        {
            foreach (var id in Family(process.Id))
            {
                peaks[id] = Math.Max(peaks.GetValueOrDefault(id), PeakMegabytes(id));
            }
        }

        var wall = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? (wall, peaks.Values.Sum())
            : throw new InvalidOperationException($"report ended with {process.ExitCode}:\n{said.Result}\n{complained.Result}");
    }

    /// <summary>The process and its children; only Linux tells (elsewhere memory is 0).</summary>
    private static IEnumerable<int> Family(int id)
    {
        yield return id;
        foreach (var folder in Directory.Exists($"/proc/{id}/task") ? Directory.EnumerateDirectories($"/proc/{id}/task") : [])
        {
            var text = TryRead(Path.Combine(folder, "children"));
            foreach (var child in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return int.Parse(child, CultureInfo.InvariantCulture);
            }
        }
    }

    private static double PeakMegabytes(int id)
    {
        var line = TryRead($"/proc/{id}/status").Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return kilobytes is null ? 0 : double.Parse(kilobytes, NumberStyles.Integer, CultureInfo.InvariantCulture) / 1024;
    }

    // A process may end between being listed and being read.
    private static string TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    private static void Print(string name, List<double> values, double limit)
    {
        values.Sort();
        var median = values[values.Count / 2];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -12} median {median:F2}  least {values[0]:F2}  most {values[^1]:F2}  limit {limit:F0}  ratio {median / limit:F2}"
            )
        );
    }
}
