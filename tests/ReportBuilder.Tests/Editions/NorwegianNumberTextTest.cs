using System.Globalization;
using System.Numerics;
using CsCheck;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public class NorwegianNumberTextTest
{
    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(0, 2, "0,00")]
    [InlineData(7, 0, "7")]
    [InlineData(999, 0, "999")]
    [InlineData(1560, 0, "1\u00A0560")]
    [InlineData(19316, 0, "19\u00A0316")]
    [InlineData(-10699.52, 2, "\u221210\u00A0699,52")]
    [InlineData(-999, 0, "\u2212999")]
    [InlineData(1234567.891, 1, "1\u00A0234\u00A0567,9")]
    [InlineData(999999.5, 0, "1\u00A0000\u00A0000")]
    [InlineData(0.125, 2, "0,13")]
    [InlineData(2.675, 2, "2,68")]
    [InlineData(-2.675, 2, "\u22122,68")]
    [InlineData(1.005, 2, "1,01")]
    [InlineData(0.5, 0, "1")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-0.5, 0, "\u22121")]
    [InlineData(1e-20, 3, "0,000")]
    public void Number_WithDecimals_IsNorwegianText(double value, int decimals, string expected) =>
        Assert.Equal(expected, NorwegianNumberText.Number(value, decimals));

    [Theory]
    [InlineData(-0.0, 0)]
    [InlineData(-0.49, 0)]
    [InlineData(-0.0049, 2)]
    [InlineData(-1e-300, 5)]
    public void Number_RoundsToZero_HasNoSign(double value, int decimals) =>
        Assert.DoesNotContain(NorwegianNumberText.Minus, NorwegianNumberText.Number(value, decimals));

    [Fact]
    public void Number_ComputedHalf_RoundsAwayFromZeroAsWritten()
    {
        // 29 of 200 is 14.499999999999998 per cent in binary; a reader with a pocket calculator gets 14.5.
        Assert.Equal("15", NorwegianNumberText.Number(29 / 200.0 * 100, 0));
        Assert.Equal("0,3", NorwegianNumberText.Number(0.1 + 0.2, 1));
        Assert.Equal("8", NorwegianNumberText.Number(0.075 * 100, 0));
    }

    [Fact]
    public void Number_ShareInHalfPerCents_RoundsHalfAwayFromZero()
    {
        for (var halves = 0; halves <= 200; halves++)
        {
            var share = Quantity.Of("andel", halves / 200.0, Unit.Share, 0);
            Assert.Equal(((halves + 1) / 2).ToString(CultureInfo.InvariantCulture), NorwegianNumberText.Number(share));
        }
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Number_AnyDecimalNumber_EqualsIndependentFormatting(string culture)
    {
        var number = Gen.Select(Gen.Long[-100_000_000_000_000, 100_000_000_000_000], Gen.Int[0, 8], Gen.Int[0, 5]);
        Cultures.Under(
            culture,
            () =>
            {
                Property.Holds(
                    number,
                    n =>
                    {
                        var (mantissa, places, decimals) = n;
                        var value = (double)(mantissa / (decimal)Math.Pow(10, places));
                        Assert.Equal(Independent(mantissa, places, decimals), NorwegianNumberText.Number(value, decimals));
                    }
                );
                return 0;
            }
        );
    }

    [Theory]
    [InlineData(7.9e27)]
    [InlineData(7.922816251426434e28)]
    [InlineData(1e29)]
    [InlineData(-3.5e35)]
    [InlineData(1e300)]
    [InlineData(-double.MaxValue)]
    public void Number_BeyondDecimal_IsWrittenOut(double value)
    {
        // The upper limit of an odds ratio from a handful of persons can be this large.
        var text = NorwegianNumberText.Number(value, 2);
        Assert.EndsWith(",00", text, StringComparison.Ordinal);
        Assert.Equal(value < 0, text.StartsWith(NorwegianNumberText.Minus));
        var read = BigInteger.Parse(
            text[..^3].Replace("\u00A0", string.Empty, StringComparison.Ordinal).Replace('\u2212', '-'),
            CultureInfo.InvariantCulture
        );
        Assert.Equal(1, (double)read / value, 1e-14);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Number_NotFinite_Throws(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NorwegianNumberText.Number(value, 1));

    [Theory]
    [InlineData(Unit.Share, 0.345, 0, "35")]
    [InlineData(Unit.Share, 1, 0, "100")]
    [InlineData(Unit.Probability, 0.0345, 1, "3,5")]
    [InlineData(Unit.PercentagePoints, -0.145, 0, "\u221215")]
    [InlineData(Unit.OddsChange, 12.5, 0, "1\u00A0250")]
    [InlineData(Unit.OddsRatio, 1.585, 2, "1,59")]
    [InlineData(Unit.LogOdds, -0.46, 2, "\u22120,46")]
    [InlineData(Unit.Count, 19316, 0, "19\u00A0316")]
    [InlineData(Unit.Years, 34.25, 1, "34,3")]
    public void Number_OfQuantity_ScalesByUnit(Unit unit, double value, int decimals, string expected) =>
        Assert.Equal(expected, NorwegianNumberText.Number(Quantity.Of("x", value, unit, decimals)));

    [Fact]
    public void Number_WithOtherDecimals_UsesThem() =>
        Assert.Equal("34,50", NorwegianNumberText.Number(Quantity.Of("x", 0.345, Unit.Share, 0), 2));

    [Theory]
    [InlineData(QuantityStatus.Missing, "..")]
    [InlineData(QuantityStatus.NotEstimable, "..")]
    [InlineData(QuantityStatus.NotApplicable, ".")]
    [InlineData(QuantityStatus.Suppressed, ":")]
    [InlineData(QuantityStatus.Nil, "-")]
    public void Number_WithoutValue_IsTheSignOfItsStatus(QuantityStatus status, string sign)
    {
        Assert.Equal(sign, NorwegianNumberText.Number(Quantity.Without("x", Unit.Share, 0, status)));
        Assert.Equal(sign, NorwegianNumberText.Sign(status));
    }

    [Fact]
    public void Sign_OfNumberThatExists_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NorwegianNumberText.Sign(QuantityStatus.Estimated));

    [Fact]
    public void Limits_OfShare_AreScaledAndRoundedAsTheNumber()
    {
        var share = Quantity.Of("x", 0.5, Unit.Share, 0) with { Interval = new Interval(0.445, 0.5549, 0.95) };
        Assert.Equal(("45", "55"), NorwegianNumberText.Limits(share));
        Assert.Equal(("44,5", "55,5"), NorwegianNumberText.Limits(share, 1));
    }

    [Fact]
    public void Limits_WithoutInterval_AreNull() => Assert.Null(NorwegianNumberText.Limits(Quantity.Of("x", 0.5, Unit.Share, 0)));

    [Theory]
    [InlineData(0, "< 0,001")]
    [InlineData(0.00099999, "< 0,001")]
    [InlineData(0.001, "0,001")]
    [InlineData(0.0125, "0,013")]
    [InlineData(0.0495, "0,050")]
    [InlineData(1, "1,000")]
    public void PValue_SmallOrNot_IsWrittenSo(double p, string expected) => Assert.Equal(expected, NorwegianNumberText.PValue(p));

    /// <summary>Half away from zero and grouped from the right, on whole numbers and strings only.</summary>
    private static string Independent(long mantissa, int places, int decimals)
    {
        var size = BigInteger.Abs(mantissa) * BigInteger.Pow(10, decimals);
        var unit = BigInteger.Pow(10, places);
        var rounded = (2 * size + unit) / (2 * unit);
        var digits = rounded.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var whole = digits[..^decimals];
        var groups = new List<string>();
        while (whole.Length > 3)
        {
            groups.Insert(0, whole[^3..]);
            whole = whole[..^3];
        }

        groups.Insert(0, whole);
        return (mantissa < 0 && !rounded.IsZero ? "\u2212" : string.Empty)
            + string.Join('\u00A0', groups)
            + (decimals > 0 ? "," + digits[^decimals..] : string.Empty);
    }
}
