using MathNet.Numerics.Distributions;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>How often intervals hold the true coefficient when data are drawn again and again from a known model.</summary>
/// <param name="Interval">Kind of interval.</param>
/// <param name="Coefficient">The coefficient.</param>
/// <param name="Share">Share of draws in which the interval holds the truth.</param>
public sealed record CoverageShare(string Interval, string Coefficient, double Share)
{
    private const int Groups = 200;
    private const int GroupSize = 5;
    private const int Rows = Groups * GroupSize;
    private static readonly double[] Truth = [-0.4, 0.6, 0.8];
    private static readonly string[] Names = ["(Intercept)", "x", "d"];

    /// <summary>
    /// Wald and profile intervals on 400 independent rows; Wald intervals from the cluster-robust CR1 covariance on 200 groups of five, whose
    /// outcomes depend on each other with the same probability for each row (a Gaussian copula), so that the logistic model is still true.
    /// </summary>
    public static IReadOnlyList<CoverageShare> Draw(int draws, int seed)
    {
        const int Kinds = 3;
        var hits = new int[Kinds, Truth.Length];
        var random = new Random(seed);
        for (var draw = 0; draw < draws; draw++)
        {
            var fit = Fit(random, 400, dependence: 0);
            var profile = ProfileIntervals.Of(fit);
            var clustered = Fit(random, Rows, dependence: 0.6);
            var robust = RobustCovariance.Clustered(clustered, GroupOf(Rows), ClusterCorrection.CR1);
            for (var k = 0; k < Truth.Length; k++)
            {
                hits[0, k] += Holds(fit.Estimates!.Coefficients[k].Estimate!.Interval, k);
                hits[1, k] += Holds(new ConfidenceInterval(profile[k].Low.Value!.Value, profile[k].High.Value!.Value, 0.95), k);
                hits[2, k] += Holds(robust.Coefficients[k].Estimate!.Interval, k);
            }
        }

        string[] kinds = ["Wald", "profile", "CR1"];
        return [.. kinds.SelectMany((kind, i) => Names.Select((name, k) => new CoverageShare(kind, name, (double)hits[i, k] / draws)))];
    }

    private static int Holds(ConfidenceInterval interval, int k) => interval.Low <= Truth[k] && Truth[k] <= interval.High ? 1 : 0;

    private static Categorical GroupOf(int rows) =>
        Categorical.FromCodes(
            [.. Enumerable.Range(0, Groups).Select(g => FormattableString.Invariant($"g{g}"))],
            [.. Enumerable.Range(0, rows).Select(row => (int?)(row / GroupSize))]
        );

    private static LogisticFit Fit(Random random, int rows, double dependence)
    {
        var (x, d, y) = (new double?[rows], new bool?[rows], new bool?[rows]);
        var (common, habit) = (0.0, 0.0);
        for (var row = 0; row < rows; row++)
        {
            if (row % GroupSize == 0)
            {
                (common, habit) = (Normal.InvCDF(0, 1, random.NextDouble()), Normal.InvCDF(0, 1, random.NextDouble()));
            }

            // The covariate varies between groups too, where dependence does harm.
            x[row] = (habit + Normal.InvCDF(0, 1, random.NextDouble())) / Math.Sqrt(2);
            d[row] = random.NextDouble() < 0.4;
            var linear = Truth[0] + Truth[1] * x[row]!.Value + (d[row] == true ? Truth[2] : 0);
            var own = Normal.InvCDF(0, 1, random.NextDouble());
            var uniform = Normal.CDF(0, 1, dependence * common + Math.Sqrt(1 - dependence * dependence) * own);
            y[row] = uniform < 1 / (1 + Math.Exp(-linear));
        }

        return LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x), new DummyTerm("d", d)]));
    }
}
