using ReportBuilder.Briefings.Making;
using ReportBuilder.Tests.Documents;
using ReportBuilder.TypstWriting;
using Xunit;

namespace ReportBuilder.Tests.TypstWriting;

public class TypstBookTest
{
    [Fact]
    public void Source_LineThatTypstReports_LeadsBackToTheTemplate()
    {
        var fixture = new DocumentFixture();
        var book = fixture.BuildChapter("Første\navsnitt.\n\n- punkt\n\n![T](tbl-modell)\n\nSiste.")!;

        var source = TypstBook.Write(book, fixture.Labels);

        var lines = System.Text.Encoding.UTF8.GetString([.. source.Files.Single(f => f.Path == "/text/k.typ").Content]).Split('\n');
        Assert.Equal(
            8,
            source.PlaceOf("/text/k.typ", 1 + Array.FindIndex(lines, l => l.Contains("Kvinne", StringComparison.Ordinal)))!.Value.Line
        );
        Assert.Equal(10, source.PlaceOf("/text/k.typ", 1 + Array.IndexOf(lines, "Siste."))!.Value.Line);
        Assert.Equal("mal/k.md", source.PlaceOf("/text/k.typ", 1)!.Value.File);
        Assert.Null(source.PlaceOf("/main.typ", 1));
        Assert.Null(source.PlaceOf("/style/report.typ", 3));
    }

    [Fact]
    public void Source_WrittenTwice_HasTheSameBytes()
    {
        var fixture = new DocumentFixture();
        var book = fixture.BuildChapter("@djuve2017 og ![x](tbl-andel)", DocumentFixture.Sources)!;

        var (first, second) = (TypstBook.Write(book, fixture.Labels), TypstBook.Write(book, fixture.Labels));

        Assert.Equal(first.Files.SelectMany(f => f.Content), second.Files.SelectMany(f => f.Content));
    }

    [Theory]
    [InlineData(TypstBook.ReportStyle, "#import \"/style/report.typ\": *")]
    [InlineData(BriefingDocument.StyleFile, "#import \"/style/notat.typ\": *")]
    public void Source_InAStyle_ImportsItInEveryFile(string style, string expected)
    {
        var fixture = new DocumentFixture();
        var book = fixture.BuildChapter("@djuve2017", DocumentFixture.Sources)!;

        var source = TypstBook.Write(book, fixture.Labels, style);

        Assert.Equal(3, source.Files.Count);
        Assert.All(
            source.Files,
            f => Assert.StartsWith(expected, System.Text.Encoding.UTF8.GetString([.. f.Content]), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Template_NamedAsTheBibliography_KeepsItsOwnFile()
    {
        var fixture = new DocumentFixture();
        var book = fixture.Build(
            ("bok.yaml", "kapitler: [litteratur.md]\nlitteratur: l.bib"),
            ("litteratur.md", "# L\n\n@blom2015"),
            ("l.bib", DocumentFixture.Sources)
        )!;

        Assert.Equal(
            ["/main.typ", "/text/litteratur_.typ", "/text/litteratur.typ"],
            TypstBook.Write(book, fixture.Labels).Files.Select(f => f.Path)
        );
    }
}
