using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Briefings.Making;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Typesetting;
using UglyToad.PdfPig;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Contents;

/// <summary>The pages of each kind of municipality: with both results, with one, with much that is hidden, and with nothing that may be told.</summary>
public class BriefingPagesTest(TypesetterFixture fixture) : IClassFixture<TypesetterFixture>
{
    private const double Margin = 24 * 72 / 25.4;
    private const int FewestLetters = 300;
    private static readonly IReadOnlyList<Scheme> OnlyIntroduction = [Scheme.Introduksjonsprogrammet];

    [Theory]
    [InlineData("both", "nb", 4)]
    [InlineData("both", "nn", 4)]
    [InlineData("one", "nb", 4)]
    [InlineData("some", "nn", 4)]
    [InlineData("none", "nb", 4)]
    [InlineData("none", "nn", 4)]
    [InlineData("longest", "nb", 4)]
    public async Task Pages_OfEachKind_AreFewAndWholeAndInsideTheirMargins(string kind, string language, int most)
    {
        var briefing = Kind(kind);
        using var fonts = BriefingTwin.Fonts();
        var material = new BriefingMaterial
        {
            Set = BriefingExamples.SetOf(briefing),
            Languages = BriefingBooks.Languages,
            Municipalities = DataFolder.Municipalities,
            Publication = BriefingBooks.Settings.Publication,
        };
        var target = new BriefingTarget(briefing.Municipality.Code, briefing.Municipality.Name);

        var made = await new BriefingMaker(material, fixture.Typesetter, fonts).MakeAsync(
            target,
            language,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(made.Diagnostics);
        Assert.InRange(made.Pages, 2, most);
        using var pdf = PdfDocument.Open(made.Pdf!.Value.ToArray());
        Assert.Equal($"Kommunenotat: {briefing.Municipality.Name}", pdf.Information.Title);
        Assert.Contains(Plain(briefing.Municipality.Name), Plain(Text(pdf, 1)), StringComparison.Ordinal);
        foreach (var page in pdf.GetPages())
        {
            var letters = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).ToList();
            Assert.All(letters, l => Assert.InRange(l.StartBaseLine.X, Margin - 4, page.Width - Margin + 4));
            // No page holds but a line or two that the one before had no room for.
            Assert.True(letters.Count > FewestLetters, $"page {page.Number} has {letters.Count} letters");
        }
    }

    private static Briefing Kind(string kind) =>
        kind switch
        {
            "both" => BriefingExamples.Draw(2, Breakdown.Schemes, hidden: 0),
            "one" => BriefingExamples.Draw(4, OnlyIntroduction, hidden: 0),
            "some" => BriefingExamples.Draw(5, OnlyIntroduction, hidden: 0.4),
            "none" => BriefingExamples.Draw(6, OnlyIntroduction, hidden: 1),
            _ => Renamed(
                BriefingExamples.Draw(8, OnlyIntroduction, hidden: 0),
                "Store Eksempelvik - Stuorra Eksempelvuona - Iso Eksempeli"
            ),
        };

    private static Briefing Renamed(Briefing briefing, string name) =>
        briefing with
        {
            Municipality = briefing.Municipality with { Name = name },
        };

    private static string Text(PdfDocument pdf, int page) => string.Concat(pdf.GetPage(page).Letters.Select(l => l.Value));

    private static string Plain(string text) => text.Replace(" ", string.Empty, StringComparison.Ordinal);
}
