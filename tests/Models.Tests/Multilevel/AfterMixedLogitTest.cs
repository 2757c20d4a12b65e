using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Multilevel;

/// <summary>What is asked of a multilevel fit afterwards: tests, checks, comparison, labels of combinations.</summary>
public class AfterMixedLogitTest
{
    private static readonly Lazy<MixedLogitFit> Crossed = new(() => SmallMixed.Fit("crossed", ["x", "z"], ["a", "b"]));

    [Fact]
    public void OfAll_OneVariance_HalvesTheTail()
    {
        var fit = SynthMixed.Of("m3");
        var test = RandomPartTest.OfAll(fit)!;
        var pooled = LogisticRegression.Fit(fit.Design).Estimates!.LogLikelihood;
        Assert.Equal(2 * (fit.Estimates!.LogLikelihood - pooled), test.Statistic, 1e-8);
        Assert.Equal([0.5, 0.5], test.Weights);
        Assert.InRange(test.P, 0, 1e-20);
    }

    [Fact]
    public void OfAll_TwoCrossedVariances_HaveNearlyIndependentWeights()
    {
        var test = RandomPartTest.OfAll(Crossed.Value)!;
        Assert.Equal(1, test.Weights.Sum(), 1e-12);
        Assert.Equal(0.5, test.Weights[1]);

        // Independent variances have a quarter; those of crossed groups tell a little of each other.
        Assert.InRange(test.Weights[2], 0.2, 0.25);
        Assert.False(test.IsConservative);
        Assert.InRange(test.P, 0, 1);
    }

    [Fact]
    public void Of_OneOfTwoVariances_ComparesWithTheModelWithoutIt()
    {
        var test = RandomPartTest.Of(Crossed.Value, "b")!;
        var without = SmallMixed.Fit("crossed", ["x", "z"], ["a"]).Estimates!;
        Assert.Equal(2 * (Crossed.Value.Estimates!.LogLikelihood - without.LogLikelihood), test.Statistic, 1e-9);
        Assert.Throws<ArgumentException>(() => RandomPartTest.Of(Crossed.Value, "c"));
    }

    [Fact]
    public void Of_VarianceOnTheBoundary_HasNothingToShow()
    {
        var test = RandomPartTest.Of(SmallMixed.Fit("boundary", ["x"], ["s:g", "g"]), "s:g")!;
        Assert.Equal(0, test.Statistic, 1e-8);
        Assert.InRange(test.P, 0.49, 1);
    }

    [Fact]
    public void Checks_CrossedModel_HaveLme4sDispersionAndQuantilesInOrder()
    {
        var report = RandomEffectChecks.Of(Crossed.Value)!;
        Close.To(SmallMixed.Expected.GetProperty("crossed").Number("dispersion"), report.PearsonDispersion, 1e-4);
        Assert.All(
            report.Factors,
            factor =>
            {
                Assert.NotNull(factor.ShapiroWilk);
                Assert.InRange(factor.P!.Value, 0, 1);
                Assert.Equal(factor.Quantiles.Select(q => q.Mode).Order(), factor.Quantiles.Select(q => q.Mode));
                Assert.Equal(0, factor.Quantiles.Sum(q => q.Normal), 1e-9);
            }
        );
    }

    [Fact]
    public void Checks_VarianceOnTheBoundary_HaveNoTest()
    {
        var factor = RandomEffectChecks.Of(SmallMixed.Fit("boundary", ["x"], ["s:g", "g"]))!.Factors[0];
        Assert.Null(factor.ShapiroWilk);
        Assert.Null(factor.Skewness);
    }

    [Fact]
    public void Comparison_CrossedModel_HasTheDummiesOfGlm()
    {
        var expected = SmallMixed.Expected.GetProperty("crossed").GetProperty("dummies");
        var comparison = PoolingComparison.Of(Crossed.Value)!;
        Assert.True(comparison.FixedEffectsConverged);
        Assert.Equal(expected.GetProperty("groups").GetInt32(), comparison.FixedEffectsGroups);
        Assert.Empty(comparison.SetAside);
        for (var j = 0; j < 2; j++)
        {
            Close.To(expected.Numbers("estimate")[j]!.Value, comparison.Coefficients[j].FixedEffects?.Value, 1e-8);
            Close.To(expected.Numbers("se")[j]!.Value, comparison.Coefficients[j].FixedEffects?.StandardError, 1e-8);
        }
    }

