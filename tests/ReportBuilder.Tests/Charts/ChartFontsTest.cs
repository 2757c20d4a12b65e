using ReportBuilder.Charts;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Charts;

public class ChartFontsTest
{
    [Fact]
    public void Load_MissingFiles_DiagnosticForEachAndNoFonts()
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(ChartFonts.Load(ChartFontFiles.InPackage("finnes-ikke"), diagnostics));

        Assert.Equal(4, diagnostics.ErrorCount);
        Assert.All(diagnostics.Sorted(), d => Assert.Equal("RB5202", d.Code));
    }

    [Fact]
    public void Width_GrowsWithSizeAndWeight()
    {
        var fonts = ChartTestBed.Fonts;

        Assert.Equal(2 * fonts.Width("Måloppnåelse", TextFace.Regular, 10), fonts.Width("Måloppnåelse", TextFace.Regular, 20), 6);
        Assert.True(fonts.Width("Måloppnåelse", TextFace.Bold, 10) > fonts.Width("Måloppnåelse", TextFace.Regular, 10));
        Assert.Equal(0, fonts.Width("", TextFace.Regular, 10));
    }

    [Theory]
    [InlineData(TextFace.Regular)]
    [InlineData(TextFace.Italic)]
    [InlineData(TextFace.SemiBold)]
    [InlineData(TextFace.Bold)]
    public void MissingGlyphs_NorwegianAndSamiText_None(TextFace face) =>
        Assert.Empty(ChartTestBed.Fonts.MissingGlyphs("ÆØÅ æøå áčđŋšŧž «–» − ← → ≥ % 1\u00A0560", face));

    [Fact]
    public void MissingGlyphs_UnknownCharacter_IsNamedOnce() =>
        Assert.Equal(["漢"], ChartTestBed.Fonts.MissingGlyphs("漢 a 漢", TextFace.Regular).Select(r => r.ToString()));
}
