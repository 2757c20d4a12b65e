using ReportBuilder.Models.Descriptive;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

public class ShareTest
{
    [Fact]
    public void Of_NoRows_HasNeitherValueNorInterval()
    {
        var share = Share.Of(0, 0);
        Assert.Null(share.Value);
        Assert.Null(share.Interval);
    }

    [Fact]
    public void Of_NoSuccesses_HasLowerLimitExactlyZero()
    {
        Assert.Equal(0, Share.Of(0, 17).Interval!.Value.Low);
        Assert.Equal(1, Share.Of(17, 17).Interval!.Value.High);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, -1)]
    public void Of_ImpossibleCounts_Throws(int successes, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Share.Of(successes, count));

    [Fact]
    public void Of_LevelOutOfRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Share.Of(1, 5, 95));

    [Fact]
    public void Difference_OneShareWithoutRows_HasNeitherValueNorInterval()
    {
        var difference = ShareDifference.Of(3, 5, 0, 0);
        Assert.Null(difference.Value);
        Assert.Null(difference.Interval);
        Assert.Equal(0.6, difference.First.Value);
    }

    [Fact]
    public void Difference_SharesExchanged_IsMirrored()
    {
        var (a, b) = (ShareDifference.Of(30, 50, 20, 70), ShareDifference.Of(20, 70, 30, 50));
        Assert.Equal(a.Value, -b.Value);
        Assert.Equal(a.Interval!.Value.Low, -b.Interval!.Value.High, 1e-15);
    }
}
