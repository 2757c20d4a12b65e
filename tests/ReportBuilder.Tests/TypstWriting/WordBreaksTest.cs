using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;
using ReportBuilder.TypstWriting;
using Xunit;

namespace ReportBuilder.Tests.TypstWriting;

public sealed class WordBreaksTest
{
    private static readonly WordBreaks Breaks = new(
        new LabelSet(
            "nb",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["orddeling.prosentpoeng"] = "prosent-poeng",
                ["orddeling.måloppnåelse"] = "mål-opp-nåelse",
                ["orddeling.mål"] = "mål",
                ["annet.ord"] = "an-net",
            },
            new DiagnosticBag()
        )
    );

    [Theory]
    [InlineData("prosentpoeng", "prosent\u00ADpoeng")]
    [InlineData("Prosentpoengene", "Prosent\u00ADpoengene")]
    [InlineData("Måloppnåelsen", "Mål\u00ADopp\u00ADnåelsen")]
    public void Broken_ListedWord_IsPartedWhereTheListSays(string word, string expected) => Assert.Equal(expected, Breaks.Broken(word));

    [Theory]
    [InlineData("AntallTimerNorsk", "Antall\u200BTimer\u200BNorsk")]
    [InlineData("v3_3_7", "v3_3_7")]
    [InlineData("norskniva_samlet_prove", "norskniva_\u200Bsamlet_\u200Bprove")]
    public void Broken_NameOfVariable_HasNoHyphen(string word, string expected) => Assert.Equal(expected, Breaks.Broken(word));

    [Theory]
    [InlineData("deltakere")]
    [InlineData("KOSTRA")]
    [InlineData("annet")]
    public void Broken_OtherWord_IsLeftToTheTypesetter(string word) => Assert.Null(Breaks.Broken(word));

    [Fact]
    public void AppendMarkup_TextAroundAWord_IsEscapedAsBefore()
    {
        var target = new StringBuilder();

        Breaks.AppendMarkup(target, "[12 prosentpoeng](x)");

        Assert.Equal("\\[12 #text(hyphenate: false)[prosent\u00ADpoeng];\\](x)", target.ToString());
    }
}