    [Fact]
    public void Comparison_GroupsWithOneOutcome_AreNamedAndSetAside()
    {
        var expected = SmallMixed.Expected.GetProperty("unbalanced").GetProperty("dummies");
        var comparison = PoolingComparison.Of(SmallMixed.Fit("unbalanced", ["x"], ["s:g", "g"]), "g", ["x"])!;
        Assert.Equal(expected.GetProperty("rows").GetInt32(), comparison.FixedEffectsRows);
        Assert.Equal(272 - comparison.FixedEffectsRows, comparison.SetAside.Sum(g => g.RowCount));
        var coefficient = Assert.Single(comparison.Coefficients);
        Close.To(expected.Numbers("estimate")[0]!.Value, coefficient.FixedEffects?.Value, 1e-8);
        Close.To(expected.Numbers("se")[0]!.Value, coefficient.FixedEffects?.StandardError, 1e-8);
        Assert.NotNull(coefficient.Pooled);
        Assert.NotNull(coefficient.PartiallyPooled);
    }

    [Fact]
    public void Comparison_ColumnConstantWithinGroups_HasNoFixedEffect()
    {
        var data = MixedDraw.Of(600, 3, (i => i / 20, 0.7));
        var fit = data.Fit(null, new NumericTerm("size", [.. data.Groups[0].Select(g => (double?)(g % 7))]));
        var comparison = PoolingComparison.Of(fit)!;
        Assert.Null(comparison.Coefficients.Single(c => c.Column.Name == "size").FixedEffects);
        Assert.NotNull(comparison.Coefficients.Single(c => c.Column.Name == "size").PartiallyPooled);
        Assert.NotNull(comparison.Coefficients.Single(c => c.Column.Name == "x").FixedEffects);
    }

    [Fact]
    public void R2_ReferenceModel_IsNakagawas()
    {
        var estimates = SynthMixed.Of("m2").Estimates!;
        Assert.Equal(
            estimates.ConditionalR2 - estimates.MarginalR2,
            estimates.RandomVariance / (estimates.FixedVariance + estimates.RandomVariance + MixedLogitEstimates.ResidualVariance),
            1e-12
        );
        var expected = ReferenceFiles.Json("multilevel_synth.json").GetProperty("models").GetProperty("m2");
        Close.To(expected.Number("marginal_r2"), estimates.MarginalR2, 1e-4);
        Close.To(expected.Number("conditional_r2"), estimates.ConditionalR2, 1e-4);
        Close.To(expected.Number("dispersion"), RandomEffectChecks.Of(SynthMixed.Of("m2"))!.PearsonDispersion, 1e-5);
    }

    [Fact]
    public void Cross_TwoVariables_AreLabelledAsLme4Does()
    {
        var a = Categorical.FromLabels(["k1", "k2"], ["k1", "k2", "k2", null]);
        var b = Categorical.FromLabels(["p", "q"], ["q", "p", "q", "p"]);
        var crossed = Categorical.Cross(a, b);
        Assert.Equal(["p:k2", "q:k1", "q:k2"], crossed.Levels);
        Assert.Equal([1, 0, 2, null], Enumerable.Range(0, 4).Select(crossed.LevelOf));
    }

    [Fact]
    public void Cross_LevelsWithColons_AreKeptApart()
    {
        var a = Categorical.FromLabels(["z", "y:z"], ["z", "y:z"]);
        var b = Categorical.FromLabels(["x:y", "x"], ["x:y", "x"]);
        Assert.Equal(["\"x:y\":\"z\"", "\"x\":\"y:z\""], Categorical.Cross(a, b).Levels);
    }
}
