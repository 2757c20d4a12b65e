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
    [InlineData("kapitler:\n  - [a.md, [b.md]]", "RB3205 2:12")]
    [InlineData("kapitler:\n  - a.md: Tittel", "RB3205 2:5")]
    [InlineData("kapitler:\n  - [a.md?, b.md?]", "RB3208 2:6")]
    [InlineData("kapitler:\n  - a.md\n  - b.md?\n  - b.md?", "RB3204 4:5")]
    [InlineData("kapitler:\n  - [a.md, x/b.md]", "RB3203 2:12")]
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
    public void Template_NotListedInAFolderOfTheBook_IsAWarningWithTheOptionalNameMeant()
    {
        var fixture = new DocumentFixture();

        fixture.Build(
            ("bok.yaml", "kapitler:\n  - [a.md, kvalitativt/samarbied.md?]"),
            ("a.md", "# A"),
            ("kvalitativt/samarbeid.md", "## B"),
            ("kvalitativt/README.md", "x"),
            ("andre/c.md", "# C")
        );

        Assert.Equal(
            [
                "mal/bok.yaml: advarsel RB3206: Malen ligger i mappen, men står ikke i bok.yaml og kommer ikke med i boken. Fant «kvalitativt/samarbeid.md». Mente du «kvalitativt/samarbied.md»?",
            ],
            fixture.Messages()
        );
    }

    [Fact]
    public void Manifest_MisspeltFileInAFolder_NamesTheNearest()
    {
        var fixture = new DocumentFixture();

        fixture.Build(
            ("bok.yaml", "kapitler:\n  - [a.md, kvalitativt/samarbied.md]"),
            ("a.md", "# A"),
            ("kvalitativt/samarbeid.md", "## B")
        );

        Assert.Equal(
            [
                "mal/bok.yaml:2:12: feil RB3203: Filen i bok.yaml finnes ikke. Fant «kvalitativt/samarbied.md». Mente du «kvalitativt/samarbeid.md»?",
            ],
            fixture.Messages()
        );
    }

    [Fact]
    public void Chapter_OfSeveralFiles_IsOneChapterNumberedThrough()
    {
        var fixture = new DocumentFixture();

        var book = fixture.Build(
            ("bok.yaml", "kapitler:\n  - - a.md\n    - del/b.md\n    - c.md?: Siste del\n  - d.md"),
            ("a.md", "# A\n\n## AA\n\n![T](tbl-andel)"),
            ("del/b.md", "## AB {#sec-ab}\n\n![T](tbl-modell)"),
            ("d.md", "# D {#sec-d}\n\n@Sec-ab, @sec-d, @tbl-modell.")
        )!;

        Assert.Empty(fixture.Messages());
        Assert.EndsWith("Avsnitt 1.2, kapittel 2, tabell 2.", PlainText.Of(book), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tekst uten overskrift.")]
    [InlineData("# Et nytt kapittel")]
    [InlineData("## Et avsnitt\n\n# Et nytt kapittel")]
    public void Continuation_NotBeginningWithASection_IsReported(string text)
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", "kapitler:\n  - [a.md, b.md]"), ("a.md", "# A"), ("b.md", text));

        Assert.StartsWith("RB4015", Assert.Single(fixture.Codes()), StringComparison.Ordinal);
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
