using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Briefings.Making;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Contents;

/// <summary>What the templates of the briefings say, in both languages, for all municipalities and for whatever a shield may hide.</summary>
public class BriefingTextTest
{
    private const int Seeds = 150;
    private static readonly string[] Signs = [":", "..", ".", "-"];
    private static readonly IReadOnlyList<Scheme> OnlyIntroduction = [Scheme.Introduksjonsprogrammet];

    [Fact]
    public async Task Text_OfEveryMunicipality_IsFreeOfFaultsAndPrintsTheSameNumbersInBothLanguages()
    {
        var twin = await BriefingTwin.GetAsync();

        Assert.All(
            twin.Set.Briefings,
            briefing =>
            {
                var (nb, nn) = (BriefingBooks.Of(briefing, "nb", twin.Set), BriefingBooks.Of(briefing, "nn", twin.Set));
                Assert.Equal(nb.PrintedQuantities.Select(q => q.Id), nn.PrintedQuantities.Select(q => q.Id));
                Assert.Equal(nb.PrintedQuantities.Select(q => q.Place), nn.PrintedQuantities.Select(q => Bokmal(q.Place)), SameTemplate);
                Assert.Equal(nb.Placed.Select(p => p.Id), nn.Placed.Select(p => p.Id));
                Assert.All(nb.Claims.Concat(nn.Claims), c => Assert.Equal(ClaimOutcome.Holds, c.Outcome));
                Assert.All(nb.PrintedQuantities, q => Assert.DoesNotContain(q.Text, Signs));
            }
        );
    }

    [Fact]
    public void Text_WithAnythingHiddenOrMissing_HasNoSignsInItsSentences()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var briefing = BriefingExamples.Draw(seed, SchemesOf(seed), hidden: seed % 4 * 0.3);

            var (nb, nn) = (BriefingBooks.Of(briefing, "nb"), BriefingBooks.Of(briefing, "nn"));

