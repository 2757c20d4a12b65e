using System.Globalization;

namespace ReportBuilder.Benchmarks.Report;

/// <summary>Times whole commands as a user meets them: cold processes of the built program, with peak memory, against their bars.</summary>
internal static class WholeRun
{
    private const int Megabytes = 900;

    /// <summary>Times <c>report</c>, with invented registers and with given ones.</summary>
    /// <param name="runs">Number of runs counted, after one that is not.</param>
    public static void MeasureReport(int runs)
    {
        using var place = new Workplace();
        Measure("report, invented registers", 5, runs, () => ColdProcess.Run(place.Folder, "report", "--config", Workplace.Invented));
        Measure("report, given registers", 4, runs, () => ColdProcess.Run(place.Folder, "report", "--config", Workplace.Given));
    }

    /// <summary>Times <c>briefings</c> of all municipalities in one language: all made, nothing changed, and a few participants of one municipality changed.</summary>
    /// <param name="runs">Number of runs counted, after one that is not.</param>
    public static void MeasureBriefings(int runs)
    {
        using var place = new Workplace();
        var before = File.ReadAllText(place.PathOf(Workplace.Dataset));
        var after = WithChange(before, municipality: "4601");
        Measure("briefings, all made", 20, runs, () => Run("--again"));
        Measure("briefings, nothing changed", 2, runs, () => Run());
        Measure(
            "briefings, one municipality changed",
            2,
            runs,
            () =>
            {
                File.WriteAllText(place.PathOf(Workplace.Dataset), after);
                var changed = Run();
                File.WriteAllText(place.PathOf(Workplace.Dataset), before);
                Run();
                return changed;
            }
        );

        ColdProcess Run(params string[] more) => ColdProcess.Run(place.Folder, ["briefings", "--config", Workplace.Harmonised, .. more]);
    }

    private static void Measure(string name, double limit, int runs, Func<ColdProcess> run)
    {
        run();
        List<ColdProcess> times = [.. Enumerable.Range(0, runs).Select(_ => run())];
        Print(name, "s", [.. times.Select(t => t.Wall).Order()], limit);
        Print(name, "MB", [.. times.Select(t => t.Peak).Order()], Megabytes);
    }

    private static void Print(string name, string unit, double[] sorted, double limit)
    {
        var median = sorted[sorted.Length / 2];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -36} {unit, -2}  median {median, 7:F2}  least {sorted[0], 7:F2}  most {sorted[^1], 7:F2}  limit {limit:F0}  ratio {median / limit:F2}"
            )
        );
    }

    /// <summary>The dataset with one measure taken from the first ten participants of a municipality who had it.</summary>
    private static string WithChange(string csv, string municipality)
    {
        var lines = csv.Split('\n');
        var names = lines[0].Split(',');
        var (place, measure) = (Array.IndexOf(names, "kommune"), Array.IndexOf(names, "t_amo_kurs"));
        var left = 10;
        for (var i = 1; i < lines.Length && left > 0; i++)
        {
            var cells = lines[i].Split(',');
            if (cells.Length == names.Length && cells[place] == municipality && cells[measure] == "1")
            {
                cells[measure] = "0";
                lines[i] = string.Join(',', cells);
                left--;
            }
        }

        return left == 0 ? string.Join('\n', lines) : throw new InvalidOperationException($"{municipality} has too few participants.");
    }
}
