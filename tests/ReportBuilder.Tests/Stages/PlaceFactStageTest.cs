using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;
using ReportBuilder.Tables;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class PlaceFactStageTest
{
    /// <summary>Who finished where: municipality, year, those of introduksjonsprogrammet, those of Jobbsjansen, inhabitants, and wages a participant in each.</summary>
    private static readonly (
        string Code,
        string Year,
        int Introduction,
        int Jobbsjansen,
        int Inhabitants,
        int Wage,
        int JobWage
    )[] Places =
    [
        ("0301", "2018", 12, 10, 100_000, 40, 50),
        ("1101", "2018", 10, 0, 30_000, 30, 0),
        ("1103", "2019", 9, 0, 50_000, 99, 0),
        ("1106", "2019", 5, 11, 20_000, 35, 60),
    ];

    private static readonly EditionBuilder Edition = Run((_, _) => { });

    [Fact]
    public void Run_Municipalities_AreThoseWithTenOrMoreCountedOnceForEachScheme()
    {
        // 0301 twice, 1101 once, 1106 twice; 1103 has nine.
        Assert.Equal(5, Edition["kommunedata.antall.introduksjonsprogrammet"].Value);
        Assert.Equal(2, Edition["kommunedata.antall.jobbsjansen"].Value);
        // 20, 20, 30, 100 and 100 thousand; 20 and 100.
        Assert.Equal(30_000, Edition["kommunedata.folketall.introduksjonsprogrammet"].Value);
        Assert.Equal(60_000, Edition["kommunedata.folketall.jobbsjansen"].Value);
        // What the dataset has in per cent is a share: 1, 1, 3, 10 and 10.
        Assert.Equal(0.03, Edition["kommunedata.ufore.introduksjonsprogrammet"].Value!.Value, 12);
        Assert.Equal(QuantityStatus.Missing, Edition["kommunedata.sysselsatte.jobbsjansen"].Status);
    }

    [Theory]
    [InlineData("2017", 0, 0)]
    [InlineData("2018", 2, 1)]
    [InlineData("2019", 1, 1)]
    [InlineData("2020", 0, 0)]
    public void Run_Years_CountMunicipalitiesAndThoseWithBoth(string year, int all, int both)
    {
        Assert.Equal(all, Edition[$"kommunedata.kommuner.{year}"].Value);
        Assert.Equal(both, Edition[$"kommunedata.med_begge.{year}"].Value);
        Assert.Equal(0.5, Edition["kommunedata.med_begge.snitt"].Value);
    }

    [Fact]
    public void Run_Projects_AreThoseOfTheProjectModel()
    {
        // Of introduksjonsprogrammet 12 and 10 finished at 40 and 30 thousand each; the five in 1106 are too few.
        Assert.Equal(2, Edition["prosjektdata.antall.introduksjonsprogrammet"].Value);
        Assert.Equal(11, Edition["prosjektdata.deltakere.introduksjonsprogrammet"].Value);
        Assert.Equal(35, Edition["prosjektdata.lonn_per_deltaker.introduksjonsprogrammet"].Value);
        Assert.Equal(55, Edition["prosjektdata.lonn_per_deltaker.jobbsjansen"].Value);
        Assert.Equal(20, Edition["prosjektdata.lonn_per_deltaker.forskjell"].Value);
        Assert.Equal(20 / 35.0, Edition["prosjektdata.lonn_per_deltaker.forskjell_andel"].Value!.Value, 12);
        Assert.Equal(QuantityStatus.Rounded, Edition["prosjektdata.lonn_per_deltaker.jobbsjansen"].Status);
    }

    [Fact]
    public void Run_FewerPlacesThanTheThreshold_AreSuppressed()
    {
        var edition = Run((_, _) => { }, minimum: 2);
        Assert.Equal(QuantityStatus.Estimated, edition["kommunedata.folketall.introduksjonsprogrammet"].Status);
        Assert.Equal(QuantityStatus.Suppressed, edition["kommunedata.folketall.jobbsjansen"].Status);
        Assert.Equal(QuantityStatus.Suppressed, edition["prosjektdata.deltakere.jobbsjansen"].Status);
        Assert.Equal(QuantityStatus.Suppressed, edition["prosjektdata.lonn_per_deltaker.forskjell"].Status);
    }

    [Fact]
    public void Run_WagesOfOneSchemeAlone_AreOfNoUse()
    {
        var edition = Run((isJobbsjansen, row) => row["p_lonn_per_deltaker"] = isJobbsjansen ? row["p_lonn_per_deltaker"] : null);
        Assert.Equal(QuantityStatus.Nil, edition["prosjektdata.antall.jobbsjansen"].Status);
        Assert.Equal(QuantityStatus.Missing, edition["prosjektdata.lonn_per_deltaker.jobbsjansen"].Status);

        var tables = PlaceFactTables.Build(edition, Labels);
        Assert.Equal([false, true], tables.Select(t => t.IsNotice));
        Assert.Equal("tbl-prosjektdata", tables[1].Id);
        Assert.NotEmpty(Assert.IsType<TextCell>(Assert.Single(Assert.Single(tables[1].Rows).Cells)).Text);
    }

    [Fact]
    public void Build_Municipalities_HaveARowForEachFactThatIsKnownSomewhere()
    {
        var table = PlaceFactTables.Build(Edition, Labels)[0];
        Assert.Equal(
            ["tabell.fakta.antall", "tabell.fakta.folketall", "tabell.fakta.ufore"],
            table.Rows.Select(r => Assert.IsType<TextCell>(r.Cells[0]).Text).Select(KeyOf).Order(StringComparer.Ordinal)
        );
        Assert.Equal(QuantityId("kommunedata.folketall.introduksjonsprogrammet"), table.Rows[1].Cells[1].Quantities.Single().Id);
    }

    [Fact]
    public void LeftOut_DatasetWithoutFacts_NamesTheSettingsThatWouldGiveThem()
    {
        var people = Participants.Make(
            60,
            change: (_, row) => row["k_arbeidsmarked"] = row["p_lonn_per_deltaker"] = row["ordning"] == "jobbsjansen" ? "40" : null
        );
        var inputs = OptionalInputs.Of(people.Data);
        Assert.Equal((true, false, true), (inputs.HasMunicipalityFacts, inputs.HasIntroductionWages, inputs.HasJobbsjansenWages));
        Assert.False(inputs.Cover(ReportModel.Project));
        Assert.True(inputs.Cover(ReportModel.Municipality));
        var leftOut = inputs.LeftOut(hasRegisters: false, Labels);
        Assert.Equal(["data.registre.nir", "data.registre.kostra"], leftOut.Select(l => l.Name));
        Assert.All(leftOut, l => Assert.NotEmpty(l.Title));
    }

    private static LabelSet Labels { get; } =
        LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", new DiagnosticBag());

    private static string KeyOf(string text) =>
        Labels.Keys.First(k => k.StartsWith("tabell.fakta.", StringComparison.Ordinal) && Labels.Get(k) == text);

    private static QuantityId QuantityId(string id) => new(id);

    private static EditionBuilder Run(Action<bool, Dictionary<string, string?>> change, int minimum = 1)
    {
        var all = Places
            .SelectMany(p =>
                Enumerable.Repeat((Place: p, IsJobbsjansen: false), p.Introduction).Concat(Enumerable.Repeat((p, true), p.Jobbsjansen))
            )
            .ToList();
        var people = Participants.Make(
            all.Count,
            change: (i, row) =>
            {
                var ((code, year, _, _, inhabitants, wage, jobWage), isJobbsjansen) = all[i];
                row["ordning"] = isJobbsjansen ? "jobbsjansen" : "introduksjonsprogrammet";
                row["kommune"] = code;
                row["aar"] = year;
                row["prosjekt"] = (isJobbsjansen ? "j" : "i") + code;
                row["k_folketall"] = inhabitants.ToString(CultureInfo.InvariantCulture);
                row["k_ufore"] = (inhabitants / 10_000).ToString(CultureInfo.InvariantCulture);
                row["k_innvandrerandel"] = row["k_nettoinnflytting"] = row["k_arbeidsmarked"] = null;
                row["p_lonn_per_deltaker"] = (isJobbsjansen ? jobWage : wage).ToString(CultureInfo.InvariantCulture);
                // Everyone is complete, and so in the project model.
                (row["norsknivaa"], row["utdanningsnivaa"], row["alder"], row["t_amo_kurs"]) = ("2", "en_del", "30", "nei");
                change(isJobbsjansen, row);
            }
        );
        var edition = new EditionBuilder();
        PlaceFactStage.Run(people.Data, new ModelRows(people.Data, Sample.Complete(people.Data).Rows), edition, minimum);
        return edition;
    }
}
