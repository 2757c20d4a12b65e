using System.Text.Json;
using ReportBuilder.Models.Contribution;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Contribution;

/// <summary>Projects of the simulated file by the individual model, against base R (contribution.R).</summary>
public class ContributionReferenceTest
{
    private static readonly JsonElement Expected = ReferenceFiles.Json("contribution.json");
    private static readonly Lazy<LogisticFit> Fit = new(() =>
        LogisticRegression.Fit(ModelDesign.Build(Synth19k.Outcome(), Synth19k.Terms()))
    );
    private static readonly Lazy<ContributionTable> Table = new(() => Make(new ContributionOptions { RankDraws = 400 }));

    [Fact]
    public void Of_EveryProject_SharesErrorsAndIntervalsAsR()
    {
        var table = Table.Value;
        Assert.Equal(Expected.GetProperty("too_few").GetInt32(), table.CountOf(ContributionStatus.TooFew));
        GroupContribution[] groups = [.. table.Estimated];
        Assert.Equal(Expected.Rows("projects").Count(), groups.Length);
        foreach (var (row, group) in Expected.Rows("projects").Zip(groups))
        {
            Assert.Equal(row.GetProperty("project").GetString(), group.Group);
            Assert.Equal(row.GetProperty("n").GetInt32(), group.Count);
            Close.To(row.Number("actual"), group.Actual, 1e-14);
            Close.To(row.Number("expected"), group.Expected, 1e-10);
            Close.To(row.Number("difference"), group.Difference, 0, absolute: 1e-10);
            Close.To(row.Number("se_own"), group.StandardError, 1e-9);
            Close.To(row.Number("low"), group.Interval!.Value.Low, 0, absolute: 1e-10);
            Close.To(row.Number("high"), group.Interval!.Value.High, 0, absolute: 1e-10);
        }
    }

    [Theory]
    [InlineData(ModelUncertainty.Ignored, "se_known")]
    [InlineData(ModelUncertainty.NewSample, "se_new")]
    public void Of_OtherUncertainty_ErrorsAsR(ModelUncertainty uncertainty, string column)
    {
        var table = Make(new ContributionOptions { Uncertainty = uncertainty, RankDraws = 0 });
        Assert.Equal(RankStatus.NotAsked, table.Ranks);
        foreach (var (row, group) in Expected.Rows("projects").Zip(table.Estimated))
        {
            Close.To(row.Number(column), group.StandardError, 1e-9);
        }
    }

    [Fact]
    public void Of_PValues_AsRAdjustedToo()
    {
        GroupContribution[] groups = [.. Table.Value.Estimated];
        Same(Expected.Numbers("z"), groups.Select(g => g.Z), 1e-9, 1e-10);
        Same(Expected.Numbers("p"), groups.Select(g => g.P), 1e-8, 1e-12);
        Same(Expected.Numbers("bh"), groups.Select(g => g.AdjustedP), 1e-8, 1e-12);
        var adjusted = Make(new ContributionOptions { Classification = ClassificationRule.BenjaminiHochberg, RankDraws = 0 });
        Assert.Equal(
            Expected.Numbers("bh").Count(p => p <= 0.05),
            adjusted.CountOf(ContributionClass.Above) + adjusted.CountOf(ContributionClass.Below)
        );
    }

    /// <summary>The square of z is Rao's score test of a dummy for the group.</summary>
    [Fact]
    public void Of_ZSquared_IsRaosScoreTest()
    {
        foreach (var row in Expected.Rows("rao"))
        {
            var group = Table.Value.Groups.Single(g => g.Group == row.GetProperty("project").GetString());
            Close.To(row.Number("chisq"), group.Z * group.Z, 1e-8, absolute: 1e-10);
        }
    }

    [Fact]
    public void Of_Exact_AsConvolutionInR()
    {
        var table = Make(
            new ContributionOptions
            {
                Test = ContributionTest.Exact,
                ExactUpTo = 12,
                RankDraws = 0,
            }
        );
        foreach (var row in Expected.Rows("exact"))
        {
            var group = table.Groups.Single(g => g.Group == row.GetProperty("project").GetString());
            Assert.Equal(ContributionTest.Exact, group.Test);
            Close.To(row.Number("p"), group.P, 1e-9);
            Close.To(row.Number("low"), group.Interval!.Value.Low, 0, absolute: 1e-9);
            Close.To(row.Number("high"), group.Interval!.Value.High, 0, absolute: 1e-9);
        }

        Assert.All(table.Estimated.Where(g => g.Count > 12), g => Assert.Equal(ContributionTest.Score, g.Test));
    }

