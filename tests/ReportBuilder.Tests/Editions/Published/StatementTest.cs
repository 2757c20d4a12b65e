using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class StatementTest
{
    [Theory]
    [InlineData(57, "prosent", 0, Unit.Share, 0.565, 0.575)]
    [InlineData(36.3, "prosent", 1, Unit.Share, 0.3625, 0.3635)]
    [InlineData(-42, "prosentpoeng", 0, Unit.PercentagePoints, -0.425, -0.415)]
    [InlineData(58, "prosent", 0, Unit.OddsChange, 0.575, 0.585)]
    [InlineData(0.097, "ICC", 3, Unit.Share, 0.0965, 0.0975)]
    [InlineData(0.002, "standardfeil", 3, Unit.LogOdds, 0.0015, 0.0025)]
    [InlineData(0, "p-verdi", 2, Unit.PValue, -0.005, 0.005)]
    public void Of_NumberAsPrinted_IsHalfAUnitOfItsLastDigit(double value, string printed, int decimals, Unit unit, double low, double high)
    {
        var statement = Printed.Statement("a", value, printed, unit, decimals);
        Assert.Equal((low, high), (Math.Round(statement.Range.Low, 9), Math.Round(statement.Range.High, 9)));
        var quantity = statement.ToQuantity();
        Assert.Equal(QuantityStatus.Rounded, quantity.Status);
        Assert.Equal(
            (low, high),
            (
                Math.Round(quantity.Value!.Value - quantity.RoundingDistance, 9),
                Math.Round(quantity.Value.Value + quantity.RoundingDistance, 9)
            )
        );
        Assert.Null(quantity.Slack);
    }

    [Theory]
    [InlineData(0.097, "ICC", 3, Unit.Share, 1)] // 9.7 per cent
    [InlineData(0.25, "andel", 2, Unit.Share, 0)]
    [InlineData(3.6, "prosent", 1, Unit.Share, 1)]
    [InlineData(-10699.52, "log-likelihood", 2, Unit.LogLikelihood, 2)]
    public void ToQuantity_Decimals_AreThoseOfThePrintInOurUnit(double value, string printed, int decimals, Unit unit, int ours) =>
        Assert.Equal(ours, Printed.Statement("a", value, printed, unit, decimals).ToQuantity().Decimals);

    [Theory]
    [InlineData(PrintedReading.Around, 68, 72)]
    [InlineData(PrintedReading.Above, 70, 72)]
    [InlineData(PrintedReading.Below, 68, 70)]
    public void Of_VagueWord_SaysWhichSide(PrintedReading reading, double low, double high)
    {
        var statement = Printed.Statement("a", 70, "prosent", Unit.Share, reading: reading, slack: 2);
        Assert.Equal((low, high), (Math.Round(100 * statement.Range.Low, 6), Math.Round(100 * statement.Range.High, 6)));
        var quantity = statement.ToQuantity();
        Assert.Equal((0.7, 0.02), (quantity.Value, Math.Round(quantity.Slack!.Value, 9)));
    }

    [Theory] // «Rett over 19 316 deltakere» is one more at least
    [InlineData(PrintedReading.Above, 19316.5, 19416.5)]
    [InlineData(PrintedReading.Below, 19215.5, 19315.5)]
    public void Of_VagueWordOnACount_LeavesTheNumberItselfOut(PrintedReading reading, double low, double high) =>
        Assert.Equal(new ValueRange(low, high), Printed.Statement("a", 19316, "deltakere", Unit.Count, reading: reading, slack: 100).Range);

    [Fact]
    public void Of_EndsOfARange_GiveLimitsAndNoValue()
    {
        var least = Printed.Statement("a", 71, "prosent", Unit.Share, reading: PrintedReading.AtLeast);
        var most = Printed.Statement("a", 74, "prosent", Unit.Share, reading: PrintedReading.AtMost);
        Assert.Equal((0.705, double.PositiveInfinity), (Math.Round(least.Range.Low, 9), least.Range.High));
        Assert.Equal((double.NegativeInfinity, 0.745), (most.Range.Low, Math.Round(most.Range.High, 9)));
        Assert.Equal((null, null), (least.Value, most.Value));
        Assert.Throws<InvalidOperationException>(() => least.ToQuantity());
    }

    [Fact]
    public void Of_RestOfAWhole_IsTurned()
    {
        var quantity = Printed.Statement("a", 3.6, "prosent", Unit.Share, 1, reading: PrintedReading.Rest).ToQuantity();
        Assert.Equal((0.964, 1, null), (quantity.Value, quantity.Decimals, quantity.Slack));
    }

    [Fact]
    public void Of_Stars_IsTheMiddleOfTheLevelsWithHalfTheWayBetweenThem()
    {
        var key = StarKey.Of([Printed.Cell(0.05, PrintedUnit.StarKey)]);
        var cell = Printed.Cell(null, PrintedUnit.Stars, printed: "kolonne");
        var statement = Statement.Of(cell, Printed.Line(cell, "a", Unit.PValue, PrintedReading.Stars), key["t"])!.Single();
        var quantity = statement.ToQuantity();
        Assert.Equal((0.025, 0.025), (quantity.Value, quantity.Slack));
        Assert.Null(Statement.Of(cell, Printed.Line(cell, "a", Unit.PValue, PrintedReading.Stars), stars: null));
    }

    [Fact]
    public void ByTrust_SeveralNumbers_TablesThenNarrowestThenPlain()
    {
        var text = Printed.Statement("a", 56.1, "prosent", Unit.Share, 1, isInTable: false);
        var wide = Printed.Statement("a", 56, "prosent", Unit.Share);
        var vague = Printed.Statement("a", 10, "antall", Unit.Count, isInTable: false, reading: PrintedReading.Above, slack: 1);
        var plain = Printed.Statement("a", 10, "antall", Unit.Count, isInTable: false);
        var limit = Printed.Statement("a", 50, "prosent", Unit.Share, reading: PrintedReading.AtLeast);
        Assert.Equal([wide, text], Statement.ByTrust([limit, text, wide]));
        Assert.Equal([plain, vague], Statement.ByTrust([vague, plain]));
    }
}
