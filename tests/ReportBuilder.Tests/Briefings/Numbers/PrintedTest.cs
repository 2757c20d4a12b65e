using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Editions;
using ReportBuilder.Models;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class PrintedTest
{
    [Fact]
    public void Share_IsWholePerCentWithItsInterval()
    {
        // prop.test(29, 200, correct = FALSE): 0.1029 to 0.2004.
        var share = Printed.Share("a.b", 29, 200);

        Assert.Equal(0.15, share.Value);
        Assert.Equal(QuantityStatus.Rounded, share.Status);
        Assert.Equal(new Interval(0.10, 0.20, 0.95), share.Interval);
        Assert.Equal(200, share.Base);
    }

    [Theory]
    [InlineData(0, 0, QuantityStatus.NotApplicable)]
    [InlineData(0, 10, QuantityStatus.Nil)]
    [InlineData(10, 10, QuantityStatus.Rounded)]
    public void Share_NoOne_IsAStatus(int successes, int persons, QuantityStatus status) =>
        Assert.Equal(status, Printed.Share("a.b", successes, persons).Status);

    [Fact]
    public void Number_LimitThatRoundsToNought_IsNotNegative()
    {
        var number = Printed.Number("a.b", -0.001, Unit.PercentagePoints, 0, null, new ConfidenceInterval(-0.004, 0.002, 0.95));

        Assert.False(double.IsNegative(number.Interval!.Value.Low));
        Assert.False(double.IsNegative(number.Value!.Value));
    }

    [Fact]
    public void Number_Null_IsNotEstimable() =>
        Assert.Equal(QuantityStatus.NotEstimable, Printed.Number("a.b", null, Unit.Share, 0).Status);

    [Theory]
    [InlineData(0.00099, 0)]
    [InlineData(0.0014, 0.001)]
    [InlineData(0.0496, 0.05)]
    public void PValue_BelowTheSmallestPrinted_IsNought(double p, double expected) =>
        Assert.Equal(expected, Printed.Number("a.p", Printed.PValue(p), Unit.PValue, 3).Value);

    [Fact]
    public void As_QuantityOfTheReport_KeepsNameBaseAndUnit()
    {
        var exact = Quantity.Of("a.b", 1.2345, Unit.OddsRatio, 2) with { Base = 70, Interval = new Interval(1.111, 1.999, 0.95) };

        var printed = Printed.As(exact);

        Assert.Equal(("a.b", 1.23, Unit.OddsRatio, 70), (printed.Id.Value, printed.Value, printed.Unit, printed.Base));
        Assert.Equal(new Interval(1.11, 2, 0.95), printed.Interval);
        Assert.Equal(exact.Decimals, printed.Decimals);
    }

    [Fact]
    public void As_QuantityWithoutValue_IsTheSame()
    {
        var none = Quantity.Without("a.b", Unit.Share, 0, QuantityStatus.Suppressed);

        Assert.Same(none, Printed.As(none));
    }
}
