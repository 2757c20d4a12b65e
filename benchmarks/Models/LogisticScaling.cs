using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>
/// The individual model on 19 thousand, 193 thousand and two million rows beside R's <c>glm</c> on the same rows: seconds from terms to estimates,
/// nanoseconds a row, peak memory of the process. Each size is a process of its own, so that its peak is its own.
/// </summary>
internal static class LogisticScaling
{
    private static readonly (int Copies, int Runs, int RunsOfR)[] Cases = [(1, 41, 5), (10, 11, 3), (104, 5, 1)];

    /// <summary>Runs all sizes and prints the table; R's part is left out where there is no <c>Rscript</c>.</summary>
    public static void Measure()
    {
        Console.WriteLine(
            "      rows   design s      fit s    total s   ns/row  processor s   peak MB        R s  processor s   peak MB    R/ours  processor  log likelihood, ours and R's"
        );
        foreach (var (copies, runs, runsOfR) in Cases)
        {
            var own = Words(Environment.ProcessPath!, ["logistic", Text(copies), Text(runs)]);
            var script = Path.Combine(Repository.Root, "benchmarks", "r", "logistic.R");
            var r = Words("Rscript", ["--vanilla", script, IndividualFile.Path, Text(copies), Text(runsOfR)]);
            double Own(int place) => double.Parse(own[place], CultureInfo.InvariantCulture);
            double? OfR(int place) => r.Length > place ? double.Parse(r[place], CultureInfo.InvariantCulture) : null;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Own(0), 10:F0} {Own(1), 10:F4} {Own(2), 10:F4} {Own(3), 10:F4} {Own(3) / Own(0) * 1e9, 8:F0} {Own(4), 12:F4} {Own(5), 9:F0} {OfR(1), 10:F3} {OfR(2), 12:F3} {OfR(3), 9:F0} {OfR(1) / Own(3), 9:F1} {OfR(2) / Own(4), 10:F1}  {own[6]} {(r.Length > 4 ? r[4] : "")}"
                )
            );
        }
    }

    /// <summary>One size in this process; prints rows, medians of the seconds of design, fit, both, and of both by processor time, peak megabytes, log likelihood.</summary>
    public static void MeasureOne(int copies, int runs)
    {
        var (outcome, terms) = IndividualFile.Read(copies);
        double[] design = new double[runs];
        double[] both = new double[runs];
        double[] processor = new double[runs];
        var logLikelihood = 0.0;
        for (var run = 0; run < runs; run++)
        {
            // What an earlier run left does not belong to this one's memory.
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            (design[run], both[run], logLikelihood) = Once(outcome, terms);
            processor[run] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        double[] fit = [.. both.Zip(design, (whole, part) => whole - part)];
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.RowCount} {Median(design)} {Median(fit)} {Median(both)} {Median(processor)} {process.PeakWorkingSet64 / 1048576.0} {logLikelihood}"
            )
        );
    }

    // Apart from the loop, so that nothing of a run is alive in the next.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (double Design, double Both, double LogLikelihood) Once(DummyTerm outcome, IReadOnlyList<Term> terms)
    {
        var watch = Stopwatch.StartNew();
        var design = ModelDesign.Build(outcome, terms);
        var built = watch.Elapsed.TotalSeconds;
        var fit = LogisticRegression.Fit(design);
        return (built, watch.Elapsed.TotalSeconds, fit.Estimates!.LogLikelihood);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Words(string program, string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? said.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }
}
