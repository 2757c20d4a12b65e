using ReportBuilder.Charts;
using Xunit;

namespace ReportBuilder.Tests.Charts;

public class AxisTicksTest
{
    [Fact]
    public void FromZero_Shares_RoundSteps()
    {
        var (values, decimals) = AxisTicks.FromZero(22.9, 5);

        Assert.Equal([0, 5, 10, 15, 20, 25], values);
        Assert.Equal(0, decimals);
    }

    [Fact]
    public void FromZero_SmallValues_DecimalsOfTheStep()
    {
        var (values, decimals) = AxisTicks.FromZero(0.9, 5);

        Assert.Equal(6, values.Length);
        Assert.Equal(1.0, values[^1], 12);
        Assert.Equal(1, decimals);
    }

    [Fact]
    public void FromZero_ExactlyOnStep_NoTickBeyond() => Assert.Equal(20, AxisTicks.FromZero(20, 5).Values[^1]);

    [Theory]
    [InlineData(0.35, 3.66, new[] { 0.25, 0.5, 1, 2, 4 })]
    [InlineData(0.95, 1.05, new[] { 0.5, 1, 2 })]
    [InlineData(0.0001, 90000, new[] { 0.0625, 0.25, 1, 4, 16 })]
    public void PowersOfTwo_Range_HoldsOneInTheMiddle(double low, double high, double[] expected) =>
        Assert.Equal(expected, AxisTicks.PowersOfTwo(low, high));

    [Fact]
    public void Labelled_NarrowClasses_RoundValues()
    {
        double[] edges = [.. Enumerable.Range(18, 40).Select(i => (double)i)];

        Assert.Equal([20, 25, 30, 35, 40, 45, 50, 55], AxisTicks.Labelled(edges, 0.3).Select(i => edges[i]));
    }

    [Theory]
    [InlineData(new[] { 15.0, 20 }, 0)]
    [InlineData(new[] { 0.5, 1 }, 1)]
    [InlineData(new[] { 0.25 }, 2)]
    public void DecimalsOf_Values_AsManyAsNeeded(double[] values, int expected) => Assert.Equal(expected, AxisTicks.DecimalsOf(values));
}