    [Theory]
    [InlineData(BetweenVarianceMethod.PauleMandel, "pm")]
    [InlineData(BetweenVarianceMethod.DerSimonianLaird, "dl")]
    [InlineData(BetweenVarianceMethod.MaximumLikelihood, "ml")]
    public void Of_BetweenVariance_AsR(BetweenVarianceMethod method, string name)
    {
        var between = Make(new ContributionOptions { BetweenVariance = method, RankDraws = 0 }).Between!;
        Close.To(Expected.GetProperty("between").Number(name), between.Variance, 1e-8);
        Close.To(Expected.GetProperty("between").Number("q"), between.Q, 1e-8);
        Close.To(Expected.GetProperty("between").Number("p"), between.P, 1e-6, absolute: 1e-12);
    }

    [Fact]
    public void FunnelPlot_Overdispersion_AsSpiegelhaltersFormulas()
    {
        var plot = FunnelPlot.Of(Table.Value);
        Close.To(Expected.GetProperty("funnel").Number("phi"), plot.Phi, 1e-9);
        Close.To(Expected.GetProperty("funnel").Number("tau2"), plot.AdditiveVariance, 1e-8);
        Close.To(1.959963984540054 * 0.05, plot.Limit(0.05, 0.95), 1e-12);
        Close.To(3.090232306167813 * 0.05 * Math.Sqrt(plot.Phi!.Value), plot.Limit(0.05, 0.998, Overdispersion.Multiplicative), 1e-12);
        Assert.True(plot.LimitAt(20, 0.95) > plot.LimitAt(80, 0.95));
        Close.To(2 * plot.LimitAt(80, 0.95), plot.LimitAt(20, 0.95), 1e-12);
    }

    [Fact]
    public void ContributionSpread_Schemes_AsQuantileType7()
    {
        var schemes = Categorical.FromLabels(["0", "1"], Synth19k.Words("ordning"));
        var table = Contributions.Of(Fit.Value, Groups("prosjekt"), new ContributionOptions { RankDraws = 0 }, schemes);
        Assert.All(table.Schemes, s => Assert.Equal(ContributionStatus.DeterminedByModel, s.Status));
        var spread = ContributionSpread.Of(table, QuantileType.Type7, 0.1, 0.25, 0.5, 0.75, 0.9);
        Assert.Equal([null, "0", "1"], spread.Select(s => s.Scheme));
        Assert.Equal(spread[0].Groups, spread[1].Groups + spread[2].Groups);
        for (var s = 0; s < 2; s++)
        {
            var expected = Expected.GetProperty("percentiles").Numbers($"scheme{s}");
            Same(expected, spread[s + 1].Contributions.Quantiles.Select(quantile => (double?)quantile.Value), 0, 1e-10);
        }
    }

    /// <summary>With equal probabilities the intervals are those that R gives for a share.</summary>
    [Fact]
    public void Of_EqualProbabilities_WilsonAndClopperPearson()
    {
        foreach (var row in Expected.Rows("equal"))
        {
            var (x, n) = (row.GetProperty("x").GetInt32(), row.GetProperty("n").GetInt32());
            foreach (var (test, name) in new[] { (ContributionTest.Score, "wilson"), (ContributionTest.Exact, "exact") })
            {
                var group = Contributions
                    .Of(
                        [.. Enumerable.Repeat((double?)0.3, n)],
                        [.. Enumerable.Range(0, n).Select(i => (bool?)(i < x))],
                        Categorical.FromCodes(["g"], [.. Enumerable.Repeat((int?)0, n)]),
                        new ContributionOptions { Test = test }
                    )
                    .Groups[0];
                Close.To(row.Number(name + "_low") - 0.3, group.Interval!.Value.Low, 0, absolute: 1e-9);
                Close.To(row.Number(name + "_high") - 0.3, group.Interval!.Value.High, 0, absolute: 1e-9);
            }
        }
    }

    private static ContributionTable Make(ContributionOptions options) => Contributions.Of(Fit.Value, Groups("prosjekt"), options);

    private static Categorical Groups(string column) =>
        Categorical.FromLabels(
            [.. Synth19k.Words(column).Where(w => w.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            [.. Synth19k.Words(column).Select(w => w.Length == 0 ? null : w)]
        );

    private static void Same(double?[] expected, IEnumerable<double?> actual, double tolerance, double absolute)
    {
        double?[] found = [.. actual];
        Assert.Equal(expected.Length, found.Length);
        foreach (var (e, a) in expected.Zip(found))
        {
            Close.To(e!.Value, a, tolerance, absolute: absolute);
        }
    }
}
