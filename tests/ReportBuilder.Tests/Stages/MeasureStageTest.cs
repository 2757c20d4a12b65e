using System.Globalization;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class MeasureStageTest
{
    private static readonly Participants People = Participants.Make(1500);
    private static readonly EditionBuilder Edition = StageRun.Of(People).Edition;

    private static readonly List<Dictionary<string, string?>> Net = [.. People.With(StageColumns.OfIndividualModel)];

    [Theory]
    [InlineData("jobbsjansen")]
    [InlineData("introduksjonsprogrammet")]
    public void Run_Shares_AreThoseOfTheRows(string scheme)
    {
        var rows = Net.Where(r => r["ordning"] == scheme).ToList();
        var group = rows.Where(r => r["utdanningsnivaa"] == "en_del").ToList();
        Check(
            $"tiltaksbruk.praksis_ordinaer.utdanningsnivaa.en_del.{scheme}",
            group.Count(r => r["t_praksis_ordinaer"] == "ja"),
            group.Count
        );
        var without = rows.Where(r => r["t_norskopplaering"] == "nei").ToList();
        Check($"maaloppnaaelse.tiltak.norskopplaering.nei.{scheme}", without.Count(r => r["maaloppnaaelse"] == "ja"), without.Count);
        Assert.Equal(
            rows.Average(r => double.Parse(r["norsknivaa"]!, CultureInfo.InvariantCulture)),
            Edition[$"gjennomsnitt.norsknivaa.{scheme}"].Value!.Value,
            1e-9
        );
        Assert.Equal(
            rows.Average(r => TypicalParticipant.MeasureTerms.Count(t => r[t.Column] == "ja")),
            Edition[$"gjennomsnitt.antall_tiltak.{scheme}"].Value!.Value,
            1e-9
        );
    }

    [Fact]
    public void Run_FewHadAMeasure_NeitherSideIsShown()
    {
        var had = 0;
        var people = Participants.Make(
            900,
            change: (_, row) => row["t_realkompetanse"] = row["ordning"] == "jobbsjansen" && had++ < 3 ? "ja" : "nei"
        );
        var edition = StageRun.Of(people).Edition;

        Assert.Equal(QuantityStatus.Suppressed, edition["maaloppnaaelse.tiltak.realkompetanse.ja.jobbsjansen"].Status);
        Assert.NotEqual(QuantityStatus.Estimated, edition["maaloppnaaelse.tiltak.realkompetanse.nei.jobbsjansen"].Status);
    }

    [Fact]
    public void Contrasts_AreOfTheSharesAsPublished()
    {
        double Value(string id) => Edition[id].Value!.Value;
        foreach (var year in DescriptiveVariables.Years.Categories)
        {
            Assert.Equal(
                Value($"overgang.i_alt.{year}.jobbsjansen") - Value($"overgang.i_alt.{year}.introduksjonsprogrammet"),
                Value($"forskjell.overgang.{year}"),
                1e-12
            );
            Assert.InRange(Value($"forskjell.overgang.{year}"), Value("forskjell.overgang.laveste"), Value("forskjell.overgang.hoyeste"));
        }

        Assert.Equal(
            Value("maaloppnaaelse.fravaer.lavt.jobbsjansen") - Value("maaloppnaaelse.fravaer.hoyt.jobbsjansen"),
            Value("forskjell_innen.fravaer.jobbsjansen"),
            1e-12
        );
    }

    [Fact]
    public void Contrasts_OfAHiddenShare_AreHidden()
    {
        var edition = new EditionBuilder();
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            foreach (var year in DescriptiveVariables.Years.Categories)
            {
                edition.Add(
                    year == "2018"
                        ? Quantity.Without($"overgang.i_alt.{year}.{scheme}", Unit.Share, 0, QuantityStatus.Suppressed)
                        : Quantity.Of($"overgang.i_alt.{year}.{scheme}", 0.5, Unit.Share, 0) with
                        {
                            Base = 100,
                        }
                );
            }

            foreach (var (variable, higher, lower) in ContrastStage.Within)
            {
                edition.Add(Quantity.Rounded($"maaloppnaaelse.{variable}.{higher}.{scheme}", 0.61, Unit.Share, 0) with { Base = 40 });
                edition.Add(Quantity.Of($"maaloppnaaelse.{variable}.{lower}.{scheme}", 0.5, Unit.Share, 0) with { Base = 40 });
            }
        }

        ContrastStage.Run(edition);

        Assert.Equal(QuantityStatus.Suppressed, edition["forskjell.overgang.2018"].Status);
        Assert.Equal(QuantityStatus.NotApplicable, edition["forskjell.overgang.laveste"].Status);
        var within = edition["forskjell_innen.kjonn.jobbsjansen"];
        Assert.Equal((QuantityStatus.Rounded, 0.11, null), (within.Status, within.Value!.Value, within.Interval));
    }

    private static void Check(string id, int with, int of)
    {
        Assert.True(with >= 5 && of - with >= 5, "The example must be large enough to be shown.");
        Assert.Equal((double)with / of, Edition[id].Value!.Value, 2);
        Assert.Equal(of, Edition[id].Base);
    }
}
