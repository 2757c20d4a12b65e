using Xunit;

namespace ReportBuilder.Tests.Documents;

/// <summary>What is not part of this project's Markdown is reported with its place. The text of each case begins on line 3.</summary>
public class TreeReaderFailuresTest
{
    private const string Figure = "![T](fig-kjonn){alt=\"x\"}";

    [Theory]
    [InlineData("### Hopp", "RB4003 3:1")]
    [InlineData("## A {#alder}", "RB4004 3:6")]
    [InlineData("## A {#sec-a .unnumbered}", "RB4005 3:6")]
    [InlineData("![T](fig-kjonn){alt=\"x\" kilda=\"y\"}", "RB4005 3:16")]
    [InlineData("::: {lng=en}\nx\n:::", "RB4005 3:1")]
    [InlineData("---", "RB4006 3:1")]
    [InlineData("```\nkode\n```", "RB4006 3:1")]
    [InlineData("    kode", "RB4007 3:1")]
    [InlineData("::: ingress\nx", "RB4008 3:1")]
    [InlineData("::: note\nx\n:::", "RB4009 3:1")]
    [InlineData("::: sitat\nx\n:::", "RB4016 3:1")]
    [InlineData("![T](tbl-andel){.ligende}", "RB4005 3:16")]
    [InlineData("![T](fig-kjonn){alt=\"x\" .liggende}", "RB4005 3:16")]
    [InlineData("Se @side-tbl-borte.", "RB4202 3:4")]
    [InlineData("Se [@side-fig-kjonn].", "RB4204 3:5")]
    [InlineData("<div>x</div>", "RB4010 3:1")]
    [InlineData("a <b>x</b>", "RB4010 3:3")]
    [InlineData("<!-- a --> <p>b</p>", "RB4010 3:1")]
    [InlineData("Ord {.klasse} til", "RB4011 3:5")]
    [InlineData("[lenke](fil.docx)", "RB4012 3:1")]
    [InlineData("| A | B |\n|---|---|\n| x | y | z |", "RB4014 3:1")]
    [InlineData("![T](fig-kjonn){alt=\"x}", "RB4104 3:1,RB4013 3:16")]
    [InlineData("Se " + Figure, "RB4101 3:4,RB4011 3:19")]
    [InlineData("![T](bilder/kart.png)", "RB4102 3:1")]
    [InlineData("![T](fig-kjon){alt=\"x\"}", "RB4103 3:1")]
    [InlineData("![T](fig-kjonn)", "RB4104 3:1")]
    [InlineData("![](fig-kjonn){alt=\"x\"}", "RB4105 3:1")]
    [InlineData("![T](tbl-model)", "RB4106 3:1")]
    [InlineData("| a |\n|---|\n| b |\n\n: Uten id", "RB4107 7:1")]
    [InlineData(Figure + "\n\n" + Figure, "RB4108 5:1")]
    [InlineData("## A {#sec-a}\n\n## B {#sec-a}", "RB4201 5:1")]
    [InlineData("Se @sec-borte.", "RB4202 3:4")]
    [InlineData("- x\n- se @tbl-borte", "RB4202 4:6")]
    [InlineData("Se @fig-kjonn.", "RB4203 3:4")]
    [InlineData("Se [@fig-kjonn].", "RB4204 3:5")]
    [InlineData("Ord[^a]", "RB4205 3:4")]
    [InlineData("Ord\n\n[^a]: Note", "RB4206 5:1")]
    [InlineData("Ord[^a]\n\n[^a]: Note\n\n[^a]: Igjen", "RB4207 7:1")]
    [InlineData("Ord[^a]\n\n[^a]: Note[^a]", "RB4208 5:11")]
    [InlineData("Se [@djuve2017; @borte, s. 3].", "RB4301 3:17")]
    [InlineData("Se @borte.", "RB4301 3:4")]
    public void Chapter_WithMistake_IsReportedWithPlace(string text, string expected)
    {
        var fixture = new DocumentFixture();

        fixture.BuildChapter(text, DocumentFixture.Sources);

        Assert.Equal(expected.Split(','), fixture.Codes());
    }

    [Fact]
    public void Citation_WithoutBibliography_IsReported()
    {
        var fixture = new DocumentFixture();

        fixture.BuildChapter("Se @djuve2017.");

        Assert.Equal(["RB4302 3:4"], fixture.Codes());
    }

    [Theory]
    [InlineData("Tekst.", "RB4001 1:1")]
    [InlineData("## Avsnitt", "RB4002 1:1")]
    public void File_NotBeginningWithAChapter_IsReported(string text, string expected)
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", "kapitler: [a.md]"), ("a.md", text));

        Assert.Equal([expected], fixture.Codes());
    }

    [Fact]
    public void FiguresAndTables_NeverPlaced_AreWarnings()
    {
        var fixture = new DocumentFixture();

        fixture.BuildChapter("![T](tbl-modell)");

        Assert.Equal(["RB4109 0:0", "RB4110 0:0"], fixture.Codes(withUnplaced: true));
        Assert.False(fixture.Diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("Skriv til post@imdi.no eller {1, 2} og {abc}.")]
    [InlineData("<!-- en kommentar -->\n\nTekst <!-- til --> her.")]
    [InlineData("a \\<b\\> \\@x \\[\\@y\\] &nbsp; <https://example.org>")]
    [InlineData(":::: {lang=en}\n::: ingress\nHello\n:::\n::::")]
    public void Chapter_WithHarmlessSigns_IsNotReported(string text)
    {
        var fixture = new DocumentFixture();

        fixture.BuildChapter(text);

        Assert.Empty(fixture.Messages());
    }
}
