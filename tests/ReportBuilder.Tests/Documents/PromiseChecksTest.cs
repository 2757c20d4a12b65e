using Xunit;

namespace ReportBuilder.Tests.Documents;

public class PromiseChecksTest
{
    [Fact]
    public void SameNumbers_ThatDiffer_AreListedBothWays()
    {
        var fixture = new DocumentFixture();

        fixture.Build(
            ("bok.yaml", "kapitler: [a.md, b.md]\nsamme_tall: [[a.md, b.md]]"),
            ("a.md", "# A\n\n{{ verdi \"alder\" }} {{ if finnes \"skjult\" }}{{ tall \"skjult\" }}{{ end }}"),
            ("b.md", "# B\n\n{{ number \"alder\" }} {{ paastand \"over\" \"antall\" 5 }}")
        );

        Assert.Equal(
            [
                "mal/a.md:3:27: advarsel RB3440: «skjult» er brukt i a.md, men ikke i b.md. De to skal bygge på de samme tallene.",
                "mal/b.md:3:25: advarsel RB3440: «antall» er brukt i b.md, men ikke i a.md. De to skal bygge på de samme tallene.",
            ],
            fixture.Messages()
        );
    }

    [Fact]
    public void Summary_WithNumberThatTheBookDoesNotShow_IsListed()
    {
        var fixture = new DocumentFixture();

        fixture.Build(
            ("bok.yaml", "foran: [s.md]\nkapitler: [a.md]\noppsummerer: [s.md]"),
            (
                "s.md",
                "# S\n\n{{ tall \"alder\" }} {{ tall \"andel.kvinne\" }} {{ tall \"antall\" }} {{ tall \"p\" }} {{ if finnes \"varighet\" }}x{{ end }}"
            ),
            ("a.md", "# A\n\n{{ tall \"alder\" }} {{ paastand \"over\" \"antall\" 5 }}\n\n![Kjønn](fig-kjonn){alt=\"a\"}")
        );

        Assert.Equal(
            [
                "mal/s.md:3:69: advarsel RB3441: «p» står i en oppsummering, men ikke i noe kapittel eller vedlegg og ikke i noen tabell eller figur i boken.",
            ],
            fixture.Messages()
        );
    }

    [Theory]
    [InlineData("samme_tall: [a.md]", "RB3205 2:13")]
    [InlineData("samme_tall: a.md", "RB3205 2:13")]
    [InlineData("oppsummerer: a.md", "RB3205 2:14")]
    [InlineData("oppsummerer: [a.md, aa.md]", "RB3442 2:21")]
    [InlineData("samme_tall: [[a.md, x.md]]", "RB3442 2:21")]
    public void Promise_WithMistake_IsReportedWithPlace(string line, string expected)
    {
        var fixture = new DocumentFixture();

        fixture.Build(("bok.yaml", "kapitler: [a.md]\n" + line), ("a.md", "# A"));

        Assert.Equal([expected], fixture.Codes());
    }
}
