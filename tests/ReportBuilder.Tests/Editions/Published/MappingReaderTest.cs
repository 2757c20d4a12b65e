using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class MappingReaderTest
{
    [Fact]
    public void Read_Lines_HaveAllThatTheFileSays()
    {
        var lines = Lines("F024,,,prosent,a.b|c,,share,minst,2,,NOTES B3\nF011,,,år,,,,,,Regel om ordningen,\n")!;
        Assert.Equal(new CellKey("F024", "", "", "prosent"), lines[0].Key);
        Assert.Equal(["a.b", "c"], lines[0].Ids);
        Assert.Equal(
            (Unit.Share, PrintedReading.AtLeast, 2.0, "NOTES B3"),
            (lines[0].Unit, lines[0].Reading, lines[0].Slack, lines[0].Remark)
        );
        Assert.Equal((false, "Regel om ordningen"), (lines[1].IsMapped, lines[1].Reason));
    }

    [Theory]
    [InlineData("a,,andel,,,,", "RB7022", null)]
    [InlineData("a,,shar,,,,", "RB7022", "share")]
    [InlineData("a,,share,omkrin,2,,", "RB7022", "omkring")]
    [InlineData("Åse,,share,,,,", "RB7023", null)]
    [InlineData("a,b c,share,,,,", "RB7023", null)]
    [InlineData(",,,,,,", "RB7024", null)]
    [InlineData("a,,share,,,Fra andre kilder,", "RB7024", null)]
    [InlineData("a,,share,omkring,,,", "RB7025", null)]
    [InlineData("a,,share,over,0,,", "RB7025", null)]
    [InlineData("a,,share,,2,,", "RB7025", null)]
    [InlineData("a,,share,resten,2,,", "RB7025", null)]
    [InlineData("a,,share,omkring,\"1,5\",,", "RB2010", null)]
    [InlineData("a|b,c,share,,,,", "RB7026", null)]
    [InlineData("a,b|c,share,,,,", "RB7026", null)]
    public void Read_BadLine_SaysWhat(string fields, string code, string? nearest)
    {
        var bag = new DiagnosticBag();
        Assert.Null(Lines($"F024,,,prosent,{fields}\n", bag));
        Assert.Equal((code, nearest, 2), (bag.Sorted()[0].Code, bag.Sorted()[0].Nearest, bag.Sorted()[0].Place!.Value.Line));
    }

    private static IReadOnlyList<MappingLine>? Lines(string text, DiagnosticBag? bag = null)
    {
        using var folder = new PublishedFolder();
        folder.Write(MappingReader.FileName, PublishedFolder.MappingHeader + text);
        return MappingReader.Read(folder.Path, "utgave", bag ?? folder.Bag);
    }
}
