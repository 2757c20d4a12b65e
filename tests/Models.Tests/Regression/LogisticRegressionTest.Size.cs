using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>Fits so large that several threads and a start from part of the rows are used.</summary>
public class LogisticRegressionSizeTest
{
    private const int Rows = 105_000;

    private static readonly Lazy<(DummyTerm Outcome, IReadOnlyList<Term> Terms)> Data = new(Draw);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fit_OneThreadOrSeveral_GivesTheSameBits(bool isWeighted)
    {
        double?[]? weights = isWeighted ? [.. Enumerable.Range(0, Rows).Select(row => (double?)(row % 7 + 0.5))] : null;
        var (one, several) = (Fit(1, weights), Fit(3, weights));
        Assert.Equal(LogisticStatus.Converged, one.Status);
        Assert.Equal(one.Iterations, several.Iterations);
        Assert.Equal(one.Estimates!.LogLikelihood, several.Estimates!.LogLikelihood);
        Assert.Equal(one.Estimates.FittedProbabilities.AsSpan(), several.Estimates.FittedProbabilities.AsSpan());
        Assert.Equal(one.Design.Aliased.Single().Combination, several.Design.Aliased.Single().Combination);
        foreach (var (a, b) in one.Estimates.Coefficients.Zip(several.Estimates.Coefficients))
        {
            Assert.Equal(a.Estimate?.Value, b.Estimate?.Value);
            Assert.Equal(a.Estimate?.StandardError, b.Estimate?.StandardError);
        }
    }

    [Fact]
    public void Fit_RareLevelMissingInThePartStartedFrom_FindsTheOptimum()
    {
        // A level of three rows, which the evenly spread part of the rows does not have: the start is then from the mean.
        bool?[] rare = [.. Enumerable.Range(0, Rows).Select(row => (bool?)(row is 200 or 300 or 400))];
        var random = new Random(11);
        double?[] x = [.. Enumerable.Range(0, Rows).Select(_ => (double?)random.NextDouble())];
        bool?[] y = [.. x.Select((value, row) => (bool?)(row == 300 || (row != 200 && random.NextDouble() < value)))];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x), new DummyTerm("rare", rare)]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
        Assert.InRange(fit.GradientNorm!.Value, 0, 1e-6);
    }

    [Fact]
    public void Fit_FileStackedSixTimes_HasCoefficientsOfRAndErrorsOfSixTimesTheRows()
    {
        const int Copies = 6;
        var expected = ReferenceFiles.Json("m1_glm_tight.json");
        var stacked = LogisticRegression.Fit(ModelDesign.Build(Synth19k.Outcome(Copies), Synth19k.Terms(Copies)));
        foreach (var (row, coefficient) in expected.Rows("coefficients").Zip(stacked.Estimates!.Coefficients))
        {
            Close.To(row.Number("estimate"), coefficient.Estimate!.Value, 1e-8, coefficient.Column.Name);
            Close.To(row.Number("se") / Math.Sqrt(Copies), coefficient.Estimate.StandardError, 1e-8, coefficient.Column.Name);
        }

        Close.To(expected.Number("logLik") * Copies, stacked.Estimates.LogLikelihood, 1e-12);
    }

    private static LogisticFit Fit(int threads, double?[]? weights) =>
        LogisticRegression.Fit(
            ModelDesign.Build(Data.Value.Outcome, Data.Value.Terms, weights, threads),
            new LogisticOptions { Threads = threads }
        );

    private static (DummyTerm Outcome, IReadOnlyList<Term> Terms) Draw()
    {
        var random = new Random(2017);
        var numbers = new double?[8][];
        for (var j = 0; j < numbers.Length; j++)
        {
            numbers[j] = [.. Enumerable.Range(0, Rows).Select(_ => (double?)(random.NextDouble() - 0.3))];
        }

        bool?[] y =
        [
            .. numbers[0].Select((x, row) => (bool?)(random.NextDouble() < 1 / (1 + Math.Exp(0.5 - x!.Value + numbers[1][row]!.Value)))),
        ];
        Term[] terms =
        [
            .. numbers.Select((values, j) => new NumericTerm($"x{j}", values)),
            new FactorTerm("f", Categorical.FromCodes(["a", "b", "c"], [.. Enumerable.Range(0, Rows).Select(row => (int?)(row * 7 % 3))])),
            new NumericTerm("again", [.. numbers[0].Select((x, row) => x * 2 - numbers[3][row] + 5)]),
        ];
        return (new DummyTerm("y", y), terms);
    }
}
