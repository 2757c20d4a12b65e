using ReportBuilder.Documents;
using ReportBuilder.Templating;
using Xunit;

namespace ReportBuilder.Tests.Documents;

public class BibTexReaderTest
{
    private readonly DocumentFixture _fixture = new();

    [Fact]
    public void Entry_AsZoteroExports_IsRead()
    {
        var work = Read(
                """
                Fri tekst er kommentar.
                @string{x = "y"}
                @techreport{ djuve_2017 ,
                    title = {{Introduksjonsprogram} og
                        norskoppl{\ae}ring},
                    author = {Djuve, Anne Britt and Hanne C. Kavli and {Statistisk sentralbyrå}},
                    pages = {3--9}, number = "20" # "17:31", year = 2017,
                    file = {C\:\\a.pdf},
                }
                """
            )
            .Find("djuve_2017")!;

        Assert.Equal(WorkKind.Report, work.Kind);
        Assert.Equal("Introduksjonsprogram og norskopplæring", work.Field("title"));
        Assert.Equal([new("Djuve", "Anne Britt"), new("Kavli", "Hanne C."), new("Statistisk sentralbyrå", "")], work.Authors);
        Assert.Equal(("3–9", "2017:31", "2017"), (work.Field("pages"), work.Field("number"), work.Field("year")));
        Assert.Empty(_fixture.Messages());
    }

    [Theory]
    [InlineData("{\\O}ie, {\\AA}se", "Øie, Åse")]
    [InlineData("M{\\\"u}ller \\& S{\\'o}n", "Müller & Són")]
    [InlineData("l{\\o} og \\o l", "lø og øl")]
    public void Latex_Accents_AreLetters(string latex, string expected) =>
        Assert.Equal(expected, Read($"@misc{{a, author = {{X}}, title = {{{latex}}}}}").Find("a")!.Field("title"));

    [Theory]
    [InlineData("@book{a, author = {B}, title = {C}\n\n@book{d, author = {E}, title = {F}}", "RB4310 1:1")]
    [InlineData("@book{a, author = {B}, title {C}}", "RB4310 1:1")]
    [InlineData("@boook{a, author = {B}, title = {C}}", "RB4311 1:1")]
    [InlineData("@book{1a/b, author = {B}, title = {C}}", "RB4312 1:1")]
    [InlineData("@book{a, author = {B}, title = {C}}\n@book{a, author = {B}, title = {C}}", "RB4313 2:1")]
    [InlineData("@book{a, author = {B}}", "RB4314 1:1")]
    [InlineData("@book{a, title = {B}}", "RB4314 1:1")]
    public void Entry_WithMistake_IsReportedWithPlace(string text, string expected)
    {
        Read(text);

        Assert.Equal([expected], _fixture.Codes());
    }

    [Fact]
    public void Entry_AfterOneNotClosed_IsStillRead() =>
        Assert.NotNull(Read("@book{a, author = {B}, title = {C\n\n@book{d, author = {E}, title = {F}}").Find("d"));

    private Bibliography Read(string text) => BibTexReader.Read(TemplateSource.Of("l.bib", text), _fixture.Diagnostics);
}
