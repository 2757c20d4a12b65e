using ReportBuilder.Templating;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating;

public class TemplateEngineTest
{
    private readonly DocumentFixture _fixture = new();

    // No-break spaces are shown as «_», and no expected text here holds a real «_».
    [Theory]
    [InlineData("{{ tall \"andel.kvinne\" }}", "73")]
    [InlineData("{{ tall 'andel.kvinne' 1 }}", "73,0")]
    [InlineData("{{ tall \"antall\" }}", "19_316")]
    [InlineData("{{ tall \"skjult\" }}", ":")]
    [InlineData("{{ tall \"mangler\" }}", "..")]
    [InlineData("{{ verdi \"andel.kvinne\" }}", "73_prosent")]
    [InlineData("{{ verdi \"andel.mann\" }}", "65,5_prosent")]
    [InlineData("{{ verdi \"andel.forskjell\" }}", "4_prosentpoeng")]
    [InlineData("{{ verdi \"alder\" }}", "33_år")]
    [InlineData("{{ verdi \"varighet\" }}", "27,9_måneder")]
    [InlineData("{{ verdi \"varighet.en\" }}", "1_måned")]
    [InlineData("{{ verdi \"varighet.en\" 1 }}", "1,0_måneder")]
    [InlineData("{{ verdi \"antall\" }}", "19_316")]
    [InlineData("{{ verdi \"oddsrate\" }}", "0,38")]
    [InlineData("{{ verdi \"skjult\" }}", ":")]
    [InlineData("{{ intervall \"oddsrate\" }}", "0,20 til 0,71")]
    [InlineData("{{ intervall \"andel.kvinne\" }}", "70 til 76")]
    [InlineData("{{ intervall \"mangler\" }}", "..")]
    [InlineData("{{ pverdi \"p\" }}", "p_=_0,013")]
    [InlineData("{{ pverdi \"p.liten\" }}", "p_<_0,001")]
    [InlineData("{{ endring \"endring.opp\" }}", "98_prosent høyere")]
    [InlineData("{{ endring \"endring.ned\" }}", "11_prosent lavere")]
    [InlineData("{{ endring \"endring.null\" }}", "like høy")]
    [InlineData("{{ endring \"endring.null\" 1 }}", "0,1_prosent høyere")]
    [InlineData("{{ retning \"oddsrate\" }}", "lavere")]
    [InlineData("{{ retning \"andel.forskjell\" | stor }}", "Høyere")]
    [InlineData("{{ retning \"endring.null\" }}", "lik")]
    [InlineData("{{ retning \"mangler\" }}", "..")]
    [InlineData("{{ number \"oddsrate\" }} {{ number \"andel.kvinne\" 1 }}", "0.38 73.0")]
    [InlineData("{{ n \"andel.kvinne\" }}", "1_420")]
    [InlineData("{{ n \"skjult\" }}", ":")]
    [InlineData("{{ etikett \"dokument.figur\" }}", "Figur")]
    [InlineData("{{ utgave.navn }} {{ utgave.aar }} {{ utgave.rader }}", "2026-1 2026 19_316")]
    [InlineData("{{ bok.forfattere }}, {{ bok.dato }}", "Kari Nordmann og Ola Hansen, 20._november 2026")]
    [InlineData("{{ for k in [\"kvinne\", \"mann\"] }}{{ tall \"andel.\" + k }};{{ end }}", "73;65,5;")]
    public void Render_Function_Prints(string template, string expected)
    {
        Assert.Equal(expected, Render(template).Replace('\u00A0', '_'));
        // A sign in a sentence is printed, with a word to the author.
        Assert.Equal(expected is ":" or ".." ? 1 : 0, _fixture.Codes().Count(c => c.StartsWith("RB3409", StringComparison.Ordinal)));
        Assert.All(_fixture.Codes(), c => Assert.StartsWith("RB3409", c, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("finnes \"andel.kvinne\"", true)]
    [InlineData("finnes \"skjult\"", false)]
    [InlineData("finnes \"intet\"", true)]
    [InlineData("signifikant \"oddsrate\"", true)]
    [InlineData("signifikant \"oddsrate.usikker\"", false)]
    [InlineData("signifikant \"endring.ned\"", false)]
    [InlineData("signifikant \"andel.forskjell\"", true)]
    [InlineData("signifikant \"mangler\"", false)]
    [InlineData("signifikant \"forskjell.avrundet\"", false)]
    [InlineData("har_intervall \"oddsrate\"", true)]
    [InlineData("har_intervall \"alder\"", false)]
    [InlineData("har_intervall \"forskjell.avrundet\"", false)]
    [InlineData("har_intervall \"skjult\"", false)]
    [InlineData("storre \"andel.kvinne\" \"andel.mann\"", true)]
    [InlineData("mindre \"andel.kvinne\" \"andel.mann\"", false)]
    [InlineData("storre \"andel.kvinne\" \"andel.kvinne\"", false)]
    [InlineData("storre \"andel.kvinne\" 72", true)]
    [InlineData("storre \"andel.kvinne\" 73", false)]
    [InlineData("mindre \"andel.mann\" 65.6", true)]
    [InlineData("storre \"andel.kvinne\" \"skjult\"", false)]
    [InlineData("mindre \"skjult\" 50", false)]
    [InlineData("(finnes \"antall\") && !(finnes \"skjult\")", true)]
    [InlineData("utgave.syntetisk", true)]
    public void Render_Condition_ChoosesText(string condition, bool expected)
    {
        Assert.Equal(expected ? "ja" : "nei", Render($"{{{{ if {condition} }}}}ja{{{{ else }}}}nei{{{{ end }}}}"));
        Assert.Empty(_fixture.Messages());
    }

    [Fact]
    public void Render_LineOfCodeOnly_LeavesNoEmptyLine()
    {
        var markdown = Render("A\n{{ if finnes \"antall\" }}\nB\n  {{ else }}\nC\n{{ end }}\nD\n\n{{ x = 1 }}\nE\n");

        Assert.Equal("A\nB\nD\n\nE\n", markdown);
    }

    [Theory]
    [InlineData("Det er {{ allment }} så.", "Det er så.")]
    [InlineData("Det er så {{ allment }}.", "Det er så.")]
    [InlineData("Det er så {{ allment }}{{ allment }}, eller ikke.", "Det er så, eller ikke.")]
    [InlineData("Det er så {{ allment }}\nnå.", "Det er så \nnå.")]
    [InlineData("{{ allment }} Det er så.", " Det er så.")]
    [InlineData("Det er {{ tall \"alder\" }}.", "Det er 33.")]
    public void Render_CodeThatPrintsNothing_LeavesNoSpaceTooMany(string template, string expected) =>
        Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("Ordet\n{{ tall \"intet\" }} er null", "Ordet\n\\- er null")]
    [InlineData("Antallet er\n{{ tall \"antall.en\" }}. Neste", "Antallet er\n1\\. Neste")]
    [InlineData("Antallet er {{ tall \"antall.en\" }}. Neste", "Antallet er 1. Neste")]
    public void Render_NumberAtLineStart_IsNoList(string template, string expected) => Assert.Equal(expected, Render(template));

    [Fact]
    public void Render_PrintedNumbers_AreRememberedWithPlace()
    {
        var engine = Engine();
        engine.Render(TemplateSource.Of("a.md", "{{ tall \"p\" }}"));

        var printed = engine
            .Render(TemplateSource.Of("mal.md", "x\n {{ verdi \"alder\" }} {{ if finnes \"p\" }}{{ n \"andel.mann\" }}{{ end }}"))
            .Printed;

        Assert.Equal(
            ["alder mal.md:2:5 33\u00A0år", "andel.mann mal.md:2:44 812"],
            printed.Select(p => $"{p.Id} {p.Place.File}:{p.Place.Line}:{p.Place.Column} {p.Text}")
        );
    }

    [Fact]
    public void Map_OffsetInMarkdown_LeadsBackToTemplate()
    {
        var rendered = Engine()
            .Render(TemplateSource.Of("mal.md", "Først {{ verdi \"antall\" }} her\r\n{{ if true }}\r\n  så der\r\n{{ end }}\r\nslutt"));

        Assert.Equal("Først 19\u00A0316 her\n  så der\nslutt", rendered.Markdown);
        Assert.Equal((1, 10), Position("9"));
        Assert.Equal((1, 28), Position("her"));
        Assert.Equal((3, 3), Position("så"));
        Assert.Equal((5, 1), Position("slutt"));

        (int, int) Position(string word)
        {
            var place = rendered.Map.PlaceOf(rendered.Markdown.IndexOf(word, StringComparison.Ordinal));
            return (place.Line, place.Column);
        }
    }

    [Fact]
    public void Render_LabelWithMarkdown_IsPrintedAsItStands() => Assert.Equal("u\\*v", MarkdownText.Escape("u*v"));

    private TemplateEngine Engine() => new(DocumentFixture.Edition, _fixture.Labels, DocumentFixture.Metadata, _fixture.Diagnostics);

    private string Render(string template) => Engine().Render(TemplateSource.Of("mal.md", template)).Markdown;
}
