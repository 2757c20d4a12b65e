using ReportBuilder.Models.Descriptive;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

public class NumericSummariesTest
{
    private static readonly double?[] WithGaps = [4, null, 1, double.NaN, 3, double.PositiveInfinity, 2];

    [Fact]
    public void MeanSummary_ValuesMissing_AreCountedAndLeftOut()
    {
        var summary = MeanSummary.Of(WithGaps);
        Assert.Equal(4, summary.Count);
        Assert.Equal(3, summary.Missing);
        Assert.Equal(2.5, summary.Mean);
    }

    [Fact]
    public void MeanSummary_NoValues_HasNoNumbers()
    {
        var summary = MeanSummary.Of([null]);
        Assert.Equal(0, summary.Count);
        Assert.Null(summary.Mean);
        Assert.Null(summary.StandardDeviation);
        Assert.Null(summary.StandardError);
        Assert.Null(summary.Interval);
    }

    [Fact]
    public void QuantileSummary_ValuesMissing_AreCountedAndLeftOut()
    {
        var summary = QuantileSummary.Of(WithGaps, 0.25, 0.5);
        Assert.Equal(3, summary.Missing);
        Assert.Equal([new Quantile(0.25, 1.75), new Quantile(0.5, 2.5)], summary.Quantiles);
    }

    [Fact]
    public void QuantileSummary_NoValues_IsEmpty() => Assert.Empty(QuantileSummary.Of([null], 0.5).Quantiles);

    [Fact]
    public void QuantileSummary_ProbabilityOutOfRange_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileSummary.Of([1], 50));

    [Fact]
    public void Histogram_ValueOnLimit_BelongsToTheClassThatStartsThere()
    {
        var histogram = Histogram.Of([0.3, 0.29, 0.6, 0.7, 0.1, -1, null], start: 0m, width: 0.1m, closedClasses: 6);
        Assert.Equal(7, histogram.Classes.Count);
        Assert.Null(histogram.Classes[^1].High);
        Assert.Equal(1, histogram.Below);
        Assert.Equal(1, histogram.Missing);
        Assert.Equal(5, histogram.Count);
        Assert.Equal([0, 1, 1, 1, 0, 0, 2], histogram.Classes.Select(c => c.Count));
    }

    [Fact]
    public void Histogram_OnlyOpenClass_HoldsAllFromTheStart()
    {
        var only = Assert.Single(Histogram.Of([1, 2, 1000], start: 0, width: 5, closedClasses: 0).Classes);
        Assert.Equal(new HistogramClass(0, null, 3), only);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 3)]
    [InlineData(1, -1)]
    public void Histogram_ImpossibleClasses_Throws(int width, int closed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Histogram.Of([1], 0, width, closed));
}
