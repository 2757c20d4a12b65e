using System.Text.RegularExpressions;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Briefings.Making;
using ReportBuilder.Tests.Typesetting;
using UglyToad.PdfPig;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Contents;

/// <summary>The pages of four kinds of municipality: with both results, with one of few or many participants, and with none that may be told.</summary>
public class BriefingPagesTest(TypesetterFixture fixture) : IClassFixture<TypesetterFixture>
{
    private const double Margin = 24 * 72 / 25.4;

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public async Task Pages_OfEachKind_AreFewAndHaveNothingOutsideTheirMargins(string language)
    {
        var twin = await BriefingTwin.GetAsync();
        using var fonts = BriefingTwin.Fonts();
        var material = new BriefingMaterial
        {
            Set = twin.Set,
            Languages = twin.Languages,
            Municipalities = twin.Municipalities,
            Publication = twin.Settings.Publication,
        };
        var maker = new BriefingMaker(material, fixture.Typesetter, fonts);
        foreach (var briefing in Kinds(twin.Set.Briefings))
        {
            var made = await maker.MakeAsync(
                new BriefingTarget(briefing.Municipality.Code, briefing.Municipality.Name),
                language,
                TestContext.Current.CancellationToken
            );

            Assert.Empty(made.Diagnostics);
            Assert.InRange(made.Pages, 2, Results(briefing) == 2 ? 5 : 4);
            using var pdf = PdfDocument.Open(made.Pdf!.Value.ToArray());
            Assert.Equal($"Kommunenotat: {briefing.Municipality.Name}", pdf.Information.Title);
            foreach (var page in pdf.GetPages())
            {
                var letters = page.Letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).ToList();
                Assert.All(letters, l => Assert.InRange(l.StartBaseLine.X, Margin - 4, page.Width - Margin + 4));
                // No page holds nothing but a line or two that did not fit on the one before.
                Assert.True(letters.Count > 300, $"{briefing.Municipality.Name} {page.Number}: {letters.Count}");
            }

            var first = string.Concat(pdf.GetPage(1).Letters.Select(l => l.Value));
            Assert.Matches(
                new Regex(Regex.Escape(briefing.Municipality.Name.Replace(" ", string.Empty, StringComparison.Ordinal))),
                first.Replace(" ", string.Empty, StringComparison.Ordinal)
            );
        }
    }

    private static IEnumerable<Briefing> Kinds(IReadOnlyList<Briefing> all) =>
        [
            all.First(b => Results(b) == 2),
            all.Where(b => Results(b) == 1).MaxBy(Persons)!,
            all.Where(b => Results(b) == 1).MinBy(Persons)!,
            all.First(b => Results(b) == 0),
            // The longest name must fit the head.
            all.MaxBy(b => b.Municipality.Name.Length)!,
        ];

    private static int Results(Briefing briefing) => briefing.Schemes.Count(s => BriefingShows.Result(briefing.Edition, s));

    private static double Persons(Briefing briefing) =>
        briefing.Edition.Find(BriefingIds.Participants(BriefingScope.Own, Scheme.Introduksjonsprogrammet))?.Value ?? 0;
}
