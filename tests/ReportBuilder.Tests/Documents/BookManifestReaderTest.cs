using Xunit;

namespace ReportBuilder.Tests.Documents;

public class BookManifestReaderTest
{
    [Theory]
    [InlineData("kapitler: [a.md\n", "RB3201")]
    [InlineData("kapitel: [a.md]\nkapitler: [a.md]", "RB3202 1:1")]
    [InlineData("kapitler: [b.md, a.md]", "RB3203 1:12")]
    [InlineData("kapitler: [a.md]\nlitteratur: kilder.bib", "RB3203 2:13")]
    [InlineData("kapitler:\n  - a.md\n  - a.md", "RB3204 3:5")]
    [InlineData("kapitler: a.md\nvedlegg: [a.md]", "RB3205 1:11")]
    [InlineData("vedlegg: [a.md]", "RB3207 0:0")]
    public void Manifest_WithMistake_IsReportedWithPlace(string yaml, string expected)
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", yaml), ("a.md", "# A"));

        Assert.Contains(fixture.Codes(), c => c.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Manifest_Missing_IsReported()
    {
        var fixture = new DocumentFixture();

        Assert.Null(fixture.Build(("a.md", "# A")));
        Assert.Equal(["mal/bok.yaml: feil RB3200: Finner ikke bokens innholdsliste bok.yaml."], fixture.Messages());
    }

    [Fact]
    public void Template_NotListed_IsAWarning()
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", "kapitler: [a.md]"), ("a.md", "# A"), ("b.md", "# B"), ("README.md", "x"));

        Assert.Equal(
            ["mal/bok.yaml: advarsel RB3206: Malen ligger i mappen, men står ikke i bok.yaml og kommer ikke med i boken. Fant «b.md»."],
            fixture.Messages()
        );
    }

    [Fact]
    public void Manifest_MisspeltFile_NamesTheNearest()
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", "kapitler: [a.md, manglene.md]"), ("a.md", "# A"), ("manglende.md", "# B"));

        Assert.Equal(
            ["mal/bok.yaml:1:18: feil RB3203: Filen i bok.yaml finnes ikke. Fant «manglene.md». Mente du «manglende.md»?"],
            fixture.Messages()
        );
    }
}
