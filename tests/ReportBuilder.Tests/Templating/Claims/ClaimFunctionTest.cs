using ReportBuilder.Editions;
using ReportBuilder.Templating;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating.Claims;

public class ClaimFunctionTest
{
    private readonly DocumentFixture _fixture = new();

    [Theory]
    [InlineData("\"hoyere\" \"andel.kvinne\" \"andel.mann\"", true)]
    [InlineData("\"hoyere\" \"andel.mann\" \"andel.kvinne\"", false)]
    [InlineData("\"hoyere\" \"andel.kvinne\" \"andel.kvinne\"", false)]
    [InlineData("\"lavere\" \"andel.mann\" \"andel.kvinne\"", true)]
    [InlineData("\"lik\" \"andel.kvinne\" \"maaloppnaaelse.jobbsjansen\"", true)]
    [InlineData("\"lik\" \"andel.kvinne\" \"andel.mann\"", false)]
    [InlineData("\"over\" \"andel.kvinne\" 72", true)]
    [InlineData("\"over\" \"andel.kvinne\" 73", false)]
    [InlineData("\"under\" \"andel.mann\" 65.6", true)]
    [InlineData("\"under\" \"andel.mann\" 65.5", false)]
    [InlineData("\"mellom\" \"alder\" 33 40", true)]
    [InlineData("\"mellom\" \"alder\" 34 40", false)]
    [InlineData("\"omlag\" \"andel.kvinne\" \"3/4\"", true)]
    [InlineData("\"omlag\" \"andel.kvinne\" \"2/3\"", false)]
    [InlineData("\"omlag\" \"andel.kvinne\" 70", true)]
    [InlineData("\"omlag\" \"andel.kvinne\" 69", false)]
    [InlineData("\"omlag\" \"andel.forskjell\" 3", false)]
    [InlineData("\"omlag\" \"alder\" 30", true)]
    [InlineData("\"omlag\" \"alder\" 29", false)]
    [InlineData("\"omlag\" \"andel.kvinne\" \"maaloppnaaelse.jobbsjansen\"", true)]
    [InlineData("\"positiv\" \"andel.forskjell\"", true)]
    [InlineData("\"positiv\" \"oddsrate\"", false)]
    [InlineData("\"positiv\" \"endring.null\"", false)]
    [InlineData("\"negativ\" \"oddsrate\"", true)]
    [InlineData("\"negativ\" \"endring.null\"", false)]
    [InlineData("\"signifikant\" \"oddsrate\"", true)]
    [InlineData("\"signifikant\" \"oddsrate.usikker\"", false)]
    [InlineData("\"ikke_signifikant\" \"oddsrate.usikker\"", true)]
    [InlineData("\"ikke_signifikant\" \"oddsrate\"", false)]
    [InlineData("\"storst\" \"varighet\" \"varighet.en\"", true)]
    [InlineData("\"storst\" \"varighet\" \"varighet.en\" \"varighet.jobbsjansen.snitt\"", false)]
    [InlineData("\"minst\" \"antall.en\" \"antall\" \"deltakere.jobbsjansen\"", true)]
    [InlineData("\"minst\" \"antall\" \"antall.en\"", false)]
    [InlineData("\"stigende\" \"antall.en\" \"deltakere.jobbsjansen\" \"antall\"", true)]
    [InlineData("\"stigende\" \"antall.en\" \"antall\" \"deltakere.jobbsjansen\"", false)]
    [InlineData("\"synkende\" \"antall\" \"deltakere.jobbsjansen\" \"antall.en\"", true)]
    [InlineData("\"synkende\" \"antall\" \"antall\"", false)]
    public void Claim_AgainstNumbers_HoldsOrIsAWarning(string claim, bool holds)
    {
        var rendered = Render($"Ord {{{{ paastand {claim} }}}} etter.");

        Assert.Equal("Ord etter.", rendered.Markdown);
        Assert.Equal(holds ? ClaimOutcome.Holds : ClaimOutcome.Fails, Assert.Single(rendered.Claims).Outcome);
        Assert.Equal(holds ? [] : ["RB3424 1:8"], _fixture.Codes());
        Assert.False(_fixture.Diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("\"hoyre\" \"alder\" \"alder\"", "RB3420 1:4")]
    [InlineData("5 \"alder\"", "RB3420 1:4")]
    [InlineData("\"hoyere\" \"alder\"", "RB3421 1:4")]
    [InlineData("\"hoyere\" \"alder\" 5", "RB3421 1:4")]
    [InlineData("\"hoyere\" \"alder\" \"alder\" \"alder\"", "RB3421 1:4")]
    [InlineData("\"over\" \"alder\" \"alder\"", "RB3421 1:4")]
    [InlineData("\"mellom\" \"alder\" 40 30", "RB3421 1:4")]
    [InlineData("\"omlag\" \"alder\" \"1/0\"", "RB3421 1:4")]
    [InlineData("\"omlag\" \"alder\" \"en/to\"", "RB3421 1:4")]
    [InlineData("\"storst\" \"alder\"", "RB3421 1:4")]
    [InlineData("\"hoyere\" \"alder\" \"varighet\"", "RB3405 1:4")]
    [InlineData("\"stigende\" \"antall\" \"antall.en\" \"alder\"", "RB3405 1:4")]
    [InlineData("\"hoyere\" \"alder\" \"aldr\"", "RB3401 1:4")]
    [InlineData("\"positiv\" \"alder\"", "RB3402 1:4")]
    [InlineData("\"signifikant\" \"alder\"", "RB3402 1:4")]
    [InlineData("\"signifikant\" \"logit.svak\"", "RB3403 1:4")]
    [InlineData("\"positiv\"", "RB3304 1:4")]
    public void Claim_ThatMakesNoSense_IsAnError(string claim, string expected)
    {
        var rendered = Render($"{{{{ paastand {claim} }}}}x");

        Assert.Equal([expected], _fixture.Codes());
        Assert.True(_fixture.Diagnostics.HasErrors);
        Assert.Empty(rendered.Claims);
    }

    [Fact]
    public void Claim_OnNumberWithoutValue_CannotBeTried()
    {
        var rendered = Render("{{ paastand \"over\" \"skjult\" 50 }}x");

        Assert.Equal(ClaimOutcome.Untried, Assert.Single(rendered.Claims).Outcome);
        Assert.Equal(
            [
                "mal.md:1:4: advarsel RB3423: Påstanden kan ikke prøves: «skjult» er over «50». «skjult» har ikke noe tall. "
                    + "Skriv setningen som en variant med «if finnes».",
            ],
            _fixture.Messages()
        );
    }

    [Fact]
    public void Claim_ThatFails_IsToldWithItsNumbers()
    {
        Render("{{ paastand \"lavere\" \"andel.kvinne\" \"andel.mann\" }}{{ paastand \"positiv\" \"oddsrate\" }}");
        Render("{{ paastand \"hoyre\" \"alder\" \"alder\" }}");

        Assert.Equal(
            [
                "mal.md:1:4: feil RB3420: Ukjent slags påstand. Fant «hoyre». Mente du «hoyere»?",
                "mal.md:1:4: advarsel RB3424: Påstanden holder ikke: «andel.kvinne» er lavere enn «andel.mann». "
                    + "Tallene er: «andel.kvinne» 73\u00A0prosent, «andel.mann» 65,5\u00A0prosent.",
                "mal.md:1:55: advarsel RB3424: Påstanden holder ikke: «oddsrate» viser en positiv forskjell. "
                    + "Tallene er: «oddsrate» 0,38 (konfidensintervall 0,20 til 0,71).",
            ],
            _fixture.Messages()
        );
    }

    [Fact]
    public void Claims_OfATemplate_AreRecordedWithIdsAndLimits()
    {
        var claims = Render("A.\n\n{{ paastand \"omlag\" \"andel.kvinne\" \"3/4\" }}B {{ paastand \"mellom\" \"alder\" 30 40 }}c.").Claims;

        Assert.Equal(
            ["omlag andel.kvinne 3/4 mal.md:3", "mellom alder 30;40 mal.md:3"],
            claims.Select(c => $"{c.Kind} {string.Join(';', c.QuantityIds)} {string.Join(';', c.Limits)} {c.Place.File}:{c.Place.Line}")
        );
    }

    private RenderedTemplate Render(string template) =>
        new TemplateEngine(DocumentFixture.Edition, _fixture.Labels, DocumentFixture.Metadata, _fixture.Diagnostics).Render(
            TemplateSource.Of("mal.md", template)
        );
}
