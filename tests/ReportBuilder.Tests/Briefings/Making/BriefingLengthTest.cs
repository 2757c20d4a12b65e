using ReportBuilder.Briefings.Contents;
using ReportBuilder.Briefings.Maps;
using ReportBuilder.Figures;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Making;

/// <summary>A briefing has four pages at most, with a map too.</summary>
public class BriefingLengthTest
{
    private const int MostPages = 4;

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public async Task MakeAsync_MunicipalitiesWithResultsOfBothSchemes_FourPagesAtMost(string language)
    {
        var twin = await BriefingTwin.GetAsync();
        var atRisk = twin
            .Set.Briefings.Where(b => b.Schemes.Count > 1 && b.Schemes.All(s => BriefingShows.Contribution(b.Edition, s)))
            .ToList();
        await using var maker = twin.MakerOf(twin.Set with { Briefings = atRisk }, borders: Squares(twin));

        var made = await Task.WhenAll(maker.Targets.Select(t => maker.MakeAsync(t, language, TestContext.Current.CancellationToken)));

        Assert.All(made, m => Assert.Empty(m.Diagnostics));
        Assert.True(made.Length > 5, $"{made.Length} briefings");
        Assert.DoesNotContain(maker.Targets.Zip(made), m => m.Second.Pages > MostPages);
    }

    /// <summary>Every municipality a square: how large a map is does not hang on what is drawn.</summary>
    private static Borders Squares(BriefingTwin twin) =>
        new(
            twin.Set.Briefings.Index()
                .ToDictionary(
                    b => b.Item.Municipality.Code,
                    b => (IReadOnlyList<MapRing>)[Square(b.Index % 20, 60 + b.Index / 20)],
                    StringComparer.Ordinal
                )
        );

    private static MapRing Square(double x, double y) => new([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]);
}
