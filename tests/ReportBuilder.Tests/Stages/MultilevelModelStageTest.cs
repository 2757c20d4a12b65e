using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class MultilevelModelStageTest
{
    private static readonly Participants People = Participants.Make(900);
    private static readonly DiagnosticBag Bag = new();
    private static readonly EditionBuilder Edition = Run(People, Bag);

    public static TheoryData<string> Models { get; } = [.. Multilevel.Select(m => m.Token)];

    private static IEnumerable<ReportModel> Multilevel => ReportModel.All.Where(m => m.Grouping != ModelGrouping.None);

    [Fact]
    public void Run_OrdinaryData_FitsAllFourWithoutWarning()
    {
        Assert.Empty(Bag.Sorted());
        Assert.All(Edition.ToQuantities().Values, q => Assert.True(q.HasValue, q.Id.Value));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_EachTerm_HasItsFiveNumbersThatAgree(string token)
    {
        foreach (var coefficient in Model(token).Terms.SelectMany(ModelTermTexts.Coefficients).Append(ModelTermTexts.Constant))
        {
            double Of(string statistic) => Edition[$"modell.{token}.{coefficient.Token}.{statistic}"].Value!.Value;
            Assert.Equal(Math.Exp(Of("koeffisient")), Of("oddsrate"), 1e-12 * Of("oddsrate"));
            Assert.Equal(Of("oddsrate") - 1, Of("endring_odds"), 1e-12);
            var interval = Edition[$"modell.{token}.{coefficient.Token}.koeffisient"].Interval!.Value;
            Assert.Equal(Of("p") < 0.05, interval.Low > 0 || interval.High < 0);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_Summary_FollowsFromLikelihoodAndVariance(string token)
    {
        double Of(string statistic) => Edition[$"modell.{token}.{statistic}"].Value!.Value;
        var coefficients = 1 + Model(token).Terms.SelectMany(ModelTermTexts.Coefficients).Count();
        Assert.Equal(-2 * Of("loglikelihood") + 2 * (coefficients + 1), Of("aic"), 1e-9);
        Assert.Equal(Of("varians") / (Of("varians") + Math.PI * Math.PI / 3), Of("icc"), 1e-12);
        Assert.Equal(Math.Exp(Math.Sqrt(Of("varians"))), Of("standardavvik.oddsrate"), 1e-12);
        Assert.InRange(Of("mcfadden"), 0, 1);
        var odds = Of("konstantledd.oddsrate");
        Assert.Equal(odds / (1 + odds), Of("typisk.sannsynlighet"), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Run_Certificate_TellsOfAnOptimumFromSeveralStarts(string token)
    {
        Assert.InRange(Edition[$"modell.{token}.sertifikat.gradient"].Value!.Value, 0, 1e-5);
        Assert.True(Edition[$"modell.{token}.sertifikat.minste_egenverdi"].Value > 0);
        Assert.True(Edition[$"modell.{token}.sertifikat.starter"].Value > 1);
    }

    [Theory]
    [InlineData("kommune", "kommune", 6)]
    [InlineData("prosjekt", "prosjekt", 12)]
    public void Run_Rows_AreThoseInPlacesAndYearsWithTenOrMore(string token, string column, int groups)
    {
        var large = People
            .With(StageColumns.OfIndividualModel)
            .GroupBy(r => (r[column], r["aar"]))
            .Where(g => g.Count() >= ModelRows.FewestInModel)
            .ToList();
        Assert.Equal(large.Sum(g => g.Count()), Edition[$"modell.{token}.observasjoner"].Value);
        Assert.Equal(groups, Edition[$"modell.{token}.grupper"].Value);
        var women = large.SelectMany(g => g).Count(r => r["kjonn"] == "kvinne");
        Assert.Equal(women, Edition[$"modell.{token}_kvinner.observasjoner"].Value);
    }

    [Fact]
    public void Run_UnitOfAFact_DoesNotMatter()
    {
        // Per cent as per thousand: one standard deviation is still one.
        var edition = Run(Participants.Make(900, change: (_, row) => row["k_innvandrerandel"] += "0"), new DiagnosticBag());
        Assert.Equal(
            Edition["modell.kommune.k_innvandrerandel.koeffisient"].Value!.Value,
            edition["modell.kommune.k_innvandrerandel.koeffisient"].Value!.Value,
            1e-7
        );
        Assert.Equal(
            10 * Edition["modell.kommune.k_innvandrerandel.standardavvik"].Value!.Value,
            edition["modell.kommune.k_innvandrerandel.standardavvik"].Value!.Value,
            1e-9
        );
    }

    [Fact]
    public void Run_OneMunicipality_WarnsRB6002OfItsModelsOnly()
    {
        var bag = new DiagnosticBag();
        // With facts that vary, so that nothing but the grouping is amiss.
        var edition = Run(Participants.Make(900, change: (_, row) => row["kommune"] = "1101"), bag);
        Assert.All(bag.Sorted(), d => Assert.Equal(("RB6002", ToolTexts.Get("fit.oneGroup")), (d.Code, d.Arguments[1])));
        Assert.Equal(
            [ToolTexts.Get("model.kommune"), ToolTexts.Get("model.kommune_kvinner")],
            bag.Sorted().Select(d => d.Arguments[0]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.kommune.ordning.oddsrate"].Status);
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.kommune.icc"].Status);
        Assert.Equal(QuantityStatus.Estimated, edition["modell.prosjekt.ordning.oddsrate"].Status);
        Assert.Equal(Edition.ToQuantities().Keys, edition.ToQuantities().Keys);
    }

    [Fact]
    public void Run_DatasetWithoutFacts_IsNotEstimableWithoutWarning()
    {
        var bag = new DiagnosticBag();
        var edition = Run(
            Participants.Make(
                300,
                change: (_, row) =>
                {
                    row["k_innvandrerandel"] = row["k_nettoinnflytting"] = row["k_arbeidsmarked"] = null;
                    row["p_lonn_per_deltaker"] = null;
                }
            ),
            bag
        );
        Assert.Empty(bag.Sorted());
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.kommune.ordning.oddsrate"].Status);
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.prosjekt.mcfadden"].Status);
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Run_UnderAnyCulture_GivesTheSameQuantities(string culture) =>
        Assert.Equal(Edition.ToQuantities(), Cultures.Under(culture, () => Run(People, new DiagnosticBag())).ToQuantities());

    private static ReportModel Model(string token) => ReportModel.All.Single(m => m.Token == token);

    private static EditionBuilder Run(Participants people, DiagnosticBag bag)
    {
        var edition = new EditionBuilder();
        var fits = new ModelFits(people.Data, new ModelRows(people.Data, Sample.Complete(people.Data).Rows));
        foreach (var model in Multilevel)
        {
            MultilevelModelStage.Run(people.Data, model, fits, edition, bag);
        }

        return edition;
    }
}
