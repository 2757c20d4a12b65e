using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

public class ConditionalLogisticTest
{
    /// <summary>Against survival::clogit, exact (conditional_logistic.R).</summary>
    [Theory]
    [InlineData("short")]
    [InlineData("long")]
    public void Fit_WithinMunicipalities_AsClogit(string name)
    {
        var file = ReferenceFiles.Json("conditional_logistic.json");
        var expected = file.GetProperty(name);
        int[] rows = [.. file.Numbers("rows").Select(row => (int)row!.Value - 1)];
        Term[] terms =
        [
            .. expected
                .Rows("coefficients")
                .Select(row => row.GetProperty("term").GetString()!)
                .Select(term => new NumericTerm(term, Take(Synth19k.Numbers(term), rows))),
        ];
        var design = ModelDesign.Build(new DummyTerm("y", Take(Synth19k.Truths("maaloppnaaelse"), rows)), terms);
        string[] municipalities = Take(Synth19k.Words("kommune"), rows);
        var fit = ConditionalLogistic.Fit(design, Categorical.FromLabels([.. municipalities.Distinct().Order()], municipalities));
        Assert.Equal(ConditionalLogisticStatus.Converged, fit.Status);
        Assert.Equal(file.GetProperty("one_outcome").GetInt32(), fit.Strata.OneOutcome);
        Assert.Equal(rows.Length, fit.Strata.InformativeRows + fit.Strata.OneOutcomeRows);
        Close.To(expected.Number("logLik"), fit.Estimates!.LogLikelihood, 1e-11);
        Close.To(expected.Number("null"), fit.Estimates.NullLogLikelihood, 1e-11);
        Assert.Null(fit.Estimates.Coefficients[0].Estimate);
        foreach (var (row, coefficient) in expected.Rows("coefficients").Zip(fit.Estimates.Coefficients.Skip(1)))
        {
            Close.To(row.Number("estimate"), coefficient.Estimate!.Value, 1e-8, coefficient.Column.Name);
            Close.To(row.Number("se"), coefficient.Estimate.StandardError, 1e-8, coefficient.Column.Name);
        }
    }

    /// <summary>In pairs of one treated and one control the estimate is the log of the ratio of discordant pairs, its variance the sum of their inverses.</summary>
    [Fact]
    public void Fit_Pairs_AreMcNemars()
    {
        var (onlyTreated, onlyControl) = (12, 5);
        var pairs = Enumerable.Range(0, 30).SelectMany(i => new[] { (i, true), (i, false) }).ToArray();
        bool Outcome(int pair, bool treated) =>
            pair < onlyTreated ? treated
            : pair < onlyTreated + onlyControl ? !treated
            : pair % 2 == 0;
        var design = ModelDesign.Build(
            new DummyTerm("y", [.. pairs.Select(p => (bool?)Outcome(p.i, p.Item2))]),
            [new DummyTerm("treated", [.. pairs.Select(p => (bool?)p.Item2)])]
        );
        var fit = ConditionalLogistic.Fit(design, Strata([.. pairs.Select(p => (int?)p.i)]));
        Assert.Equal(new StrataCounts(17, 13, 34, 26, 0), fit.Strata);
        Close.To(Math.Log(12.0 / 5), fit.Estimates!.Coefficients[1].Estimate!.Value, 1e-12);
        Close.To(Math.Sqrt(1 / 12.0 + 1 / 5.0), fit.Estimates.Coefficients[1].Estimate!.StandardError, 1e-12);
        Close.To(17 * Math.Log(0.5), fit.Estimates.NullLogLikelihood, 1e-12);
    }

