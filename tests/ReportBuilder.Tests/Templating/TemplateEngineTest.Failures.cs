using ReportBuilder.Diagnostics;
using ReportBuilder.Templating;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating;

public class TemplateEngineFailuresTest
{
    private readonly DocumentFixture _fixture = new();

    [Theory]
    [InlineData("{{ tall \"andel.kvine\" }}", "RB3401 1:4")]
    [InlineData("\n x {{ tall \"finnes.ikke\" }}", "RB3401 2:7")]
    [InlineData("{{ if finnes \"finnes.ikke\" }}a{{ end }}", "RB3401 1:7")]
    [InlineData("{{ endring \"andel.kvinne\" }}", "RB3402 1:4")]
    [InlineData("{{ pverdi \"alder\" }}", "RB3402 1:4")]
    [InlineData("{{ retning \"alder\" }}", "RB3402 1:4")]
    [InlineData("{{ if signifikant \"alder\" }}a{{ end }}", "RB3402 1:7")]
    [InlineData("{{ intervall \"alder\" }}", "RB3403 1:4")]
    [InlineData("{{ if signifikant \"logit.svak\" }}a{{ end }}", "RB3403 1:7")]
    [InlineData("{{ n \"alder\" }}", "RB3404 1:4")]
    [InlineData("{{ if storre \"alder\" \"varighet\" }}a{{ end }}", "RB3405 1:7")]
    [InlineData("{{ tall 5 }}", "RB3406 1:4")]
    [InlineData("{{ etikett 5 }}", "RB3406 1:4")]
    [InlineData("{{ etikett \"dokument.figu\" }}", "RB3407 1:4")]
    [InlineData("{{ tall \"alder\" 1.5 }}", "RB3408 1:4")]
    [InlineData("{{ tall \"alder\" \"to\" }}", "RB3408 1:4")]
    [InlineData("{{ verdi \"maaloppnaaelse.liten_kommune\" }}", "RB3409 1:4")]
    [InlineData("{{ tal \"alder\" }}", "RB3301 1:4")]
    [InlineData("{{ date.now }}", "RB3301 1:4")]
    [InlineData("{{ tall andel.kvinne }}", "RB3302 1:9")]
    [InlineData("{{ tall andel.ukjent }}", "RB3301 1:9")]
    [InlineData("{{ utgave.nvn }}", "RB3303 1:11")]
    [InlineData("{{ tall }}", "RB3304 1:4")]
    [InlineData("{{ tall \"alder\" 1 2 }}", "RB3304 1:4")]
    [InlineData("{{ if utgave.navn = \"x\" }}a{{ end }}", "RB3305 1:19")]
    [InlineData("{{ if true }}a{{ else if x = 1 }}b{{ end }}", "RB3305 1:28")]
    [InlineData("{{ if \"alder\" > 90 }}a{{ end }}", "RB3307 1:15")]
    [InlineData("{{ if (tall \"alder\") <= 3 }}a{{ end }}", "RB3307 1:22")]
    [InlineData("Snittet er { verdi \"alder\" }.", "RB3308 1:12")]
    [InlineData("{{ include \"x\" }}", "RB3301 1:4")]
    [InlineData("{{ tall (1 - \"a\") }}", "RB3306 1:12")]
    [InlineData("{{ while true }}x{{ end }}", "RB3306 1:4")]
    [InlineData("{{ 1 + }}", "RB3300 1:8")]
    [InlineData("a {{ if finnes \"alder\" }} b", "RB3310 1:6")]
    [InlineData("a {{ end }}", "RB3311 1:6")]
    [InlineData("{{ tall \"alder }}\nb", "RB3312 1:9")]
    [InlineData("{{ tall “alder” }}", "RB3313 1:9")]
    [InlineData("{{ tall \"alder\" }\n\n{{ tall \"alder\" }}", "RB3314 1:1")]
    public void Render_Mistake_IsReportedWithPlace(string template, string expected)
    {
        Render(template);

        Assert.Equal([expected], _fixture.Codes());
    }

