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
            new Dictionary<string, string>(StringComparer.Ordinal) { ["dokument.aldri_delt"] = "prosentpoeng norsknivå" },
            new DiagnosticBag()
        )
    );

    [Theory]
    [InlineData("prosentpoeng")]
    [InlineData("Prosentpoengene")]
    [InlineData("Norsknivået")]
    public void Broken_ListedWord_IsKeptWhole(string word) => Assert.Equal(word, Breaks.Broken(word));

    [Theory]
    [InlineData("AntallTimerNorsk", "Antall\u200BTimer\u200BNorsk")]
    [InlineData("v3_3_7", "v3_3_7")]
    [InlineData("norskniva_samlet_prove", "norskniva_\u200Bsamlet_\u200Bprove")]
    [InlineData("andel.fag_vgo.begge", "andel.\u200Bfag_vgo.\u200Bbegge")]
    public void Broken_NameOfVariable_HasNoHyphen(string word, string expected) => Assert.Equal(expected, Breaks.Broken(word));

    [Theory]
    [InlineData("deltakere")]
    [InlineData("KOSTRA")]
    [InlineData("annet")]
    public void Broken_OtherWord_IsLeftToTheTypesetter(string word) => Assert.Null(Breaks.Broken(word));

    [Theory]
    [InlineData("Se andel.kjonn.kvinne.", "Se #text(hyphenate: false)[andel.\u200Bkjonn.\u200Bkvinne];.")]
    [InlineData("Filen utgave.json er her.", "Filen utgave.json er her.")]
    [InlineData("Fra https://www.fafo.no/a.", "Fra https:\\/\\/www.fafo.no\\/a.")]
    public void AppendMarkup_NameOfANumber_IsOneWord(string text, string expected)
    {
        var target = new StringBuilder();
        Breaks.AppendMarkup(target, text);
        Assert.Equal(expected, target.ToString());
    }

    [Fact]
    public void AppendMarkup_TextAroundAWord_IsEscapedAsBefore()
    {
        var target = new StringBuilder();

        Breaks.AppendMarkup(target, "[12 prosentpoeng](x)");

        Assert.Equal("\\[12 #text(hyphenate: false)[prosentpoeng];\\](x)", target.ToString());
    }
}
