using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
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
        Assert.Contains("syntetisk.fro", text, StringComparison.Ordinal);
        Assert.Contains("Skifter retning", text, StringComparison.Ordinal);
        Assert.Contains("Forklarer ingenting.", text, StringComparison.Ordinal);
        Assert.Contains("stemmer ikke", text, StringComparison.Ordinal);
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
