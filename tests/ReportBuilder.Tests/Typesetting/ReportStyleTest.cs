using System.Text.RegularExpressions;
using ReportBuilder.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace ReportBuilder.Tests.Typesetting;

public class ReportStyleTest(TypesetterFixture fixture) : IClassFixture<TypesetterFixture>
{
    private const string LongTable = """
        #main-matter[
          = Kapittel
          #report-table(columns: ("text", "number"), header: ([Navn], [Antall]), caption: [Lang tabell],
            rows: range(120).map(i => if calc.rem(i, 10) == 0 { (kind: "group", cells: ([Gruppe #i],)) } else { (kind: "data", cells: ([Rad #i], [#i])) }))
        ]
        """;

    [Fact]
    public async Task Sample_Contents_NumbersPagesFromOneAfterTheFrontMatter()
    {
        var pages = await PagesOf(SampleDocument.Request(PdfStandard.Ua1));

        var contents = Assert.Single(pages, p => p.StartsWith("Innhold", StringComparison.Ordinal));
        Assert.Matches(@"Sammendrag\s*ii\b", contents);
        Assert.Matches(@"1\s*Innledning\s*1\b", contents);
        Assert.Matches(@"Figur 1\s+Andel i arbeid", contents);
        Assert.Matches(@"Tabell 4\s+Tiltak", contents);
        // Called on page 6, but there is no room for it there.
        Assert.Matches(@"Oddsrater for måloppnåelse\. Modell 3[ .]*7\b", contents);
    }

    [Fact]
    public async Task Sample_EveryPageButTheCover_SaysThatDataAreSynthetic()
    {
        var pages = await PagesOf(SampleDocument.Request(PdfStandard.Ua1));

        Assert.All(pages, p => Assert.Contains("er oppdiktet", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sample_FiguresAndTables_ComeInOrder()
    {
        var text = string.Join('\n', (await PagesOf(SampleDocument.Request(PdfStandard.Ua1))).Skip(4));

        var captions = new[]
        {
            "Deltakere i analysen",
            "Andel i arbeid eller utdanning etter",
            "Måneder i ordningen blant",
            "Logistisk regresjon av",
            "Oddsrater for måloppnåelse",
            "Deltakere, måloppnåelse og",
            "Tiltak i de to",
        };
        Assert.Equal(captions.OrderBy(c => text.IndexOf(c, StringComparison.Ordinal)), captions);
        Assert.All(captions, c => Assert.Contains(c, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sample_HiddenPadding_IsNotInTheText()
    {
        var text = string.Join('\n', await PagesOf(SampleDocument.Request(PdfStandard.Ua1)));

        Assert.Contains("−1 502", text, StringComparison.Ordinal);
        Assert.DoesNotContain("−1 502,0", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_OverSeveralPages_RepeatsItsHeadAndSaysThatItGoesOn()
    {
        var pages = await PagesOf(SampleDocument.Styled(LongTable));

        Assert.InRange(pages.Count, 3, 6);
        Assert.All(pages, p => Assert.Contains("Antall", p, StringComparison.Ordinal));
        Assert.DoesNotContain("fortsetter", pages[0], StringComparison.Ordinal);
        Assert.All(pages.Skip(1), p => Assert.Contains("Tabell 1 fortsetter", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_GroupHeading_IsNeverLastOnAPage()
    {
        var pages = await PagesOf(SampleDocument.Styled(LongTable));

        Assert.All(pages, p => Assert.DoesNotMatch(@"Gruppe \d+\s*(\d+)?\s*$", Regex.Replace(p, @"\s*\d*\s*$", string.Empty)));
    }

    [Fact]
    public async Task Figure_ThatDoesNotFit_GoesToTheNextPageWhileTheTextGoesOn()
    {
        const string Source = """
            #main-matter[
              = Kapittel
              #lorem(330)

              #figure(kind: image, caption: [Høy figur], block(breakable: false, height: 90mm)[Innhold])

              Etter figuren. #lorem(270)
            ]
            """;

        var pages = await PagesOf(SampleDocument.Styled(Source));

        Assert.Equal(2, pages.Count);
        Assert.Contains("Etter figuren", pages[0], StringComparison.Ordinal);
        Assert.Contains("Høy figur", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithoutOptionalArguments_IsTypeset()
    {
        var pages = await PagesOf(SampleDocument.Styled("#cover()\n#front-matter[#contents()]\n#main-matter[= Kapittel]"));

        Assert.Equal(3, pages.Count);
        Assert.DoesNotContain("Figurer", pages[1], StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> PagesOf(TypesetRequest request)
    {
        var result = await fixture.Typesetter.TypesetAsync(request);
        Assert.Empty(result.Diagnostics);
        using var pdf = PdfDocument.Open(result.Pdf!.Value.ToArray());
        return [.. pdf.GetPages().Select(p => ContentOrderTextExtractor.GetText(p).Replace('\u00A0', ' ').Trim())];
    }
}
