using ReportBuilder.Templating;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating.Words;

public class WordFunctionsTest
{
    private readonly DocumentFixture _fixture = new();

    // No-break spaces are shown as «_».
    [Theory]
    [InlineData("brok \"andel.kvinne\"", "nesten tre firedeler")]
    [InlineData("brok \"andel.kvinne\" \"av\"", "nesten tre av fire")]
    [InlineData("brok \"andel.mann\" \"av\"", "nesten to av tre")]
    [InlineData("fraction \"andel.kvinne\"", "nearly three quarters")]
    [InlineData("fraction \"andel.kvinne\" \"of\"", "nearly three in four")]
    [InlineData("tallord \"antall.en\"", "en")]
    [InlineData("tallord \"antall.en\" \"n\"", "ett")]
    [InlineData("tallord \"antall.en\" \"f\"", "ei")]
    [InlineData("tallord \"intet\"", "ingen")]
    [InlineData("tallord \"antall\"", "19_316")]
    [InlineData("tallord \"varighet\"", "27,9")]
    [InlineData("tallord \"antall.en\" | stor", "En")]
    [InlineData("numberword \"antall.en\"", "one")]
    [InlineData("numberword \"antall\"", "19,316")]
    [InlineData("sammenlign \"andel.kvinne\" \"andel.mann\"", "høyere enn")]
    [InlineData("sammenlign \"andel.mann\" \"andel.kvinne\"", "lavere enn")]
    [InlineData("sammenlign \"andel.kvinne\" \"maaloppnaaelse.jobbsjansen\"", "like høy som")]
    [InlineData("sammenlign \"andel.kvinne\" 50", "høyere enn")]
    [InlineData("sammenlign \"antall\" \"antall.en\" \"antall\"", "flere enn")]
    [InlineData("sammenlign \"antall.en\" \"antall\" \"antall\"", "færre enn")]
    [InlineData("compared \"andel.kvinne\" \"andel.mann\"", "higher than")]
    [InlineData("compared \"antall\" \"antall.en\" \"number\"", "more than")]
    [InlineData("signifikans \"oddsrate\"", "statistisk signifikant")]
    [InlineData("signifikans \"oddsrate.usikker\"", "ikke statistisk signifikant")]
    [InlineData("significance \"oddsrate\"", "statistically significant")]
    [InlineData("boy \"antall.en\" \"deltaker\"", "1_deltaker")]
    [InlineData("boy \"antall\" \"deltaker\"", "19_316_deltakere")]
    [InlineData("boy \"intet\" \"prosjekt\"", "ingen_prosjekter")]
    [InlineData("boy \"antall\" \"deltaker\" \"bestemt\"", "de 19_316_deltakerne")]
    [InlineData("boy \"antall.en\" \"prosjekt\" \"bestemt\"", "det ene prosjektet")]
    [InlineData("counted \"antall\" \"participant\"", "19,316_participants")]
    [InlineData("odds \"oddsrate\"", "0,38_ganger så høy odds")]
    [InlineData("odds \"oddsrate\" 1", "0,4_ganger så høy odds")]
    [InlineData("odds \"endring.opp\"", "98_prosent høyere odds")]
    [InlineData("odds \"endring.ned\"", "11_prosent lavere odds")]
    [InlineData("odds \"endring.null\"", "like høy odds")]
    [InlineData("oddsratio \"oddsrate\"", "0.38_times the odds")]
    [InlineData("oddsratio \"endring.null\"", "the same odds")]
    [InlineData("sannsynlighet \"andel.kvinne\"", "73_prosent")]
    [InlineData("sannsynlighet \"andel.kvinne\" 1", "73,0_prosent")]
    [InlineData("probability \"andel.mann\"", "65.5_per cent")]
    public void Helper_Prints(string code, string expected)
    {
        var rendered = Render($"{{{{ {code} }}}}");

        Assert.Equal(expected, rendered.Markdown.Replace('\u00A0', '_'));
        Assert.Empty(_fixture.Messages());
        Assert.NotEmpty(rendered.Printed);
    }

    [Theory]
    [InlineData("brok \"alder\"", "RB3402 1:4")]
    [InlineData("brok \"andel.kvinne\" \"om\"", "RB3425 1:4")]
    [InlineData("tallord \"antall.en\" \"x\"", "RB3425 1:4")]
    [InlineData("sammenlign \"alder\" \"varighet\"", "RB3405 1:4")]
    [InlineData("sammenlign \"alder\" 5 \"antal\"", "RB3425 1:4")]
    [InlineData("signifikans \"alder\"", "RB3402 1:4")]
    [InlineData("signifikans \"logit.svak\"", "RB3403 1:4")]
    [InlineData("boy \"antall\" \"deltager\"", "RB3425 1:4")]
    [InlineData("boy \"alder\" \"deltaker\"", "RB3402 1:4")]
    [InlineData("odds \"andel.kvinne\"", "RB3402 1:4")]
    [InlineData("sannsynlighet \"oddsrate\"", "RB3402 1:4")]
    [InlineData("probability \"endring.opp\"", "RB3402 1:4")]
    [InlineData("oddsratio \"andel.kvinne\"", "RB3402 1:4")]
    [InlineData("brok \"skjult\"", "RB3409 1:4")]
    [InlineData("sammenlign \"andel.kvinne\" \"skjult\"", "RB3409 1:4")]
    [InlineData("signifikans \"mangler\"", "RB3409 1:4")]
    public void Helper_WrongUse_IsReported(string code, string expected)
    {
        Render($"{{{{ {code} }}}}");

        Assert.Equal([expected], _fixture.Codes());
    }

    [Fact]
    public void Helper_UnknownForm_NamesTheNearest()
    {
        Render("{{ boy \"antall\" \"deltager\" }}");

        Assert.Equal(["mal.md:1:4: feil RB3425: Ordformen finnes ikke. Fant «deltager». Mente du «deltaker»?"], _fixture.Messages());
    }

    private RenderedTemplate Render(string template) =>
        new TemplateEngine(DocumentFixture.Edition, _fixture.Labels, DocumentFixture.Metadata, _fixture.Diagnostics).Render(
            TemplateSource.Of("mal.md", template)
        );
}
