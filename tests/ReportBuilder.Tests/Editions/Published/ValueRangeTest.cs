using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class ValueRangeTest
{
    [Theory]
    [InlineData(69.5, 70.5, 70.5, 71.5, true)] // 70.5 is printed 71: 70 and 71 are never the same number
    [InlineData(69.5, 70.5, 70.4, 70.6, false)]
    [InlineData(1, 2, 5, 6, true)]
    [InlineData(0, 0.01, 1e-80, 1e-60, false)] // A p-value far inside three stars
    [InlineData(0, 0.01, 0.01, 0.01, true)]
    [InlineData(70.5, double.PositiveInfinity, 69.5, 70.5, true)]
    [InlineData(70.5, double.PositiveInfinity, 69.5, 70.6, false)]
    public void Excludes_TwoRanges_WhenNothingIsInBoth(double low, double high, double otherLow, double otherHigh, bool excludes)
    {
        var (one, other) = (new ValueRange(low, high), new ValueRange(otherLow, otherHigh));
        Assert.Equal((excludes, excludes), (one.Excludes(other), other.Excludes(one)));
    }

    [Fact]
    public void Excludes_SumsOfDecimals_DoesNotSeeWhatDoublesLose()
    {
        // 0.1 + 0.2 is a little above 0.3: the two only touch.
        Assert.True(new ValueRange(0, 0.1 + 0.2).Excludes(new ValueRange(0.3, 0.4)));
    }

    [Fact]
    public void DistanceTo_RangesApart_IsTheGap() => Assert.Equal(3, new ValueRange(1, 2).DistanceTo(new ValueRange(5, 6)));
}
