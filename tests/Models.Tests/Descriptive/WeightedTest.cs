using CsCheck;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

public class WeightedTest
{
    [Fact]
    public void WeightedSummary_Sample_AsCovWt()
    {
        var file = ReferenceFiles.Json("descriptive.json");
        var weighted = file.GetProperty("weighted");
        double[] weights = [.. weighted.Numbers("weights").OfType<double>()];
        var summary = WeightedSummary.Of(file.GetProperty("samples").GetProperty("months").Numbers("values"), weights);
        Close.To(weighted.Number("mean"), summary.Mean, 1e-12);
        Close.To(weighted.Number("sd"), summary.StandardDeviation, 1e-12);
    }

    [Fact]
    public void EqualWeights_AreNoWeights() =>
        Gen.Select(Gen.Double[-10, 10].Array[2, 40], Gen.Double[0.1, 9])
            .Sample(
                (values, weight) =>
                {
                    double?[] given = [.. values.Select(v => (double?)v), null];
                    double[] weights = [.. given.Select(_ => weight)];
                    var (plain, weighted) = (MeanSummary.Of(given), WeightedSummary.Of(given, weights));
                    Close.To(plain.Mean!.Value, weighted.Mean, 1e-11, absolute: 1e-12);
                    Close.To(plain.StandardDeviation!.Value, weighted.StandardDeviation, 1e-9);
                    Close.To(plain.Interval!.Value.High, weighted.Interval!.Value.High, 1e-8, absolute: 1e-8);
                    Close.To(values.Length, weighted.EffectiveCount, 1e-12);
                    Assert.Equal(1, weighted.Left);
                    bool?[] truths = [.. values.Select(v => (bool?)(v > 0)), null];
                    var share = Share.Of(truths.Count(t => t == true), values.Length);
                    var weightedShare = WeightedShare.Of(truths, weights);
                    Close.To(share.Value!.Value, weightedShare.Value, 1e-12);
                    Close.To(share.Interval!.Value.Low, weightedShare.Interval!.Value.Low, 1e-9, absolute: 1e-12);
                },
                seed: "000000000001",
                iter: 100
            );

    [Fact]
    public void Quantile_WholeWeights_IsType1OfRepeatedValues() =>
        Gen.Select(Gen.Int[0, 20].Array[1, 15], Gen.Int[1, 5].Array[15], Gen.Int[0, 20])
            .Sample(
                (values, weights, p) =>
                {
                    var summary = WeightedSummary.Of(
                        [.. values.Select(v => (double?)v)],
                        [.. weights.Take(values.Length).Select(w => (double)w)]
                    );
                    double?[] repeated = [.. values.SelectMany((v, i) => Enumerable.Repeat((double?)v, weights[i]))];
                    Assert.Equal(QuantileSummary.Of(repeated, QuantileType.Type1, p / 20.0).Quantiles[0].Value, summary.Quantile(p / 20.0));
                },
                seed: "000000000002",
                iter: 200
            );

    [Theory]
    [InlineData(-1, WeightedStatus.NegativeWeight)]
    [InlineData(double.NaN, WeightedStatus.WeightNotFinite)]
    [InlineData(double.PositiveInfinity, WeightedStatus.WeightNotFinite)]
    public void BadWeight_IsNamed(double weight, WeightedStatus expected)
    {
        Assert.Equal(expected, WeightedShare.Of([true, false], [1, weight]).Status);
        Assert.Equal(expected, WeightedSummary.Of([1, 2], [1, weight]).Status);
        var variable = Categorical.FromLabels(["a"], ["a", "a"]);
        Assert.Equal(expected, CrossTable.Of(variable, variable, [1, weight]).Status);
    }

    [Fact]
    public void NoWeightAtAll_IsNamed()
    {
        Assert.Equal(WeightedStatus.NoRows, WeightedShare.Of([true, null], [0, 1]).Status);
        var summary = WeightedSummary.Of([1, null], [0, 1]);
        Assert.Equal((WeightedStatus.NoRows, 2, null), (summary.Status, summary.Left, summary.Quantile(0.5)));
    }

    [Fact]
    public void OneRowOrAsGoodAs_HasNoInterval()
    {
        var summary = WeightedSummary.Of([3], [2]);
        Assert.Equal((3.0, null, null), (summary.Mean!.Value, summary.StandardDeviation, summary.Interval));
        var lopsided = WeightedSummary.Of([3, 4], [1000, 1]);
        Assert.NotNull(lopsided.StandardError);
        Assert.Null(lopsided.Interval);
        Assert.Equal(0, WeightedShare.Of([false], [2]).Interval!.Value.Low);
    }
}
