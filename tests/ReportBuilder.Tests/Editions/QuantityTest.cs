using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public class QuantityTest
{
    [Fact]
    public void Of_FiniteValue_IsEstimated()
    {
        var quantity = Quantity.Of("andel.kjonn.mann", 0.25, Unit.Share, 1);
        Assert.Equal("andel.kjonn.mann", quantity.Id.Value);
        Assert.Equal(0.25, quantity.Value);
        Assert.Equal(Unit.Share, quantity.Unit);
        Assert.Equal(1, quantity.Decimals);
        Assert.Equal(QuantityStatus.Estimated, quantity.Status);
        Assert.True(quantity.HasValue);
        Assert.Null(quantity.Base);
        Assert.Null(quantity.Interval);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Of_ValueThatIsNoNumber_Throws(double value) =>
        Assert.Throws<ArgumentException>(() => Quantity.Of("x", value, Unit.Share, 0));

    [Fact]
    public void Of_InvalidId_Throws() => Assert.Throws<ArgumentException>(() => Quantity.Of("Andel", 1, Unit.Share, 0));

    [Theory]
    [InlineData(QuantityStatus.Missing)]
    [InlineData(QuantityStatus.NotApplicable)]
    [InlineData(QuantityStatus.NotEstimable)]
    [InlineData(QuantityStatus.Suppressed)]
    public void Without_Reason_HasNoValue(QuantityStatus status)
    {
        var quantity = Quantity.Without("x", Unit.Count, 0, status);
        Assert.Equal(status, quantity.Status);
        Assert.Null(quantity.Value);
        Assert.False(quantity.HasValue);
    }

    [Fact]
    public void Without_Nil_IsZero()
    {
        var quantity = Quantity.Without("x", Unit.Count, 0, QuantityStatus.Nil);
        Assert.Equal(0.0, quantity.Value);
        Assert.Equal(QuantityStatus.Nil, quantity.Status);
    }

    [Fact]
    public void Without_Estimated_Throws() =>
        Assert.Throws<ArgumentException>(() => Quantity.Without("x", Unit.Count, 0, QuantityStatus.Estimated));

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(2, 1)]
    public void Interval_WithoutTwoLimitsInOrder_Throws(double low, double high) =>
        Assert.Throws<ArgumentException>(() => Quantity.Of("x", 0, Unit.OddsRatio, 2) with { Interval = new Interval(low, high, 0.95) });

    [Fact]
    public void Interval_OfOnePoint_IsAccepted()
    {
        var quantity = Quantity.Of("x", 1, Unit.OddsRatio, 2) with { Interval = new Interval(1, 1, 0.95) };
        Assert.Equal(new Interval(1, 1, 0.95), quantity.Interval);
        Assert.Null((quantity with { Interval = null }).Interval);
    }

    [Fact]
    public void Suppressed_GivenBaseOrInterval_Throws()
    {
        var hidden = Quantity.Without("x", Unit.Share, 0, QuantityStatus.Suppressed);
        Assert.Throws<ArgumentException>(() => hidden with { Base = 3 });
        Assert.Throws<ArgumentException>(() => hidden with { Interval = new Interval(0, 1, 0.95) });
        Assert.Equal(hidden, hidden with { Base = null, Interval = null });
    }

    [Fact]
    public void Equality_SameParts_IsByValue()
    {
        static Quantity Make(int? rows) =>
            Quantity.Of("x", 0.5, Unit.Share, 0) with
            {
                Base = rows,
                Interval = new Interval(0.4, 0.6, 0.95),
            };
        Assert.Equal(Make(10), Make(10));
        Assert.NotEqual(Make(10), Make(11));
    }
}
