using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating.Prose;

public class ProseChecksTest
{
    private static readonly string Words = File.ReadAllText(Repository.PathOf("templates/rapport/setningsord.csv"));
    private const string Digits = """
        monster,grunn
        /\b20\d\d\b/,årstall
        § 3,paragraf
        95 prosents,sikkerhet
        """;

    private readonly DocumentFixture _fixture = new();

    [Theory]
    [InlineData("Kvinner når målet oftere enn menn.", "RB3430 3:19")]
    [InlineData("Resultatet er bedre. Alt er likt.", "RB3430 3:15")]
    [InlineData("Alt er likt. Resultatet er bedre.", "RB3430 3:28")]
    [InlineData("- Først.\n- Flere enn før.", "RB3430 4:3")]
    [InlineData("A[^a].\n\n[^a]: Den er høyere.", "RB3430 5:14")]
    [InlineData("Andelen er {{ verdi \"andel.kvinne\" }}, langt høyere.", "RB3430 3:46")]
    [InlineData("{{ if finnes \"alder\" }}Den er høyere.{{ end }}", "RB3430 3:31")]
    [InlineData("{{ if storre \"alder\" 5 }}\nDen er høyere.\n\nOg den er lavere.\n{{ end }}", "RB3430 6:11")]
    [InlineData("{{ paastand \"over\" \"alder\" 5 }}Den er høyere. Den er også lavere.", "RB3430 3:59")]
    [InlineData("{{ gammel = finnes \"alder\" }}\n{{ if gammel }}Den er høyere.{{ end }}", "RB3430 4:23")]
    [InlineData("::: {lang=en}\nIt is higher.\n:::", "RB3430 4:7")]
    public void ClaimWord_WithoutAnythingBehindIt_IsListed(string text, string expected)
    {
        Build(text);

        Assert.Equal([expected], _fixture.Codes());
        Assert.False(_fixture.Diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("{{ paastand \"over\" \"alder\" 5 }}Den er høyere.")]
    [InlineData("Den er {{ paastand \"over\" \"alder\" 5 }}høyere.")]
    [InlineData("Alt er likt. {{ paastand \"over\" \"alder\" 5 }}Den er høyere.")]
    [InlineData("Den er høyere. {{ paastand \"over\" \"alder\" 5 }}")]
    [InlineData("Den er nesten alltid slik {{ allment }}.")]
    [InlineData("Andelen er {{ sammenlign \"andel.kvinne\" \"andel.mann\" }} og høyere.")]
    [InlineData("{{ brok \"andel.kvinne\" | stor }} av kvinnene, altså flertallet.")]
    [InlineData("Oddsen er {{ retning \"oddsrate\" }} og ikke bedre.")]
    [InlineData("{{ if storre \"alder\" 5 }}Den er høyere.{{ else }}Den er lavere.{{ end }}")]
    [InlineData("{{ if finnes \"alder\" }}Ja.{{ else if signifikant \"oddsrate\" }}Den er lavere.{{ end }}")]
    [InlineData("{{ if storre \"alder\" 5 }}Mer{{ else }}Mindre{{ end }} enn halvparten.")]
    [InlineData("{{ if storre \"alder\" 5 }}\nDen er høyere.\n{{ else }}\nDen er lavere.\n{{ end }}")]
    [InlineData("{{ gammel = storre \"alder\" 5 }}\n{{ if gammel }}Den er høyere.{{ else }}Den er lavere.{{ end }}")]
    [InlineData("{{ gammel = storre \"alder\" 5 }}\n{{ svar = gammel && true }}\n{{ if svar }}Den er høyere.{{ end }}")]
    [InlineData("De har videregående eller høyere utdanning.")]
    [InlineData("Er kvinner eldre enn menn?")]
    [InlineData("**Større forskjeller.** Alt er likt.")]
    [InlineData("## Høyere og lavere\n\nTekst.")]
    [InlineData("| Høyere | Lavere |\n|---|---|\n| a | b |\n\n: Høyere {#tbl-a}")]
    [InlineData("::: sitat Leder\nDe blir flere enn før, nesten 40.\n:::")]
    [InlineData("Det engelske higher er ikke norsk.")]
    public void ClaimWord_AnsweredForOrExempt_IsNotListed(string text)
    {
        Build(text);

        Assert.Empty(_fixture.Messages());
    }

    [Fact]
    public void ClaimWord_Listed_TellsWordSentenceAndWhatToDo()
    {
        Build(
            "Andelen er {{ verdi \"andel.kvinne\" }} hos\nkvinner, som er *høyere* enn hos menn (@fig-kjonn).\n\n![Kjønn](fig-kjonn){alt=\"Høyere søyler.\"}"
        );

        Assert.Equal(
            [
                "mal/k.md:4:18: advarsel RB3430: Setningen sier «høyere», men ingen påstand prøver det: "
                    + "«Andelen er … hos kvinner, som er høyere enn hos menn (…).». Sett inn {{ paastand … }} der det sies, "
                    + "skriv en variant med «if», bruk en funksjon for ord, eller merk setningen med {{ allment }}.",
            ],
            _fixture.Messages()
        );
    }

    [Theory]
    [InlineData("Sannsynligheten er {{ tall \"oddsrate\" }} ganger så stor.", "RB3431 3:1")]
    [InlineData("Sannsynligheten er {{ tall \"andel.kvinne\" }}.", "")]
    [InlineData("Oddsen er {{ tall \"oddsrate\" }}, og sannsynligheten en annen.", "")]
    [InlineData("Oddsen er {{ verdi \"andel.kvinne\" }}.", "RB3432 3:1")]
    [InlineData("Oddsen er {{ tall \"oddsrate\" }}, og andelen {{ verdi \"andel.kvinne\" }}.", "")]
    [InlineData("Sannsynligvis har de {{ odds \"oddsrate\" }}.", "")]
    [InlineData("::: {lang=en}\nThe probability is {{ number \"oddsrate\" }}.\n:::", "RB3431 4:5")]
    [InlineData("::: {lang=en}\nThe odds are {{ number \"andel.kvinne\" }}.\n:::", "RB3432 4:5")]
    public void OddsAndProbability_MixedUp_AreListed(string text, string expected)
    {
        Build(text);

        Assert.Equal(expected.Length == 0 ? [] : [expected], _fixture.Codes());
    }

    [Theory]
    [InlineData("Av 73 deltakere.", "RB3433 3:4")]
    [InlineData("I 2020 var det 12,5 prosent etter § 3.", "RB3433 3:16")]
    [InlineData("## Nær 40 prosent", "RB3433 3:8")]
    [InlineData("Norsknivå B1 og {{ tall \"alder\" 1 }} (@blom2015, s. 4) [@blom2015, s. 12].", "RB3433 3:53")]
    [InlineData("Et 95\nprosents intervall og `1 + 1`.", "")]
    [InlineData("[lenke](https://a.no/2) og <https://a.no/33>. <!-- 12 -->", "")]
    [InlineData("1. Først.\n2. Så.", "")]
    [InlineData("![År](fig-kjonn){alt=\"12 søyler\" kilde=\"NIR 44\"}", "")]
    [InlineData("| a | b |\n|---|--:|\n| x | 12 |\n\n: T {#tbl-a}", "")]
    public void Figures_Typed_AreListedUnlessAllowed(string text, string expected)
    {
        Build(text);

        Assert.Equal(expected.Length == 0 ? [] : [expected], _fixture.Codes());
    }

    [Fact]
    public void Figures_Typed_TellWhatToDo()
    {
        Build("Av 73 deltakere.");

        Assert.Equal(
            [
                "mal/k.md:3:4: advarsel RB3433: Tallet «73» er skrevet med sifre: «Av 73 deltakere.». Hent resultater med {{ tall … }}, "
                    + "skriv små tall med bokstaver, eller legg mønsteret i tillatte-tall.csv.",
            ],
            _fixture.Messages()
        );
    }

    [Theory]
    [InlineData("setningsord.csv", "sprak,slag,ord\nnb,paastand", "RB3434 2:1")]
    [InlineData("setningsord.csv", "sprak,slag,ord\nnb,pastand,høyere", "RB3436 2:1")]
    [InlineData("tillatte-tall.csv", "monster,grunn\n/(/,feil", "RB3435 2:1")]
    [InlineData("tillatte-tall.csv", "monster,grunn\n20,,", "RB3434 2:1")]
    public void RuleFile_WithMistake_IsReportedWithPlace(string name, string content, string expected)
    {
        _fixture.Build(("bok.yaml", "kapitler: [k.md]"), ("k.md", "# K\n\nTekst."), (name, content));

        Assert.Equal([expected], _fixture.Codes());
    }

    [Fact]
    public void Checks_WithoutTheirLists_AreNotMade()
    {
        _fixture.Build(("bok.yaml", "kapitler: [k.md]"), ("k.md", "# K\n\nDen er høyere enn 12."));

        Assert.Empty(_fixture.Messages());
    }

    [Fact]
    public void Claims_OfABook_HaveTheirTemplateAndSentence()
    {
        var book = _fixture.Build(
            ("bok.yaml", "kapitler: [k.md]"),
            (
                "k.md",
                "# K\n\nAlt er likt. Andelen er {{ paastand \"over\" \"andel.kvinne\" 50 }}høy, {{ verdi \"andel.kvinne\" }}\nav alle. Slutt."
            )
        );

        var claim = Assert.Single(book!.Claims);
        Assert.Equal(("k.md", 3, "Andelen er høy, … av alle."), (claim.Template, claim.Place.Line, claim.Sentence));
    }

    private void Build(string text) =>
        _fixture.Build(
            ("bok.yaml", "kapitler: [k.md]\nlitteratur: l.bib"),
            ("k.md", "# Kapittel\n\n" + text),
            ("l.bib", DocumentFixture.Sources),
            ("setningsord.csv", Words),
            ("tillatte-tall.csv", Digits)
        );
}
