using System.Text;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;
using UglyToad.PdfPig;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ComparisonAnnexTest
{
    private readonly DiagnosticBag _bag = new();

    [Fact]
    public async Task MakeAsync_SmallComparison_HasEveryPart()
    {
        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions());
        var pdf = await ComparisonAnnex.MakeAsync(
            PageFixture.Compared(),
            PageFixture.Content(_bag),
            null,
            typesetter,
            _bag,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(_bag.Sorted().Select(DiagnosticFormatter.Format));
        using var document = PdfDocument.Open(pdf!);
        var text = string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        Assert.Contains("Utgave 2027-1 mot utgave 2026-1", text, StringComparison.Ordinal);
        Assert.Contains("november 2027", text, StringComparison.Ordinal);
        Assert.Contains("Et nytt år er tatt inn.", text, StringComparison.Ordinal);
        Assert.Contains("Frø for syntetiske data", text, StringComparison.Ordinal);
        Assert.Contains("Ett tall har skiftet retning.", text, StringComparison.Ordinal);
        Assert.Contains("Kvinne · Jobbsjansen (Tabell 1)", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Skifter retning", text, StringComparison.Ordinal);
        Assert.Contains("Forklarer ingenting.", text, StringComparison.Ordinal);
        Assert.Contains("stemmer ikke", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MakeAsync_PartialOlderEdition_SaysTheSameAsThePage()
    {
        var old = ExampleEdition.Whole() with { IsPartial = true };
        var now = ExampleEdition.Whole().With(old.Find("andel.k0.jobbsjansen")!.Valued(0.7));
        now = now with { Origin = now.Origin with { IsSynthetic = false } };
        var result = EditionComparer.Compare(old, now, ComparisonSettings.Default, []);
        var difference = Assert.Single(result.Differences);
        var explanation = PageFixture.Explanation(difference.Key, difference.Old, difference.New, "Et nytt år er tatt inn.");
        var comparison = ExplanationMatch.Of(result, [explanation]);
        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions());
        var pdf = await ComparisonAnnex.MakeAsync(
            comparison,
            PageFixture.Content(_bag),
            null,
            typesetter,
            _bag,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(_bag.Sorted().Select(DiagnosticFormatter.Format));
        using var document = PdfDocument.Open(pdf!);
        var text = string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        var page = Encoding.UTF8.GetString(ComparisonPage.Write(comparison, PageFixture.Content(_bag), _bag)!);
        string[] both =
        [
            "bare kjent slik den er trykt.",
            "Tabeller, figurer og påstander",
            "så grunnlaget kan ikke",
            "Dataene er av ulike slag.",
        ];
        Assert.All(both, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.All(both, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MakeAsync_EqualEditionsWithoutDate_IsAWarningAndNoFile()
    {
        var comparison = PageFixture.Compared();
        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions());
        var pdf = await ComparisonAnnex.MakeAsync(
            comparison with
            {
                Explained = [],
                Misfits = [],
                Idle = [],
            },
            PageFixture.Content(_bag),
            null,
            typesetter,
            _bag,
            TestContext.Current.CancellationToken
        );
        Assert.Null(pdf);
        Assert.Equal(["RB7084"], _bag.Sorted().Select(d => d.Code));
    }
}