            Assert.Equal(nb.PrintedQuantities.Select(q => q.Id), nn.PrintedQuantities.Select(q => q.Id));
            Assert.All(nb.PrintedQuantities, q => Assert.DoesNotContain(q.Text, Signs));
        }
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public void Sentences_OfTheTemplates_PassTheChecksOfProse(string language)
    {
        // Between them the two run every branch that has sentences.
        BriefingBooks.Of(BriefingExamples.Draw(0, Breakdown.Schemes, hidden: 0), language, checksProse: true);
        BriefingBooks.Of(BriefingExamples.Draw(0, OnlyIntroduction, hidden: 1), language, checksProse: true);
    }

    [Theory]
    [InlineData(0.12, 0.05, 200, "Resultatet er bedre enn ventet", "Resultatet er betre enn venta")]
    [InlineData(-0.12, 0.05, 200, "Resultatet er svakere enn ventet", "Resultatet er svakare enn venta")]
    [InlineData(0.04, 0.05, 200, "Resultatet kan ikke skilles fra det ventede", "Resultatet lèt seg ikkje skilje frå det venta")]
    [InlineData(0.12, 0.20, 18, "Deltakerne er for få", "Deltakarane er for få")]
    [InlineData(0.30, 0.20, 18, "Resultatet er bedre enn ventet", "Resultatet er betre enn venta")]
    public void KeyPoint_OfTheResult_FollowsTheTest(double difference, double half, int persons, string nb, string nn)
    {
        var briefing = Contribution(difference, half, persons);
        string[] nbVariants = ["bedre enn ventet", "svakere enn ventet", "kan ikke skilles fra det ventede", "er for få"];

        var (text, nynorsk) = (BriefingBooks.TextOf(briefing), BriefingBooks.TextOf(briefing, "nn"));

        Assert.Contains(nb, text, StringComparison.Ordinal);
        Assert.Contains(nn, nynorsk, StringComparison.Ordinal);
        var keyPoints = text[..text.IndexOf("Husk:", StringComparison.Ordinal)];
        Assert.Single(nbVariants, v => keyPoints.Contains(v, StringComparison.Ordinal));
    }

    // Outside its own interval is not the same as outside the lines of the funnel plot, and the two must not contradict each other.
    [Theory]
    [InlineData(0.12, 0.10, "og forskjellen er større enn den vanligvis er mellom kommuner")]
    [InlineData(0.12, 0.15, "men forskjellen er ikke større enn den ofte er mellom kommuner")]
    [InlineData(-0.12, 0.10, "og forskjellen er større enn den vanligvis er mellom kommuner")]
    [InlineData(-0.12, 0.15, "men forskjellen er ikke større enn den ofte er mellom kommuner")]
    public void KeyPoint_OfTheResult_AgreesWithTheLinesOfTheFunnelPlot(double difference, double line, string expected)
    {
        var text = BriefingBooks.TextOf(
            Contribution(difference, 0.05, 200)
                .With(
                    Quantity.Rounded(Id("grense_over"), line, Unit.PercentagePoints, 1),
                    Quantity.Rounded(Id("grense_under"), -line, Unit.PercentagePoints, 1)
                )
        );

        Assert.Equal(2, text.Split(expected).Length - 1);
        Assert.Equal(2, text.Split("forskjellen er ").Length - 1 + text.Split("Forskjellen er ").Length - 1);
    }

    [Fact]
    public void Result_OfNoScheme_GivesAPageThatTeachesInsteadOfOneThatJudges()
    {
        var briefing = BriefingExamples.Draw(3, OnlyIntroduction, hidden: 1);

        var book = BriefingBooks.Of(briefing, "nb");
        var text = PlainText.Of(book);

        Assert.Contains("Få deltakere", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hva det ikke betyr", text, StringComparison.Ordinal);
        Assert.DoesNotContain(book.PrintedQuantities, q => q.Id.Value.StartsWith("kommunen.bidrag", StringComparison.Ordinal));
        Assert.DoesNotContain(book.Placed, p => p.Id is "tbl-ordninger" or "fig-tiltak" or "fig-trakt");
    }

    [Fact]
    public void Municipality_WithoutJobbsjansen_IsToldNothingOfIt()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var briefing = BriefingExamples.Draw(seed, OnlyIntroduction, hidden: seed % 3 * 0.4);

            Assert.All(
                BriefingLanguages.All,
                code => Assert.DoesNotContain("Jobbsjansen", BriefingBooks.TextOf(briefing, code), StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "grensene ble endret, gjelder Gamlevik.")]
    [InlineData(2, "grensene ble endret, er satt sammen av tallene for Gamlevik og Nordeksempel.")]
    public void Mergers_AreToldWithTheEarlierMunicipalities(int seed, string expected)
    {
        var text = BriefingBooks.TextOf(BriefingExamples.Draw(seed, OnlyIntroduction, hidden: 0));

        Assert.Equal(expected.Length > 0, text.Contains("Gamlevik", StringComparison.Ordinal));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rank_IsNeverToldWithoutItsInterval()
    {
        var briefing = Contribution(0.12, 0.05, 200);
        var text = BriefingBooks.TextOf(briefing);

        Assert.Contains(
            "Ordnet vi de om lag 250 kommunene der bidraget kan beregnes, med det høyeste først, ville Eksempelvik med 95 prosent sannsynlighet stå et sted fra nummer 11 til nummer 140.",
            text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, text.Split("nummer").Length - 1);
    }

    [Fact]
    public void Template_ThatAsksForAHiddenNumber_IsCaught()
    {
        using var folder = new TemporaryFolder();
        var templates = folder.Copy(Path.Combine(BriefingBooks.Settings.Briefings.TemplateFolder, "nb"), "nb");
        File.AppendAllText(
            Path.Combine(templates, "lesning.md"),
            "\n\nAv deltakerne nådde {{ verdi \"kommunen.maaloppnaaelse.introduksjonsprogrammet\" }} målet.\n"
        );
        var settings = BriefingBooks.Settings;
        var language = BriefingBooks.Read("nb", settings with { Briefings = settings.Briefings with { TemplateFolder = folder.Path } });
        var briefing = BriefingExamples.Draw(3, OnlyIntroduction, hidden: 1);
        var bag = new DiagnosticBag();

        BriefingDocument.Write(briefing, BriefingExamples.SetOf(briefing), map: null, settings.Publication, language, bag);

        var found = Assert.Single(bag.Sorted());
        Assert.Equal(("RB3409", ":"), (found.Code, found.Found));
    }

    private static IReadOnlyList<Scheme> SchemesOf(int seed) =>
        (seed % 5) switch
        {
            0 => [Scheme.Jobbsjansen],
            1 or 2 => OnlyIntroduction,
            _ => Breakdown.Schemes,
        };

    private static Briefing Contribution(double difference, double half, int persons) =>
        BriefingExamples
            .Draw(3, OnlyIntroduction, hidden: 0)
            .With(
                Quantity.Of(BriefingIds.Participants(BriefingScope.Own, Scheme.Introduksjonsprogrammet), persons, Unit.Count, 0),
                Quantity.Rounded(Id("avvik"), difference, Unit.PercentagePoints, 0) with
                {
                    Interval = new Interval(difference - half, difference + half, 0.95),
                },
                Quantity.Of(Id("plass_fra"), 11, Unit.Count, 0),
                Quantity.Of(Id("plass_til"), 140, Unit.Count, 0)
            );

    private static string Id(string what) => BriefingIds.Contribution(Scheme.Introduksjonsprogrammet, what);

    private static SourcePlace Bokmal(SourcePlace place) =>
        place with
        {
            File = place.File.Replace("/nn/", "/nb/", StringComparison.Ordinal),
        };

    private static bool SameTemplate(SourcePlace one, SourcePlace other) => one.File == other.File;
}
