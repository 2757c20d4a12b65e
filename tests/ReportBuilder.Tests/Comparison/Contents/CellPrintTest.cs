using ReportBuilder.Comparison.Contents;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Contents;

public class CellPrintTest
{
    private static readonly Edition Older = Numbers(0.54, 0.11, 0.0004, 0.571, 1.38, 2.15);
    private static readonly Edition Newer = Numbers(0.61, 0.12, 0.012, 0.583, 1.41, 2.25);

    [Theory]
    [InlineData("0,54***\u00A0(0,11)", "0,61*\u00A0(0,12)", "m.koeffisient m.standardfeil m.p")]
    [InlineData("57\u00A0%", "58\u00A0%", "andel")]
    [InlineData("57,1\u00A0%", "58,3\u00A0%", "andel")]
    [InlineData("1,38–2,15", "1,41–2,25", "m.oddsrate")]
    [InlineData("< 0,001", "0,012", "m.p")]
    [InlineData("+0,5", "+0,6", "m.koeffisient")]
    public void Follows_CellThatPrintsTheNewNumbersAsTheOld_IsTrue(string before, string after, string ids) =>
        Assert.True(Follows(before, after, ids));

    [Theory]
    [InlineData("0,54***\u00A0(0,11)", "0,54***\u00A0(0,11)", "m.koeffisient m.standardfeil m.p")]
    [InlineData("0,54***\u00A0(0,11)", "6,10*\u00A0(0,12)", "m.koeffisient m.standardfeil m.p")]
    [InlineData("0,54***\u00A0(0,11)", "0,61*\u00A0(0,21)", "m.koeffisient m.standardfeil m.p")]
    [InlineData("0,54***\u00A0(0,11)", "−0,61*\u00A0(0,12)", "m.koeffisient m.standardfeil m.p")]
    [InlineData("57\u00A0%", "57\u00A0%", "andel")]
    [InlineData("57\u00A0%", "58,3\u00A0%", "andel")]
    [InlineData("57\u00A0%", "58 prosent", "andel")]
    [InlineData("1,38–2,15", "1,41–2,52", "m.oddsrate")]
    [InlineData("1,38–2,15", "1,41", "m.oddsrate")]
    public void Follows_OldOrOtherDigits_IsFalse(string before, string after, string ids) => Assert.False(Follows(before, after, ids));

    [Theory]
    // Words, and a number that the cell does not show.
    [InlineData("signifikant", "ikke signifikant", "m.p")]
    [InlineData("A2", "B1", "andel")]
    public void Follows_NothingToLearn_IsTrue(string before, string after, string ids) => Assert.True(Follows(before, after, ids));

    [Fact]
    public void Follows_NumberThatBecameASign_IsTrue()
    {
        var hidden = Newer with
        {
            Quantities = Newer.Quantities.SetItem("andel", Quantity.Without("andel", Unit.Share, 0, QuantityStatus.Suppressed)),
        };
        Assert.True(new CellPrint(Older, hidden).Follows(ExampleEdition.Cell("57\u00A0%", "andel"), ExampleEdition.Cell(":", "andel")));
    }

    private static bool Follows(string before, string after, string ids) =>
        new CellPrint(Older, Newer).Follows(ExampleEdition.Cell(before, ids.Split(' ')), ExampleEdition.Cell(after, ids.Split(' ')));

    private static Edition Numbers(double coefficient, double error, double p, double share, double low, double high) =>
        ExampleEdition.Of(
            Quantity.Of("m.koeffisient", coefficient, Unit.LogOdds, 2),
            Quantity.Of("m.standardfeil", error, Unit.LogOdds, 2),
            Quantity.Of("m.p", p, Unit.PValue, 3),
            Quantity.Of("andel", share, Unit.Share, 0),
            Quantity.Of("m.oddsrate", Math.Exp(coefficient), Unit.OddsRatio, 2) with
            {
                Interval = new Interval(low, high, 0.95),
            }
        );
}
