using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

/// <summary>The typical participants, and what rests on them and on the fits.</summary>
public class TypicalStageTest
{
    private static readonly StageRun Run = StageRun.Of(
        Participants.Make(1200, change: (_, row) => row["prosjekt"] = row["ordning"]![..1] + row["prosjekt"])
    );

    public static TheoryData<string> Everyone { get; } = ["jobbsjansen", "introduksjonsprogrammet", "felles"];

    [Theory]
    [MemberData(nameof(Everyone))]
    public void Run_Predictions_DifferByTheCoefficientOfScheme(string who)
    {
        var (first, second) = (Of($"typisk.{who}.sannsynlighet.jobbsjansen"), Of($"typisk.{who}.sannsynlighet.introduksjonsprogrammet"));
        var difference = Of($"typisk.{who}.forskjell");

        Assert.Equal(Value("modell.individ.ordning.koeffisient"), LogOdds(first.Value) - LogOdds(second.Value), 1e-9);
        Assert.Equal(first.Value - second.Value, difference.Value);
        // The interval of a probability is symmetric in log odds, that of the difference in itself.
        Assert.Equal(2 * LogOdds(first.Value), LogOdds(first.Interval!.Value.Low) + LogOdds(first.Interval.Value.High), 1e-9);
        Assert.Equal(2 * difference.Value!.Value, difference.Interval!.Value.Low + difference.Interval.Value.High, 1e-9);
        Assert.Equal(Unit.PercentagePoints, difference.Unit);
    }

    [Fact]
    public void Run_TypicalOfAScheme_IsPredictedFromItsOwnWords()
    {
        // By hand from the printed coefficients' exact values.
        var (facts, who) = (Run.Edition.ToFacts(), "typisk.introduksjonsprogrammet");
        double Coefficient(string name) => Value($"modell.individ.{name}.koeffisient");
        double Code(string name, params string[] tokens) => Array.IndexOf(tokens, facts[$"{who}.{name}"].Categories.Single());
        var region = facts[$"{who}.landbakgrunn"].Categories.Single();
        var logOdds =
            Coefficient("konstantledd")
            + new[] { "alder", "botid", "varighet" }.Sum(n => Coefficient(n) * Value($"{who}.{n}"))
            + Coefficient("kjonn") * Code("kjonn", "kvinne", "mann")
            + Coefficient("fravaer") * Code("fravaer", "lavt", "hoyt")
            + Coefficient("utdanningsnivaa") * (1 + Code("utdanningsnivaa", "liten_eller_ingen", "en_del", "god_allmennutdanning"))
            + Coefficient("norsknivaa") * Code("norsknivaa", "under_a1", "a1", "a2", "b1", "b2")
            + (region == "europa" ? 0 : Coefficient($"landbakgrunn.{region}"))
            + facts[$"{who}.tiltak"].Categories.Sum(m => Coefficient($"tiltak.{m}"));

        Assert.Equal(logOdds, LogOdds(Value($"{who}.sannsynlighet.introduksjonsprogrammet")), 1e-9);
        Assert.Equal(Value($"{who}.antall_tiltak"), facts[$"{who}.tiltak"].Categories.Count);
        Assert.Equal(facts[$"{who}.kjonn"].Categories, facts[$"{who}.pronomen"].Categories);
    }

    [Fact]
    public void Run_TooFewInAScheme_HidesItsOwnAndTheCommonOne()
    {
        var people = Participants.Make(400, change: (i, row) => row["ordning"] = i < 8 ? "jobbsjansen" : "introduksjonsprogrammet");
        var edition = new EditionBuilder();
        var fits = new ModelFits(people.Data, new ModelRows(people.Data, Sample.Complete(people.Data).Rows));

        Assert.Null(TypicalStage.Run(people.Data, fits, edition, 5));
        foreach (var who in new[] { "jobbsjansen", "felles" })
        {
            Assert.Equal(QuantityStatus.Suppressed, edition[$"typisk.{who}.alder"].Status);
            Assert.Equal(QuantityStatus.Suppressed, edition[$"typisk.{who}.forskjell"].Status);
            Assert.Equal(QuantityStatus.Suppressed, edition.ToFacts()[$"typisk.{who}.landbakgrunn"].Status);
            Assert.Empty(edition.ToFacts()[$"typisk.{who}.tiltak"].Categories);
        }
    }

    [Fact]
    public void AddMarginalEffects_Scheme_IsTheMeanDifferenceOfPredictions()
    {
        Assert.Equal(Value("modell.individ.ordning.forskjell_sannsynlighet"), Value("modell.individ.ordning.marginaleffekt"), 1e-12);
        Assert.All(
            ReportModel.Individual.Terms.SelectMany(ModelTermTexts.Coefficients),
            c =>
                Assert.Equal(
                    Math.Sign(Value($"modell.individ.{c.Token}.koeffisient")),
                    Math.Sign(Value($"modell.individ.{c.Token}.marginaleffekt"))
                )
        );
    }

    [Theory]
    [InlineData("kommune", "k_innvandrerandel")]
    [InlineData("kommune", "k_arbeidsmarked")]
    [InlineData("prosjekt", "p_lonn_per_deltaker")]
    public void DeterminantReach_OneStandardDeviation_IsTheCoefficientInLogOdds(string model, string fact)
    {
        var (from, to) = (Value($"modell.{model}.typisk_felles.sannsynlighet"), Value($"modell.{model}.{fact}.utslag.sannsynlighet"));

        Assert.Equal(Value($"modell.{model}.{fact}.koeffisient"), LogOdds(to) - LogOdds(from), 1e-9);
        Assert.Equal(to - from, Value($"modell.{model}.{fact}.utslag"), 1e-12);
    }

    [Fact]
    public void Quadrants_OfEachScope_MakeItsProjects()
    {
        foreach (var scope in ContributionIds.Scopes)
        {
            double Count(string quadrant) => Value($"bidrag.kvadrant.{quadrant}.{scope}");
            var projects = Value($"bidrag.prosjekter.{scope}");
            Assert.Equal(projects, Count("over_positivt") + Count("over_negativt") + Count("under_positivt") + Count("under_negativt"));
            Assert.Equal(Value($"bidrag.positivt.{scope}") * projects, Count("over_positivt") + Count("under_positivt"), 1e-9);
            Assert.Equal(Count("samsvar"), Count("over_positivt") + Count("under_negativt"));
            Assert.Equal(1, Value($"bidrag.kvadrant.samsvar.{scope}.andel") + Value($"bidrag.kvadrant.avvik.{scope}.andel"), 1e-12);
        }
    }

    private static double LogOdds(double? probability) => Math.Log(probability!.Value / (1 - probability.Value));

    private static Quantity Of(string id) => Run.Edition[id];

    private static double Value(string id) => Of(id).Value!.Value;
}