    /// <summary>A large stratum: pruned states change nothing, as many small steps of the same likelihood by brute force show.</summary>
    [Fact]
    public void Fit_OneStratum_MaximisesTheExactLikelihood()
    {
        var random = new Random(11);
        double?[] x = [.. Enumerable.Range(0, 14).Select(_ => (double?)Math.Round(random.NextDouble() * 4, 2))];
        bool?[] y = [.. x.Select(v => (bool?)(random.NextDouble() < 0.3 + 0.1 * v))];
        var design = ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x)]);
        var fit = ConditionalLogistic.Fit(design, Strata([.. y.Select(_ => (int?)0)]));
        var b = fit.Estimates!.Coefficients[1].Estimate!.Value;
        Close.To(ByCounting(x, y, b), fit.Estimates.LogLikelihood, 1e-12);
        Assert.True(ByCounting(x, y, b) >= ByCounting(x, y, b + 1e-3) && ByCounting(x, y, b) >= ByCounting(x, y, b - 1e-3));
    }

    [Fact]
    public void Fit_LargeStratum_NearTheUnconditionalEstimate()
    {
        var random = new Random(12);
        double?[] x = [.. Enumerable.Range(0, 500).Select(_ => (double?)random.NextDouble())];
        bool?[] y = [.. x.Select(v => (bool?)(random.NextDouble() < 0.2 + 0.5 * v))];
        var design = ModelDesign.Build(
            new DummyTerm("y", y),
            [new NumericTerm("x", x), new NumericTerm("twice", [.. x.Select(v => 2 * v)])]
        );
        var within = ConditionalLogistic.Fit(design, Strata([.. y.Select(_ => (int?)0)])).Estimates!;
        var pooled = LogisticRegression.Fit(design).Estimates!;
        Close.To(pooled.Coefficients[1].Estimate!.Value, within.Coefficients[1].Estimate!.Value, 5e-3);
        Close.To(pooled.Coefficients[1].Estimate!.StandardError, within.Coefficients[1].Estimate!.StandardError, 5e-3);
        Assert.Null(within.Coefficients[2].Estimate);
    }

    [Theory]
    [InlineData(new[] { 1, 1, 0, 0 }, new[] { 0.0, 1, 0, 1 }, ConditionalLogisticStatus.NoInformativeStrata)]
    [InlineData(new[] { 1, 0, 1, 0 }, new[] { 5.0, 5, 7, 7 }, ConditionalLogisticStatus.NothingVariesWithin)]
    [InlineData(new[] { 1, 0, 1, 0 }, new[] { 5.0, 4, 7, 6 }, ConditionalLogisticStatus.NoMaximum)]
    public void Fit_BadStrata_AreNamed(int[] y, double[] x, ConditionalLogisticStatus expected)
    {
        var design = ModelDesign.Build(
            new DummyTerm("y", [.. y.Select(v => (bool?)(v == 1))]),
            [new NumericTerm("x", [.. x.Select(v => (double?)v)])]
        );
        var fit = ConditionalLogistic.Fit(design, Strata([0, 0, 1, 1]));
        Assert.Equal(expected, fit.Status);
        Assert.Null(fit.Estimates);
        var none = ConditionalLogistic.Fit(design, Strata([null, null, null, null]));
        Assert.Equal((ConditionalLogisticStatus.NoRows, 4), (none.Status, none.Strata.RowsWithoutStratum));
    }

    private static double ByCounting(double?[] x, bool?[] y, double b)
    {
        var (n, m) = (x.Length, y.Count(v => v == true));
        double Weight(int set) => Math.Exp(Enumerable.Range(0, n).Where(i => (set >> i & 1) == 1).Sum(i => b * x[i]!.Value));
        var all = Enumerable.Range(0, 1 << n).Where(set => int.PopCount(set) == m).Sum(Weight);
        return Math.Log(Weight(Enumerable.Range(0, n).Where(i => y[i] == true).Sum(i => 1 << i)) / all);
    }

    private static Categorical Strata(int?[] codes) => Categorical.FromCodes([.. Enumerable.Range(0, 31).Select(i => $"s{i}")], codes);

    private static T[] Take<T>(T[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
