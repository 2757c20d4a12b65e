using CsCheck;
using ReportBuilder.Charts;
using Xunit;

namespace ReportBuilder.Tests.Charts;

public class TextWrapTest
{
    [Fact]
    public void Lines_TextWithRoom_IsOneLine() => Assert.Equal(["Kvinne og mann"], Lines("Kvinne og mann", 14));

    [Fact]
    public void Lines_LongName_BreaksAfterSlash() =>
        Assert.Equal(
            ["Realkompetansevurdering/", "godkjenning av tidligere utdanning"],
            Lines("Realkompetansevurdering/godkjenning av tidligere utdanning", 36)
        );

    [Fact]
    public void Lines_TwoLines_AreEven() => Assert.Equal(["aaaa bbbb", "cccc dddd"], Lines("aaaa bbbb cccc dddd", 15));

    [Fact]
    public void Lines_NoBreakSpace_Holds() => Assert.Equal(["over", "10\u00A0prosent"], Lines("over 10\u00A0prosent", 12));

    [Fact]
    public void Lines_DashBetweenWords_StaysAtEndOfLine() =>
        Assert.Equal(["Utdanning/kurs –", "fag i grunnskole"], Lines("Utdanning/kurs – fag i grunnskole", 18));

    [Fact]
    public void Lines_WordWiderThanLine_IsCutNotClipped() => Assert.Equal(["abcd", "efgh", "ij"], Lines("abcdefghij", 4));

    [Fact]
    public void Lines_AnyText_KeepsAllLettersWithinTheWidth() =>
        Gen.String[Gen.Char["abcæøå -/"], 0, 60]
            .Select(Gen.Int[1, 30])
            .Sample(
                (text, width) =>
                {
                    var lines = Lines(text, width);
                    Assert.Equal(text.Replace(" ", ""), string.Concat(lines).Replace(" ", ""));
                    Assert.All(lines, l => Assert.True(l.Length <= width || text.Length <= width));
                },
                seed: "0000000000001"
            );

    private static IReadOnlyList<string> Lines(string text, int width) => TextWrap.Lines(text, width, t => t.Length);
}
