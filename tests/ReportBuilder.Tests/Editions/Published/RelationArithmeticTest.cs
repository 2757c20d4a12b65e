using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class RelationArithmeticTest
{
    [Theory]
    [InlineData(RelationKind.Difference, 70, 0.5, 55, 0.5, 14, 16)]
    [InlineData(RelationKind.Sum, 58, 0.5, 15, 0.5, 72, 74)]
    [InlineData(RelationKind.RatioLessOne, 41.1, 0.05, 37.9, 0.05, 0.081686, 0.087186)]
    public void RangeOf_TwoTerms_IsAllTheyAllow(RelationKind kind, double a, double da, double b, double db, double low, double high)
    {
        var range = RelationArithmetic.RangeOf(kind, [ValueRange.Around(a, da), ValueRange.Around(b, db)]);
        Assert.Equal((low, high), (Math.Round(range.Low, 6), Math.Round(range.High, 6)));
    }

    [Theory] // 0.73 in Tabell 17: 106.5 to 108.5 per cent, not 100 (NOTES B7); −1.00: 27 per cent, not 28 (B8)
    [InlineData(RelationKind.Exponential, -0.11, 0.005, 0.891366, 0.900325)]
    [InlineData(RelationKind.ExponentialLessOne, 0.73, 0.005, 1.064731, 1.085482)]
    [InlineData(RelationKind.Logistic, -1, 0.005, 0.267959, 0.269926)]
    [InlineData(RelationKind.Rest, 0.99, 0.005, 0.005, 0.015)]
    public void RangeOf_OneTerm_IsAllItAllows(RelationKind kind, double a, double da, double low, double high)
    {
        var range = RelationArithmetic.RangeOf(kind, [ValueRange.Around(a, da)]);
        Assert.Equal((low, high), (Math.Round(range.Low, 6), Math.Round(range.High, 6)));
    }

    [Fact]
    public void RangeOf_Wald_IsTwoSidedAndAllowsForBothRoundings()
    {
        // z from 0.105/0.045 = 2.333 to 0.115/0.035 = 3.286; the normal's two tails beyond them.
        var range = RelationArithmetic.RangeOf(RelationKind.Wald, [ValueRange.Around(-0.11, 0.005), ValueRange.Around(0.04, 0.005)]);
        Assert.Equal((0.001017, 0.019631), (Math.Round(range.Low, 6), Math.Round(range.High, 6)));
    }

    [Fact]
    public void RangeOf_WaldWithErrorPrintedAsNil_AllowsAnyPValueBelow()
    {
        var range = RelationArithmetic.RangeOf(RelationKind.Wald, [ValueRange.Around(0, 0.005), ValueRange.Around(0, 0.005)]);
        Assert.True(range.Low is > 0 and < 1e-200);
        Assert.Equal(1, range.High);
    }

    [Fact]
    public void RangeOf_WaldFarOut_LiesWithinThreeStars()
    {
        var range = RelationArithmetic.RangeOf(RelationKind.Wald, [ValueRange.Around(5, 0.005), ValueRange.Around(0.01, 0.005)]);
        Assert.False(new ValueRange(0, 0.01).Excludes(range));
    }
}
