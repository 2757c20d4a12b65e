using ReportBuilder.Editions;
using ReportBuilder.Templating;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating;

public class BookTextsTest
{
    private const string Manifest = "kapitler:\n  - - a.md\n    - b.md?: Samarbeid i kommunen\n    - c.md?";

    [Fact]
    public void OptionalText_Missing_HasAVariantAndStandsInTheListWithItsTitle()
    {
        var fixture = new DocumentFixture { LeftOut = [new LeftOut("kostra", "Regnskap fra KOSTRA")] };

        var book = fixture.Build(
            ("bok.yaml", Manifest),
            (
                "a.md",
                "# A\n\n{{ if finnes_tekst \"b.md\" }}Med.{{ else }}Uten.{{ end }} {{ if finnes_tekst \"a.md\" }}Ja.{{ end }}\n\n{{ for u in utelatt }}{{ u.tittel }} ({{ u.navn }}).\n{{ end }}"
            )
        )!;

        Assert.Empty(fixture.Messages());
        Assert.Equal(
            "A\n\nUten. Ja.\n\nRegnskap fra KOSTRA (kostra). Samarbeid i kommunen (b.md). c.md (c.md).",
            PlainText.Of(book).Trim()
        );
    }

    [Fact]
    public void OptionalText_There_IsInTheBookAndNotInTheList()
    {
        var fixture = new DocumentFixture();

        var book = fixture.Build(
            ("bok.yaml", "kapitler:\n  - - a.md\n    - b.md?: Samarbeid"),
            ("a.md", "# A\n\n{{ if finnes_tekst \"b.md\" }}Se @sec-b.{{ end }}{{ for u in utelatt }}{{ u.navn }}{{ end }}"),
            ("b.md", "## B {#sec-b}")
        )!;

        Assert.Empty(fixture.Messages());
        Assert.Equal("A\n\nSe avsnitt 1.1.\n\nB", PlainText.Of(book).Trim());
    }

    [Theory]
    [InlineData(
        "{{ if finnes_tekst \"bb.md\" }}x{{ end }}",
        "mal/a.md:3:7: feil RB3410: Filen står ikke i bok.yaml, så teksten kan aldri finnes. Fant «bb.md». Mente du «b.md»?"
    )]
    [InlineData("{{ if finnes_tekst 3 }}x{{ end }}", "mal/a.md:3:7: feil RB3406: Argumentet skal være et navn i anførselstegn.")]
    public void FinnesTekst_OfWhatIsNoFileOfTheBook_IsReported(string text, string expected)
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", Manifest), ("a.md", "# A\n\n" + text));

        Assert.Equal([expected], fixture.Messages());
    }

    [Fact]
    public void Object_OfTheBook_GivesItsWordsEscapedAndItsAnswersAsAnswers()
    {
        var fixture = new DocumentFixture { Objects = Municipality("Eksempel*by* [nord]", hasScheme: false) };

        var book = fixture.Build(
            ("bok.yaml", "kapitler: [a.md]"),
            ("a.md", "# A\n\n{{ kommune.navn }}: {{ if kommune.har_jobbsjansen }}med{{ else }}uten{{ end }}.")
        )!;

        Assert.Empty(fixture.Messages());
        Assert.Equal("A\n\nEksempel*by* [nord]: uten.", PlainText.Of(book).Trim());
    }

    [Fact]
    public void Object_WithoutTheMember_IsReportedWithTheNearest()
    {
        var fixture = new DocumentFixture { Objects = Municipality("Eksempelby", hasScheme: true) };

        fixture.Build(("bok.yaml", "kapitler: [a.md]"), ("a.md", "# A\n\n{{ kommune.nvn }}"));

        Assert.Equal(
            ["mal/a.md:3:12: feil RB3303: Objektet har ikke et felt med dette navnet. Fant «nvn». Mente du «navn»?"],
            fixture.Messages()
        );
    }

    private static Dictionary<string, TemplateObject> Municipality(string name, bool hasScheme) =>
        new(StringComparer.Ordinal)
        {
            ["kommune"] = new TemplateObject
            {
                Words = new Dictionary<string, string>(StringComparer.Ordinal) { ["navn"] = name },
                Answers = new Dictionary<string, bool>(StringComparer.Ordinal) { ["har_jobbsjansen"] = hasScheme },
            },
        };

    [Fact]
    public void Reference_ToATextLeftOut_SaysSo()
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", Manifest), ("a.md", "# A\n\nSe @sec-samarbeid."));

        Assert.Equal(
            [
                "mal/a.md:3:4: feil RB4209: Henvisningen fører ingen steder. Den gjelder trolig en tekst som er utelatt: b.md, c.md. Sett den i «if finnes_tekst». Fant «sec-samarbeid».",
            ],
            fixture.Messages()
        );
    }
}
