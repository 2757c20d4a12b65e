using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class IndividualModelStageTest
{
    private static readonly Participants People = Participants.Make(900);
    private static readonly DiagnosticBag Bag = new();
    private static readonly EditionBuilder Edition = Run(People, Bag);

    [Fact]
    public void Run_OrdinaryData_FitsWithoutWarning()
    {
        Assert.Empty(Bag.Sorted());
        Assert.All(Edition.ToQuantities().Values, q => Assert.Equal(QuantityStatus.Estimated, q.Status));
    }

    [Fact]
    public void Run_Rows_AreThoseOfTheNetSample()
    {
        var rows = Sample.Complete(People.Data).Rows.Count;
        Assert.Equal(rows, Edition["modell.individ.observasjoner"].Value);
        Assert.Equal(rows, Edition["modell.individ.ordning.oddsrate"].Base);
        Assert.Equal(rows, Edition["oddsrate.ordning.ujustert"].Base);
    }

    [Fact]
    public void Run_EachTerm_HasItsFiveNumbersThatAgree()
    {
        string[] tokens = ["konstantledd", .. ModelTerm.OfIndividualModel.SelectMany(ModelTermTexts.Coefficients).Select(c => c.Token)];
        Assert.Equal(tokens.Length, tokens.Distinct(StringComparer.Ordinal).Count());
        foreach (var token in tokens)
        {
            var coefficient = Edition[$"modell.individ.{token}.koeffisient"];
            var ratio = Edition[$"modell.individ.{token}.oddsrate"];
            var change = Edition[$"modell.individ.{token}.endring_odds"];
            var error = Edition[$"modell.individ.{token}.standardfeil"].Value!.Value;
            var p = Edition[$"modell.individ.{token}.p"].Value!.Value;
            Assert.Equal(Math.Exp(coefficient.Value!.Value), ratio.Value!.Value, 1e-12 * ratio.Value.Value);
            Assert.Equal(ratio.Value.Value - 1, change.Value!.Value, 1e-12);
            Assert.Equal(coefficient.Value.Value + 1.959963984540054 * error, coefficient.Interval!.Value.High, 1e-9);
            Assert.Equal(Math.Exp(coefficient.Interval.Value.Low), ratio.Interval!.Value.Low, 1e-9);
            Assert.Equal(p < 0.05, coefficient.Interval.Value.Low > 0 || coefficient.Interval.Value.High < 0);
            Assert.InRange(p, 0, 1);
        }
    }

    [Fact]
    public void Run_DifferenceOfProbability_IsTheMeanOverAllOfBothPredictions()
    {
        double Coefficient(string token) => Edition[$"modell.individ.{token}.koeffisient"].Value!.Value;
        double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        double Of(ModelTerm term, Dictionary<string, string?> row) =>
            (term.Token, row[term.Column]!) switch
            {
                ("ordning", _) => 0,
                ("landbakgrunn", "europa" or "nord_amerika") => 0,
                ("landbakgrunn", var region) => Coefficient($"landbakgrunn.{region}"),
                ("utdanningsnivaa", var level) => Coefficient(term.Token)
                    * (1 + DescriptiveVariables.Education.Categories.ToList().IndexOf(level)),
                ("kjonn", var sex) => sex == "mann" ? Coefficient(term.Token) : 0,
                ("fravaer", var absence) => absence == "hoyt" ? Coefficient(term.Token) : 0,
                (_, "ja") => Coefficient(term.Token),
                (_, "nei") => 0,
                (_, var number) => Coefficient(term.Token) * Number(number),
            };
        double Probability(double eta) => 1 / (1 + Math.Exp(-eta));
        var differences = People
            .With(StageColumns.OfIndividualModel)
            .Select(row => Coefficient("konstantledd") + ModelTerm.OfIndividualModel.Sum(term => Of(term, row)))
            .Select(eta => Probability(eta + Coefficient("ordning")) - Probability(eta));

        Assert.Equal(differences.Average(), Edition["modell.individ.ordning.forskjell_sannsynlighet"].Value!.Value, 1e-9);
    }

    [Fact]
    public void Run_UnadjustedOddsRatio_IsTheCrossProductOfTheFourCounts()
    {
        var rows = People.With(StageColumns.OfIndividualModel).ToList();
        double Count(string scheme, string outcome) => rows.Count(r => r["ordning"] == scheme && r["maaloppnaaelse"] == outcome);
        var expected =
            Count("jobbsjansen", "ja")
            * Count("introduksjonsprogrammet", "nei")
            / (Count("jobbsjansen", "nei") * Count("introduksjonsprogrammet", "ja"));
        Assert.Equal(expected, Edition["oddsrate.ordning.ujustert"].Value!.Value, 1e-9);
    }

    [Fact]
    public void Run_Summary_FollowsFromTheLikelihood()
    {
        var likelihood = Edition["modell.individ.loglikelihood"].Value!.Value;
        var empty = Edition["modell.individ.loglikelihood_null"].Value!.Value;
        var coefficients = 1 + ModelTerm.OfIndividualModel.SelectMany(ModelTermTexts.Coefficients).Count();
        Assert.True(empty < likelihood && likelihood < 0);
        Assert.Equal(-2 * likelihood + 2 * coefficients, Edition["modell.individ.aic"].Value!.Value, 1e-9);
        Assert.Equal(1 - likelihood / empty, Edition["modell.individ.mcfadden"].Value!.Value, 1e-12);
    }

    [Fact]
    public void Run_Inflation_CountsTheCoefficientsOfEachTerm()
    {
        foreach (var term in ModelTerm.OfIndividualModel)
        {
            var df = Edition[$"modell.individ.vif.{term.Token}.df"].Value!.Value;
            var gvif = Edition[$"modell.individ.vif.{term.Token}"].Value!.Value;
            Assert.Equal(ModelTermTexts.Coefficients(term).Count(), df);
            Assert.True(gvif >= 1);
            Assert.Equal(Math.Pow(gvif, 1 / (2 * df)), Edition[$"modell.individ.vif.{term.Token}.rot"].Value!.Value, 1e-12);
        }
    }

    [Fact]
    public void Run_NordAmerika_CountsAsTheReference()
    {
        // Every fourth European from North America instead: the same model, and no coefficient of their own.
        var moved = 0;
        var people = Participants.Make(
            900,
            change: (i, row) =>
            {
                if (row["landbakgrunn"] == "europa" && i % 4 == 0)
                {
                    row["landbakgrunn"] = "nord_amerika";
                    moved++;
                }
            }
        );
        Assert.True(moved > 10);
        var bag = new DiagnosticBag();
        Assert.Equal(Edition.ToQuantities(), Run(people, bag).ToQuantities());
        Assert.Empty(bag.Sorted());
        Assert.DoesNotContain(Edition.ToQuantities().Keys, k => k.Contains("nord_amerika", StringComparison.Ordinal));
        Assert.DoesNotContain(Edition.ToQuantities().Keys, k => k.Contains(".europa.", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_EducationAsNumber_IsOneToThree()
    {
        // Turning the scale round turns the sign of its coefficient and leaves the rest alone.
        var people = Participants.Make(
            900,
            change: (_, row) =>
                row["utdanningsnivaa"] = row["utdanningsnivaa"] switch
                {
                    "liten_eller_ingen" => "god_allmennutdanning",
                    "god_allmennutdanning" => "liten_eller_ingen",
                    var other => other,
                }
        );
        var turned = Run(people, new DiagnosticBag());
        Assert.Equal(
            -Edition["modell.individ.utdanningsnivaa.koeffisient"].Value!.Value,
            turned["modell.individ.utdanningsnivaa.koeffisient"].Value!.Value,
            1e-7
        );
        Assert.Equal(
            Edition["modell.individ.norsknivaa.koeffisient"].Value!.Value,
            turned["modell.individ.norsknivaa.koeffisient"].Value!.Value,
            1e-7
        );
    }

    [Theory]
    [InlineData("alle med samme utfall", "maaloppnaaelse", "ja", "fit.oneOutcomeClass")]
    [InlineData("ingen med utfall", "maaloppnaaelse", null, "fit.noRows")]
    public void Run_NothingToFit_WarnsRB6002AndIsNotEstimable(string shape, string column, string? value, string cause)
    {
        var bag = new DiagnosticBag();
        var edition = Run(Participants.Make(200, change: (_, row) => row[column] = value), bag);
        AssertNotEstimable(edition, bag, ToolTexts.Get(cause));
        Assert.NotEmpty(shape);
    }

    [Fact]
    public void Run_FewerPersonsThanTerms_WarnsRB6002AndIsNotEstimable()
    {
        var bag = new DiagnosticBag();
        AssertNotEstimable(Run(Participants.Make(20), bag), bag, ToolTexts.Get("fit.tooFewRows"));
    }

    [Fact]
    public void Run_MeasureThatDecidesTheOutcome_WarnsRB6002AndIsNotEstimable()
    {
        var bag = new DiagnosticBag();
        var edition = Run(Participants.Make(600, change: (_, row) => row["t_realkompetanse"] = row["maaloppnaaelse"]), bag);
        AssertNotEstimable(edition, bag, ToolTexts.Get("fit.separated"));
        // One scheme against the other is still a fit of its own.
        Assert.Equal(QuantityStatus.Estimated, edition["oddsrate.ordning.ujustert"].Status);
    }

    [Fact]
    public void Run_MeasureThatIsACopyOfAnother_WarnsRB6003AndOnlyThatIsNotEstimable()
    {
        var bag = new DiagnosticBag();
        var edition = Run(Participants.Make(700, change: (_, row) => row["t_fag_vgo"] = row["t_grunnskolefag"]), bag);
        var diagnostic = Assert.Single(bag.Sorted());
        Assert.Equal(("RB6003", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal(["tiltak.fag_vgo", ToolTexts.Get("model.individ")], diagnostic.Arguments);
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.individ.tiltak.fag_vgo.oddsrate"].Status);
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.individ.vif.tiltak.fag_vgo"].Status);
        Assert.Equal(QuantityStatus.Estimated, edition["modell.individ.tiltak.grunnskolefag.oddsrate"].Status);
    }

    [Fact]
    public void Run_RegionWithoutParticipants_WarnsRB6003ForIt()
    {
        var bag = new DiagnosticBag();
        var edition = Run(
            Participants.Make(
                700,
                change: (_, row) => row["landbakgrunn"] = row["landbakgrunn"] == "statslos" ? "europa" : row["landbakgrunn"]
            ),
            bag
        );
        Assert.Equal("landbakgrunn.statslos", Assert.Single(bag.Sorted()).Arguments[0]);
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.individ.landbakgrunn.statslos.oddsrate"].Status);
        Assert.Equal(7.0, edition["modell.individ.vif.landbakgrunn.df"].Value);
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Run_UnderAnyCulture_GivesTheSameQuantities(string culture) =>
        Assert.Equal(Edition.ToQuantities(), Cultures.Under(culture, () => Run(People, new DiagnosticBag())).ToQuantities());

    private static void AssertNotEstimable(EditionBuilder edition, DiagnosticBag bag, string cause)
    {
        var diagnostic = Assert.Single(bag.Sorted());
        Assert.Equal(("RB6002", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal([ToolTexts.Get("model.individ"), cause], diagnostic.Arguments);
        Assert.All(
            edition.ToQuantities().Values.Where(q => q.Id.Value.StartsWith("modell.individ.", StringComparison.Ordinal)),
            q => Assert.True(q.Status == QuantityStatus.NotEstimable || q.Unit == Unit.Count, q.Id.Value)
        );
        Assert.Equal(Edition.ToQuantities().Keys, edition.ToQuantities().Keys);
    }

    private static EditionBuilder Run(Participants people, DiagnosticBag bag)
    {
        var edition = new EditionBuilder();
        var fits = new ModelFits(people.Data, new ModelRows(people.Data, Sample.Complete(people.Data).Rows));
        IndividualModelStage.Run(ReportModel.Individual, fits, edition, bag);
        IndividualModelStage.AddUnadjusted(people.Data, fits, edition);
        return edition;
    }
}