    [Fact]
    public void Render_NameThatAnotherTemplateGave_IsUnknown()
    {
        var engine = Engine();
        engine.Render(TemplateSource.Of("a.md", "{{ x = 1 }}"));
        Assert.Empty(_fixture.Codes());

        engine.Render(TemplateSource.Of("mal.md", "{{ if x == 1 }}a{{ end }}"));

        Assert.Equal(["RB3301 1:7"], _fixture.Codes());
    }

    [Theory]
    [InlineData("{{ tall = 1 }}")]
    [InlineData("{{ utgave = 1 }}")]
    public void Render_NameOfTheTool_CannotBeGivenAnew(string template)
    {
        Render(template);

        Assert.Equal(["RB3306"], _fixture.Codes().Select(c => c.Split(' ')[0]));
    }

    [Fact]
    public void Render_SeveralMistakes_AreAllReportedAndTheRestIsPrinted()
    {
        var markdown = Render(
            "A {{ tall \"x\" }} B {{ nope }} C {{ tall \"alder\" }}\n{{ if finnes \"y\" }}D{{ else }}E{{ end }} {{ endring \"p\" }}"
        );

        Assert.Equal("A ?? B ?? C 33\nE ??", markdown);
        Assert.Equal(["RB3401 1:6", "RB3301 1:23", "RB3401 2:7", "RB3402 2:45"], _fixture.Codes());
    }

    [Fact]
    public void Render_MistakeInABranchNotTaken_IsReportedAllTheSame()
    {
        Render("{{ if finnes \"alder\" }}A{{ else }}{{ tall \"aldr\" }} {{ paastand \"hoyere\" \"alder\" \"x.y\" }}{{ end }}");

        Assert.Equal(["RB3401 1:38", "RB3401 1:56"], _fixture.Codes());
    }

    [Fact]
    public void Render_SeveralBlocksThatCannotBeParsed_AreAllReportedWithTheRestOfTheCode()
    {
        Render("{{ 1 + }} {{ tall \"aldr\" }}\n{{ if storre \"x\" }}a{{ end }} {{ tal \"alder\" }}\n{{ if ( }}b{{ end }}");

        var codes = _fixture.Codes();
        Assert.Equal(["RB3300", "RB3401", "RB3401", "RB3301", "RB3300"], codes.Select(c => c.Split(' ')[0]));
        Assert.Equal(["1", "1", "2", "2", "3"], codes.Select(c => c.Split(' ', ':')[1]));
    }

    [Fact]
    public void Render_CodeThatCannotBeParsed_LeavesTheTextAround()
    {
        var rendered = Engine().Render(TemplateSource.Of("mal.md", "Før {{ if }} midt {{ tall “x” }} etter"));

        Assert.Equal("Før midt etter", rendered.Markdown);
        Assert.Equal(34, rendered.Map.PlaceOf(rendered.Markdown.IndexOf("etter", StringComparison.Ordinal)).Column);
    }

    [Fact]
    public void Render_SameMistakeAmongThousandsOfIds_NamesTheNearest()
    {
        var ids = Enumerable.Range(0, 2000).Select(i => $"maaloppnaaelse.kommune.k{i:0000}.jobbsjansen");
        var nearest = new NearestId(ids);

        Assert.Equal("maaloppnaaelse.kommune.k1234.jobbsjansen", nearest.Find("maalopnaaelse.kommune.k1234.jobsjansen"));
        Assert.Null(nearest.Find("noe.helt.annet"));
    }

    private TemplateEngine Engine() => new(DocumentFixture.Edition, _fixture.Labels, DocumentFixture.Metadata, _fixture.Diagnostics);

    private string Render(string template) => Engine().Render(TemplateSource.Of("mal.md", template)).Markdown;
}
