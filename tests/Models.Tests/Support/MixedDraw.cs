using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Models.Tests.Support;

/// <summary>Rows of a multilevel model drawn from a seed: y on x, with groups given by their indices.</summary>
public sealed record MixedDraw(double[] X, bool[] Y, int[][] Groups)
{
    /// <param name="rows">Number of rows.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="factors">For each factor, the group of a row and the standard deviation of its intercepts.</param>
    public static MixedDraw Of(int rows, int seed, params (Func<int, int> Group, double Sigma)[] factors)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int[][] groups = [.. factors.Select(f => Enumerable.Range(0, rows).Select(f.Group).ToArray())];
        double[][] intercepts =
        [
            .. factors.Select((f, k) => Enumerable.Range(0, groups[k].Max() + 1).Select(_ => f.Sigma * Normal()).ToArray()),
        ];
        var (x, y) = (new double[rows], new bool[rows]);
        for (var i = 0; i < rows; i++)
        {
            x[i] = Normal();
            var eta = -0.3 + 0.8 * x[i] + groups.Select((g, k) => intercepts[k][g[i]]).Sum();
            y[i] = random.NextDouble() < 1 / (1 + Math.Exp(-eta));
        }

        return new MixedDraw(x, y, groups);
    }

    public MixedDraw Take(IEnumerable<int> rows) =>
        new([.. rows.Select(i => X[i])], [.. rows.Select(i => Y[i])], [.. Groups.Select(g => rows.Select(i => g[i]).ToArray())]);

    public MixedLogitFit Fit(MixedLogitOptions? options = null, params Term[] more) =>
        MixedLogit.Fit(
            ModelDesign.Build(
                new DummyTerm("y", [.. Y.Select(v => (bool?)v)]),
                [new NumericTerm("x", [.. X.Select(v => (double?)v)]), .. more]
            ),
            [.. Groups.Select((codes, k) => new GroupingFactor("g" + k, Labels(codes)))],
            options
        );

    private static Categorical Labels(int[] codes) =>
        Categorical.FromCodes([.. Enumerable.Range(0, codes.Max() + 1).Select(i => "l" + i)], [.. codes.Select(c => (int?)c)]);
}
