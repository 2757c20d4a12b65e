using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;
using Xunit;

namespace ReportBuilder.Tests.Typesetting;

public class NodeTypesetterTest(TypesetterFixture fixture) : IClassFixture<TypesetterFixture>
{
    [Theory]
    [InlineData(PdfStandard.Ua1, "pdfuaid:part")]
    [InlineData(PdfStandard.A2a, "pdfaid:conformance")]
    [InlineData(PdfStandard.Both, "pdfaid:conformance")]
    public async Task Typeset_Sample_MeetsTheStandardWithoutAWord(PdfStandard standard, string mark)
    {
        var result = await fixture.Typesetter.TypesetAsync(SampleDocument.Request(standard));

        Assert.Empty(result.Diagnostics);
        Assert.Contains(mark, Encoding.Latin1.GetString(result.Pdf!.Value.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_SameRequest_GivesTheSameBytesAgainAndInAnotherProcess()
    {
        await using var other = NodeTypesetter.Start(new NodeTypesetterOptions());
        var request = SampleDocument.Request(PdfStandard.A2a);

        var first = await fixture.Typesetter.TypesetAsync(request);
        await fixture.Typesetter.TypesetAsync(SampleDocument.Small("= Noe annet imellom"));
        var second = await fixture.Typesetter.TypesetAsync(request);
        var third = await other.TypesetAsync(request);

        Assert.Equal(first.Pdf!.Value.ToArray(), second.Pdf!.Value.ToArray());
        Assert.Equal(first.Pdf!.Value.ToArray(), third.Pdf!.Value.ToArray());
    }

    [Fact]
    public async Task Typeset_DateAuto_TakesTheDateOfTheRequest()
    {
        var result = await fixture.Typesetter.TypesetAsync(SampleDocument.Small("#set document(title: \"x\", date: auto)\n= Hei"));

        Assert.Contains("D:20261120", Encoding.Latin1.GetString(result.Pdf!.Value.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_SeveralAtOnce_EachGetsItsOwn()
    {
        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions { Processes = 2 });
        var pages = Enumerable.Range(1, 8).ToArray();

        var results = await Task.WhenAll(
            pages.Select(n =>
                typesetter.TypesetAsync(
                    SampleDocument.Small("#set document(title: \"x\")\n" + string.Join("\n#pagebreak()\n", Enumerable.Repeat("= Side", n)))
                )
            )
        );

        Assert.Equal(pages, results.Select(r => r.Pages));
    }

    [Fact]
    public async Task Typeset_UnknownName_PointsAtIt()
    {
        var diagnostic = await ErrorOf(SampleDocument.Small("= Hei\n\nHer er #tull(1)."));

        Assert.Equal("RB5010", diagnostic.Code);
        Assert.Equal(new SourcePlace("/main.typ", 3, 9), diagnostic.Place);
        Assert.Equal(["unknown variable: tull"], diagnostic.Arguments);
    }

    [Fact]
    public async Task Typeset_ErrorWithHint_GivesTheHint()
    {
        var diagnostic = await ErrorOf(SampleDocument.Small("= Hei <a>\nSe @a."));

        Assert.Equal("RB5011", diagnostic.Code);
        Assert.Contains("numbering", diagnostic.Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_ErrorInsideTheStyle_PointsAtTheCallInTheDocument()
    {
        var diagnostic = await ErrorOf(
            SampleDocument.Styled("#main-matter[\n  = Hei\n  #report-table(columns: (\"text\",), header: ([A], [B]))\n]\n")
        );

        Assert.Equal(new SourcePlace("/main.typ", 6, 4), diagnostic.Place);
        Assert.Contains("1 columns but 2 heads", diagnostic.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_FileNotInTheRequest_DoesNotExist()
    {
        var diagnostic = await ErrorOf(SampleDocument.Small("= Hei\n#read(\"/etc/hostname\")\n#read(\"../typesetter.mjs\")"));

        Assert.StartsWith("file not found", diagnostic.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typeset_FontOfTheMachine_IsAnError()
    {
        var diagnostic = await ErrorOf(SampleDocument.Small("#set document(title: \"x\")\n= Hei\n#text(font: \"DejaVu Sans\")[Hallo]"));

        Assert.Equal(("RB5014", "dejavu sans"), (diagnostic.Code, diagnostic.Arguments[0]));
        Assert.Equal(3, diagnostic.Place!.Value.Line);
    }

    [Fact]
    public async Task Typeset_Warning_ComesWithThePdf()
    {
        var result = await fixture.Typesetter.TypesetAsync(SampleDocument.Small("#set document(title: \"x\")\n= Hei\n**"));

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(Severity.Warning, diagnostic.Severity);
        Assert.Equal("RB5013", diagnostic.Code);
        Assert.NotNull(result.Pdf);
    }

    [Theory]
    [InlineData("= Hei", "RB5016", "missing document title")]
    [InlineData("#set document(title: \"x\")\n= Hei\n=== Hopp", "RB5016", "skipped from heading level 1 to 3")]
    [InlineData(
        "#set document(title: \"x\")\n= Hei\n中",
        "RB5016",
        "the text `\"中\"` could not be displayed with font `\"Libertinus Serif\"`"
    )]
    public async Task Typeset_StandardNotMet_SaysWhy(string source, string code, string why)
    {
        var diagnostic = await ErrorOf(SampleDocument.Small(source));

        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(why, diagnostic.Arguments[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main.typ")]
    [InlineData("/../main.typ")]
    [InlineData("/a//main.typ")]
    [InlineData("/C:\\main.typ")]
    public void Request_PathNotVirtual_IsRefused(string path) =>
        Assert.Throws<ArgumentException>(() =>
            new TypesetRequest(
                new Dictionary<string, ReadOnlyMemory<byte>> { [path] = default },
                path,
                PdfStandard.Ua1,
                SampleDocument.Created
            )
        );

    private async Task<Diagnostic> ErrorOf(TypesetRequest request)
    {
        var result = await fixture.Typesetter.TypesetAsync(request);
        Assert.Null(result.Pdf);
        return result.Diagnostics[0];
    }
}
