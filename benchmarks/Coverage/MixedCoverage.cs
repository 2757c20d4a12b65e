using System.Globalization;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Benchmarks.Coverage;

/// <summary>
/// How often 95 per cent intervals of a multilevel model hold the truth: Wald for coefficients, profile for σ. One model of one level (120 groups of 15)
/// and one of two (40 groups with 4 subgroups of 12), each drawn anew from its seed.
/// </summary>
internal static class MixedCoverage
{
    private const double Intercept = -0.4;
    private const double Slope = 0.7;
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void Measure(int draws)
    {
        Measure("one level", draws, 1800, [(15, 0.8)]);
        Measure("two levels", draws, 1920, [(12, 0.6), (48, 0.9)]);
    }

    private static void Measure(string name, int draws, int rows, (int Size, double Sigma)[] factors)
    {
        var hits = new int[2 + factors.Length];
        var fitted = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var fit = Draw(rows, factors, seed: 20260 + draw);
            if (fit.Estimates is not { } estimates)
            {
                continue;
            }

            fitted++;
            hits[0] += estimates.Coefficients[0].Estimate!.Interval is { Low: <= Intercept, High: >= Intercept } ? 1 : 0;
            hits[1] += estimates.Coefficients[1].Estimate!.Interval is { Low: <= Slope, High: >= Slope } ? 1 : 0;
            var intervals = VarianceProfile.Intervals(fit);
            for (var k = 0; k < factors.Length; k++)
            {
                hits[2 + k] +=
                    intervals[k].StandardDeviation is { } ends && ends.Low <= factors[k].Sigma && ends.High >= factors[k].Sigma ? 1 : 0;
            }
        }

        string Share(int count) => (100.0 * count / fitted).ToString("F1", Culture);
        string[] deviations = [.. factors.Select((f, k) => $"σ = {f.Sigma.ToString(Culture)}: {Share(hits[2 + k])}")];
        Console.WriteLine(
            $"{name}: {fitted} of {draws} fitted; intercept {Share(hits[0])}, slope {Share(hits[1])}, {string.Join(", ", deviations)} per cent"
        );
    }

    private static MixedLogitFit Draw(int rows, (int Size, double Sigma)[] factors, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[][] intercepts =
        [
            .. factors.Select(f => Enumerable.Range(0, (rows + f.Size - 1) / f.Size).Select(_ => f.Sigma * Normal()).ToArray()),
        ];
        var (x, y) = (new double?[rows], new bool?[rows]);
        for (var i = 0; i < rows; i++)
        {
            x[i] = Normal();
            var eta = Intercept + Slope * x[i]!.Value + factors.Select((f, k) => intercepts[k][i / f.Size]).Sum();
            y[i] = random.NextDouble() < 1 / (1 + Math.Exp(-eta));
        }

        return MixedLogit.Fit(
            ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x)]),
            [.. factors.Select((f, k) => new GroupingFactor($"g{k.ToString(Culture)}", Labels(rows, f.Size)))],
            new MixedLogitOptions { Starts = 1 }
        );
    }

    private static ReportBuilder.Models.Categorical Labels(int rows, int size) =>
        ReportBuilder.Models.Categorical.FromCodes(
            [.. Enumerable.Range(0, (rows + size - 1) / size).Select(i => i.ToString(Culture))],
            [.. Enumerable.Range(0, rows).Select(i => (int?)(i / size))]
        );
}
