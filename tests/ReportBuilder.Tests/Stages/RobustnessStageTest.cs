using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class RobustnessStageTest
{
    private static readonly Participants People = Participants.Make(1200, change: GivePlace);
    private static readonly EditionBuilder Edition = Run(People);

    [Fact]
    public void Run_EveryEstimatorWithGroups_HasADifferenceWithItsInterval()
    {
        // These two need facts on municipalities and projects, which invented participants may lack.
        string[] needFacts = ["kommune", "prosjekt"];
        foreach (var estimator in RobustnessStage.Estimators.SelectMany(g => g.Estimators).Except(needFacts, StringComparer.Ordinal))
        {
            var difference = Edition[$"robusthet.ordning.{estimator}.forskjell"];
            Assert.True(difference.HasValue, estimator);
            Assert.InRange(difference.Value!.Value, difference.Interval!.Value.Low, difference.Interval.Value.High);
        }
    }

    [Fact]
    public void Run_PooledDifference_IsThatOfTheIndividualModel()
    {
        Assert.Equal(
            Edition["modell.individ.ordning.forskjell_sannsynlighet"].Value!.Value,
            Edition["robusthet.ordning.individ.forskjell"].Value!.Value,
            1e-9
        );
        Assert.Equal(Edition["robusthet.ordning.individ.forskjell"].Value, Edition["robusthet.ordning.klynge.forskjell"].Value);
        Assert.NotEqual(Edition["robusthet.ordning.individ.forskjell"].Interval, Edition["robusthet.ordning.klynge.forskjell"].Interval);
    }

    [Fact]
    public void Run_FullModels_ConvergeWithACertificate()
    {
        foreach (var model in new[] { "alle_kommune", "tre_nivaa" })
        {
            Assert.Equal(3, Edition[$"modell.{model}.sertifikat.starter"].Value);
            Assert.True(Edition[$"modell.{model}.sertifikat.minste_egenverdi"].Value > 0);
            Assert.Equal(0, Edition[$"modell.{model}.sertifikat.gradient"].Value!.Value, 5);
        }

        Assert.True(Edition["modell.tre_nivaa.loglikelihood"].Value >= Edition["modell.alle_kommune.loglikelihood"].Value - 1e-6);
    }

    [Fact]
    public void Run_Matching_PairsAndThoseWithoutAreAllTreated()
    {
        foreach (var (token, _) in MatchingStage.Matchings)
        {
            var (pairs, without) = (Edition[$"matching.{token}.par"], Edition[$"matching.{token}.uten_par"]);
            if (pairs.Status == QuantityStatus.Suppressed)
            {
                Assert.Equal(QuantityStatus.Suppressed, without.Status);
            }
            else
            {
                Assert.Equal(Edition["matching.deltakere"].Value, pairs.Value + without.Value);
            }
        }
    }

    [Fact]
    public void Run_Within_MunicipalitiesWithBothSchemesAreNotMoreThanAll() =>
        Assert.InRange(Edition["innen_kommune.kommuner"].Value!.Value, 1, Edition["innen_kommune.kommuner_i_alt"].Value!.Value);

    [Fact]
    public void Run_CollinearMeasures_LeavingBothOutCostsAtLeastAsMuchAsOne()
    {
        double Of(string token) => Edition[$"forutsetning.kollinearitet.{token}.lr"].Value!.Value;
        Assert.True(Of("begge") >= Math.Max(Of("grunnskolefag"), Of("fag_vgo")) - 1e-9);
        Assert.Equal(2, Edition["forutsetning.kollinearitet.begge.df"].Value);
    }

    [Fact]
    public void Run_OnePlaceOnly_IsToldAndNotThrown()
    {
        var edition = Run(
            Participants.Make(
                400,
                change: (_, row) =>
                {
                    row["kommune"] = "0301";
                    row["prosjekt"] = "0301-I";
                }
            )
        );

        Assert.Equal(QuantityStatus.NotEstimable, edition["robusthet.ordning.alle_kommune.forskjell"].Status);
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.tre_nivaa.kommune.varians"].Status);
        Assert.True(edition["robusthet.ordning.individ.forskjell"].HasValue);
    }

    private static EditionBuilder Run(Participants people)
    {
        var edition = new EditionBuilder();
        var rows = new ModelRows(people.Data, Sample.Complete(people.Data).Rows);
        var fits = new ModelFits(people.Data, rows);
        IndividualModelStage.Run(ReportModel.Individual, fits, edition, new DiagnosticBag());
        var robustness = new RobustnessFits(people.Data, DataFolder.Municipalities, rows, fits);
        RobustnessStage.Run(robustness, edition);
        FullModelStage.Run(robustness, edition);
        MatchingStage.Run(robustness, edition, 5);
        SelectionStage.Run(robustness, edition, 5);
        AssumptionStage.Run(robustness, edition, 5);
        return edition;
    }

    /// <summary>Twenty municipalities, half of them with Jobbsjansen, and results that differ between them.</summary>
    private static void GivePlace(int number, Dictionary<string, string?> row)
    {
        var place = number % 20;
        row["kommune"] = (301 + place).ToString("0000", CultureInfo.InvariantCulture);
        if (place % 2 == 0)
        {
            row["ordning"] = "introduksjonsprogrammet";
        }

        row["prosjekt"] = $"p{place}{(row["ordning"] == "jobbsjansen" ? "j" : "i")}";
        row["maaloppnaaelse"] = (number * 31 % 10) < place % 5 ? "ja" : row["maaloppnaaelse"];
    }
}
