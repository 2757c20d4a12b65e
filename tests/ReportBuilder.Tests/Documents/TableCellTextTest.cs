using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Tables;
using Xunit;

namespace ReportBuilder.Tests.Documents;

public class TableCellTextTest
{
    [Theory]
    [InlineData("andel.kvinne", "73_%")]
    [InlineData("andel.forskjell", "4")]
    [InlineData("antall", "19_316")]
    [InlineData("skjult", ":")]
    [InlineData("intet", "-")]
    public void Quantity_InCell_HasPerCentOnlyWhenAShare(string id, string expected) =>
        Assert.Equal(expected, Of(new QuantityCell(DocumentFixture.Find(id))));

    [Theory]
    [InlineData(0.0123, "0,012")]
    [InlineData(0.0009, "< 0,001")]
    [InlineData(0, "< 0,001")]
    public void PValue_InCell_IsNeverZero(double p, string expected) =>
        Assert.Equal(expected, Of(new QuantityCell(Quantity.Of("p", p, Unit.PValue, 3))));

    [Theory]
    [InlineData("oddsrate", "0,20–0,71")]
    [InlineData("andel.kvinne", "70–76_%")]
    [InlineData("skjult", ":")]
    [InlineData("alder", ".")]
    public void Interval_InCell_IsARange(string id, string expected) =>
        Assert.Equal(expected, Of(new IntervalCell(DocumentFixture.Find(id))));

    [Theory]
    [InlineData(0.1, "")]
    [InlineData(0.0999, "*")]
    [InlineData(0.05, "*")]
    [InlineData(0.0499, "**")]
    [InlineData(0.01, "**")]
    [InlineData(0.0099, "***")]
    public void Stars_AtTheLimits_FollowStrictInequality(double p, string expected) =>
        Assert.Equal(expected, TableCellText.Stars(Quantity.Of("p", p, Unit.PValue, 3)));

    [Fact]
    public void Estimate_InCell_HasStarsAndStandardError()
    {
        Assert.Equal(
            "0,46***_(0,13)",
            Of(new EstimateCell(DocumentFixture.Find("logit"), DocumentFixture.Find("se"), DocumentFixture.Find("p.liten")))
        );
        Assert.Equal("..", Of(new EstimateCell(DocumentFixture.Find("mangler"), DocumentFixture.Find("se"), DocumentFixture.Find("p"))));
    }

    private static string Of(TableCell cell) => TableCellText.Of(cell).Replace('\u00A0', '_');
}
