using ReportBuilder.Templating;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating;

public class CategoryFunctionsTest
{
    private readonly DocumentFixture _fixture = new();

    [Theory]
    [InlineData("{{ ord \"typisk.kjonn\" }}", "kvinne")]
    [InlineData("{{ word \"typisk.kjonn\" }}", "woman")]
    [InlineData("{{ ord \"typisk.tiltak\" }}", "norskopplæring, AMO-kurs og fag i videregående opplæring")]
    [InlineData("{{ ord \"typisk.to_tiltak\" }}", "norskopplæring og AMO-kurs")]
    [InlineData("{{ word \"typisk.to_tiltak\" }}", "Norwegian language training and a labour market training course")]
    [InlineData("{{ ord \"typisk.ingen_tiltak\" }}", "ingen av tiltakene")]
    [InlineData("{{ ord \"typisk.kjonn\" | stor }}", "Kvinne")]
    [InlineData("{{ if er \"typisk.kjonn\" \"kvinne\" }}hun{{ else }}han{{ end }}", "hun")]
    [InlineData("{{ if er \"typisk.tiltak\" \"grunnskolefag\" }}ja{{ else }}nei{{ end }}", "nei")]
    [InlineData("{{ if finnes \"typisk.kjonn\" }}ja{{ end }}{{ if finnes \"typisk.skjult\" }}nei{{ end }}", "ja")]
    public void Render_Fact_IsToldInWords(string template, string expected)
    {
        Assert.Equal(expected, Render(template));
        Assert.Empty(_fixture.Diagnostics.Sorted());
    }

    [Theory]
    [InlineData("{{ ord \"typisk.kjon\" }}", "RB3401", "typisk.kjonn")]
    [InlineData("{{ if er \"typisk.kjonn\" \"kvine\" }}{{ end }}", "RB3407", "ord.kjonn.kvinne")]
    [InlineData("{{ ord 7 }}", "RB3406", null)]
    [InlineData("{{ ord \"typisk.skjult\" }}", "RB3409", null)]
    public void Render_Mistake_IsNamedWithTheNearest(string template, string code, string? nearest)
    {
        Render(template);
        var diagnostic = Assert.Single(_fixture.Diagnostics.Sorted());
        Assert.Equal((code, nearest), (diagnostic.Code, diagnostic.Nearest));
    }

    private string Render(string template) =>
        new TemplateEngine(DocumentFixture.Edition, _fixture.Labels, DocumentFixture.Metadata, _fixture.Diagnostics)
            .Render(TemplateSource.Of("mal.md", template))
            .Markdown;
}
