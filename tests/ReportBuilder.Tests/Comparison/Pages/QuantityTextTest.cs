using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class QuantityTextTest
{
    private readonly QuantityText _text = new(PageFixture.Content(new DiagnosticBag()).Labels);

    [Theory]
    [InlineData(0.571, 0.583, Unit.Share, 0, "57\u00A0%", "58\u00A0%", "+1\u00A0prosentpoeng")]
    [InlineData(0.571, 0.5744, Unit.Share, 0, "57\u00A0% (57,1)", "57\u00A0% (57,4)", "+0,3\u00A0prosentpoeng")]
    [InlineData(1560, 1480, Unit.Count, 0, "1\u00A0560", "1\u00A0480", "\u221280")]
    [InlineData(0.0004, 0.0002, Unit.PValue, 3, "<\u00A00,001 (0,0004)", "<\u00A00,001 (0,0002)", "\u22120,0002")]
    [InlineData(1.5, 1.5000000000001, Unit.OddsRatio, 2, "1,50", "1,50", "0,00")]
    [InlineData(1.5, 1.5, Unit.OddsRatio, 2, "1,50", "1,50", "0,00")]
    public void Pair_OfNumbers_IsAsPrintedAndToldApart(
        double old,
        double now,
        Unit unit,
        int decimals,
        string before,
        string after,
        string change
    )
    {
        var (a, b) = (Quantity.Of("x", old, unit, decimals), Quantity.Of("x", now, unit, decimals));
        var pair = _text.Pair(a, b);
        Assert.Equal(
            (before.Replace("<\u00A0", "< ", StringComparison.Ordinal), after.Replace("<\u00A0", "< ", StringComparison.Ordinal)),
            pair
        );
        Assert.Equal(change, _text.Change(a, b));
    }

    [Fact]
    public void Pair_WithASuppressedNumber_TellsTheSignAndNoChange()
    {
        var (number, hidden) = (Quantity.Of("x", 0.5, Unit.Share, 0), Quantity.Without("x", Unit.Share, 0, QuantityStatus.Suppressed));
        Assert.Equal(("50\u00A0%", ": (vises ikke av hensyn til personvernet)"), _text.Pair(number, hidden));
        Assert.Empty(_text.Change(number, hidden));
    }

    [Fact]
    public void Pair_FromNoneAtAll_IsNought()
    {
        var (none, some) = (Quantity.Without("x", Unit.Count, 0, QuantityStatus.Nil), Quantity.Of("x", 3, Unit.Count, 0));
        Assert.Equal(("0", "3"), _text.Pair(none, some));
        Assert.Equal("+3", _text.Change(none, some));
    }

    [Fact]
    public void Pair_WithUnitsElsewhere_IsBare()
    {
        var bare = new QuantityText(PageFixture.Content(new DiagnosticBag()).Labels, isBare: true);
        var (old, now) = (Quantity.Of("x", 0.5, Unit.Share, 0), Quantity.Of("x", 0.6, Unit.Share, 0));
        Assert.Equal(("50", "60"), bare.Pair(old, now));
        Assert.Equal(("+10", "%"), (bare.Change(old, now), bare.UnitOf(Unit.Share)));
        Assert.Equal("p-verdi", bare.UnitOf(Unit.PValue));
    }

    [Fact]
    public void Change_ToAnotherUnit_IsNone()
    {
        var (share, count) = (Quantity.Of("x", 0.5, Unit.Share, 0), Quantity.Of("x", 5, Unit.Count, 0));
        Assert.Empty(_text.Change(share, count));
        Assert.Null(QuantityText.ChangeOf(share, count));
    }

    [Fact]
    public void NameOf_EveryUnit_IsALabel() =>
        Assert.All(Enum.GetValues<Unit>(), unit => Assert.DoesNotContain("sammenligning.", _text.NameOf(unit), StringComparison.Ordinal));
}
