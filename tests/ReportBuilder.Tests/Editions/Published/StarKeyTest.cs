using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class StarKeyTest
{
    [Theory] // The key of Tabell 17
    [InlineData("", 0.1, 1)]
    [InlineData("*", 0.05, 0.1)]
    [InlineData("**", 0.01, 0.05)]
    [InlineData("***", 0, 0.01)]
    public void RangeOf_Stars_IsBetweenTheLevelsOfTheKey(string stars, double low, double high) =>
        Assert.Equal(new ValueRange(low, high), Key().RangeOf(stars));

    [Fact]
    public void RangeOf_StarsTheKeyLacks_IsNone() => Assert.Null(Key().RangeOf("****"));

    [Fact]
    public void Of_TableWithoutKey_HasNone() => Assert.Empty(StarKey.Of([Printed.Cell(0.46, "estimat", 2)]));

    private static StarKey Key()
    {
        PublishedCell[] cells =
        [
            Level("*", 0.1),
            Level("**", 0.05),
            Level("***", 0.01),
            Printed.Cell(0.46, "estimat", 2, source: "tabell-17"),
        ];
        return StarKey.Of(cells)["tabell-17"];
    }

    private static PublishedCell Level(string stars, double level) =>
        Printed.Cell(level, PrintedUnit.StarKey, source: "tabell-17") with
        {
            Key = new CellKey("tabell-17", "Signifikansnøkkel", stars, PrintedUnit.StarKey),
        };
}
