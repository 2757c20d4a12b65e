using System.Text;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Diagnostics;
using ReportBuilder.Models.Numerics;
using ReportBuilder.TypstWriting;
using UglyToad.PdfPig;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Making;

/// <summary>No number, sentence or drawing of a municipality may come into the briefing of another, however many are made side by side.</summary>
public class BriefingCanaryTest
{
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public async Task Write_EveryMunicipalityMarked_EachMarkIsInItsOwnBriefingOnly(string language)
    {
        var twin = await BriefingTwin.GetAsync();
        using var fonts = BriefingTwin.Fonts();
        var marked = MarkedBriefings.Of(twin.Set);

        // By the same workers as the batch, over the same fonts and labels.
        var found = Workers.Map(
            marked.Briefings,
            briefing =>
            {
                var bag = new DiagnosticBag();
                var words = twin.Languages[language];
                var document = BriefingDocument.Write(briefing, marked, null, twin.Settings.Publication, words, bag);
                Assert.False(bag.HasErrors, string.Join('\n', bag.Sorted().Select(DiagnosticFormatter.Format)));
                var files = document!.Files(words, fonts, bag).Where(f => !f.Key.StartsWith("/style/", StringComparison.Ordinal));
                return MarkedBriefings.FoundIn(string.Join('\n', files.Select(f => Encoding.UTF8.GetString(f.Value.Span))));
            }
        );

        Assert.All(found.Index(), f => Assert.Subset(new HashSet<int> { f.Index }, f.Item.ToHashSet()));
        // The marks are seen at all: most municipalities have something of their own to show.
        Assert.InRange(found.Count(f => f.Count == 1), marked.Briefings.Count / 2, marked.Briefings.Count);
    }

    [Fact]
    public async Task Write_EveryMunicipality_DrawingsAreOfItsOwnFiguresOnly()
    {
        var twin = await BriefingTwin.GetAsync();
        using var fonts = BriefingTwin.Fonts();
        var marked = MarkedBriefings.Of(twin.Set);
        var briefing = marked.Briefings.Index().First(b => FunnelOf(b.Item, marked, twin) is not null);

        var bag = new DiagnosticBag();
        var document = FunnelOf(briefing.Item, marked, twin)!;
        var drawings = document.Files(twin.Languages["nb"], fonts, bag).Where(f => f.Key.StartsWith("/figures/", StringComparison.Ordinal));

        // A drawing alone is enough to tell whose it is.
        Assert.All(
            drawings.Where(d => d.Key.Contains("deltakere", StringComparison.Ordinal)),
            d => Assert.Equal([briefing.Index], MarkedBriefings.FoundIn(Encoding.UTF8.GetString(d.Value.Span)))
        );
        Assert.Equal(
            document.Figures.Select(f => FigurePath.Of(f.Id)).Order(StringComparer.Ordinal),
            drawings.Select(d => d.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task MakeAsync_ManySideBySide_EachPdfHasItsOwnMarkOnly()
    {
        var twin = await BriefingTwin.GetAsync();
        var marked = MarkedBriefings.Of(twin.Set);
        await using var maker = twin.MakerOf(marked, processes: 2);
        var chosen = marked.Briefings.Index().Where(b => b.Index % 45 == 0).ToList();

        var made = await Task.WhenAll(
            chosen.Select(b =>
                maker.MakeAsync(
                    new BriefingTarget(b.Item.Municipality.Code, b.Item.Municipality.Name),
                    "nb",
                    TestContext.Current.CancellationToken
                )
            )
        );

        foreach (var (briefing, pdf) in chosen.Zip(made))
        {
            Assert.True(pdf.Pdf is not null, string.Join('\n', pdf.Diagnostics.Select(DiagnosticFormatter.Format)));
            using var open = PdfDocument.Open(pdf.Pdf.Value.ToArray());
            var text = string.Join('\n', open.GetPages().Select(p => string.Join(' ', p.GetWords().Select(w => w.Text))));
            Assert.Contains(briefing.Item.Municipality.Name.Split(' ')[0], text, StringComparison.Ordinal);
            Assert.Subset(new HashSet<int> { briefing.Index }, MarkedBriefings.FoundIn(text).ToHashSet());
        }
    }

    private static BriefingDocument? FunnelOf(Briefing briefing, BriefingSet set, BriefingTwin twin)
    {
        var document = BriefingDocument.Write(briefing, set, null, twin.Settings.Publication, twin.Languages["nb"], new DiagnosticBag());
        return document?.Figures.Any(f => f.Id == "fig-trakt") == true ? document : null;
    }
}
