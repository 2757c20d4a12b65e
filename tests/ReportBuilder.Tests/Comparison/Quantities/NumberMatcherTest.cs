using CsCheck;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Quantities;

public class NumberMatcherTest
{
    private static readonly Gen<(Unit Unit, int Decimals, double Value)> Numbers = Gen.Select(
        Gen.Int[0, Enum.GetValues<Unit>().Length - 1].Select(i => Enum.GetValues<Unit>()[i]),
        Gen.Int[0, 3],
        Gen.Double[-3000, 3000]
    );

    [Fact]
    public void Compare_OneUnitOfTheLastPrintedDigit_IsDifferentWhateverTheTolerance() =>
        Property.Holds(
            Numbers,
            example =>
            {
                var (unit, decimals, value) = example;
                var step = Math.Pow(10, -decimals) / NorwegianNumberText.PrintScale(unit);
                var wide = new Tolerances
                {
                    Count = 1,
                    Share = 1,
                    Mean = 1,
                    Coefficient = 1,
                    PValue = 1,
                    Fit = 1,
                };
                Assert.Equal(NumberMatch.Different, Matcher(unit, decimals, wide).Compare(value, value + step));
            }
        );

    [Fact]
    public void Compare_EitherWay_GivesTheSame() =>
        Property.Holds(
            Gen.Select(Numbers, Gen.Double[-6, 1]),
            example =>
            {
                var ((unit, decimals, value), step) = example;
                var other = value + Math.Pow(10, step);
                var matcher = Matcher(unit, decimals, new Tolerances { Share = 0.01, Mean = 0.01 });
                Assert.Equal(matcher.Compare(value, other), matcher.Compare(other, value));
            }
        );

    [Fact]
    public void Compare_CountsThatAreNotEqual_AreDifferent() =>
        Assert.Equal(NumberMatch.Different, Matcher(Unit.Count, 0, new Tolerances()).Compare(1e9, 1e9 + 1));

    [Theory]
    [InlineData(4e9, 4e9 + 1, NumberMatch.WithinTolerance)]
    [InlineData(4e9, 4.1e9, NumberMatch.Different)]
    public void Compare_LimitsBeyondTheDigitsSaved_AreHeldAgainstTheirSize(double old, double now, NumberMatch expected)
    {
        Assert.Equal(expected, Matcher(Unit.OddsRatio, 2, new Tolerances()).Compare(old, now));
    }

    [Theory]
    [InlineData(0.12499, 0.12501, NumberMatch.Different)]
    [InlineData(0.12401, 0.12403, NumberMatch.WithinTolerance)]
    public void Compare_WithinToleranceButPrintedOtherwise_IsDifferent(double old, double now, NumberMatch expected)
    {
        var tolerances = new Tolerances { Coefficient = 0.001 };
        Assert.Equal(expected, Matcher(Unit.LogOdds, 2, tolerances).Compare(old, now));
    }

    private static NumberMatcher Matcher(Unit unit, int decimals, Tolerances tolerances) =>
        NumberMatcher.Of(Quantity.Of("a", 1, unit, decimals), Quantity.Of("a", 1, unit, decimals), tolerances);
}
