using System.Diagnostics;
using System.Globalization;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>What follows the fit of the individual model (19 316 rows, 33 columns): median seconds of each, warm, beside R on the same file.</summary>
internal static class AfterFitTimes
{
    private const int Runs = 7;

    /// <summary>Prints the table; R's part, which takes about a minute, only when asked for.</summary>
    public static void Measure(bool withR)
    {
        var (outcome, terms) = IndividualFile.Read(1);
        var fit = LogisticRegression.Fit(ModelDesign.Build(outcome, terms));
        (string Name, Action Run)[] parts =
        [
            ("fit", () => LogisticRegression.Fit(fit.Design)),
            ("profile", () => ProfileIntervals.Of(fit)),
            ("drop1", () => SingleTermDeletion.Of(fit)),
            ("HC3", () => RobustCovariance.HeteroscedasticityConsistent(fit, HeteroscedasticityCorrection.HC3)),
            ("influence", () => Influence.Of(fit)),
            ("effect", () => AverageMarginalEffects.Of(fit, "landbakgrunn")),
        ];
        var ofR = withR ? SecondsOfR() : [];
        foreach (var (name, run) in parts)
        {
            var (own, processor) = Median(run);
            var other = ofR.TryGetValue(name, out var seconds)
                ? string.Create(CultureInfo.InvariantCulture, $"{seconds, 10:F3} s by R, {seconds / own, 8:F0} times")
                : "";
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{name, -10} {own, 8:F4} s {processor, 8:F4} s of processors {other}")
            );
        }
    }

    private static (double Wall, double Processor) Median(Action run)
    {
        var (wall, processor) = (new double[Runs], new double[Runs]);
        for (var i = 0; i < Runs; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            run();
            wall[i] = watch.Elapsed.TotalSeconds;
            processor[i] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        Array.Sort(wall);
        Array.Sort(processor);
        return (wall[Runs / 2], processor[Runs / 2]);
    }

    /// <summary>Runs <c>profile.R</c>, which prints a name and seconds a line.</summary>
    private static Dictionary<string, double> SecondsOfR()
    {
        var script = Path.Combine(Repository.Root, "benchmarks", "r", "profile.R");
        using var process = Process.Start(
            new ProcessStartInfo("Rscript", ["--vanilla", script, IndividualFile.Path])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines
            .Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
