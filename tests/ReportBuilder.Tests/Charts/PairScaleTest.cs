using ReportBuilder.Charts;
using Xunit;

namespace ReportBuilder.Tests.Charts;

public class PairScaleTest
{
    [Theory]
    [InlineData(46, 72, 40, 80)]
    [InlineData(36, 91, 30, 100)]
    [InlineData(97, 100, 60, 100)]
    [InlineData(1, 3, 0, 40)]
    [InlineData(0, 100, 0, 100)]
    public void Of_Values_AreHeldByRoundEndsThatAreNotTooNear(double first, double second, double low, double high)
    {
        var scale = PairScale.Of(ChartExamples.Pairs(["A"], [(first, second)], [(-1, -1)]));
        Assert.Equal((low, high), (scale.Low, scale.High));
        Assert.InRange(scale.Ticks.Count, 2, 8);
        Assert.All(scale.Ticks, t => Assert.InRange(t, low, high));
    }

    [Fact]
    public void Of_NothingToShow_IsAnAxisAllTheSame()
    {
        var scale = PairScale.Of(ChartExamples.Pairs(["A"], [(-1, -1)], [(-1, -1)]));
        Assert.True(scale.High > scale.Low);
    }
}
