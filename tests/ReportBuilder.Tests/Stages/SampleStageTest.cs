using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class SampleStageTest
{
    private static readonly string[] Groups = ["jobbsjansen", "introduksjonsprogrammet", "alle"];
    private static readonly Participants People = Participants.Make();
    private static readonly EditionBuilder Edition = Run(People);

    [Fact]
    public void Complete_Sample_IsTheRowsWithEveryColumnOfTheModel()
    {
        var complete = Sample.Complete(People.Data);
        var columns = People.Data.Columns.Where(c => StageColumns.OfIndividualModel.Contains(c.Declared.Name)).ToList();
        Assert.Equal(StageColumns.OfIndividualModel.Distinct(StringComparer.Ordinal).Count(), columns.Count);
        Assert.All(complete.Rows, row => Assert.DoesNotContain(columns, c => c.IsMissing(row)));
        Assert.Equal(People.With(StageColumns.OfIndividualModel).Count(), complete.Rows.Count);
        Assert.Equal(complete.Rows.Order(), complete.Rows);
        Assert.True(complete.Rows.Count < People.Rows.Count);
    }

    [Fact]
    public void Run_EachGroup_CountsFromGrossToNet()
    {
        foreach (var group in Groups)
        {
            Assert.Equal(
                Count($"deltakere.brutto.{group}"),
                Count($"deltakere.netto.{group}") + Count($"mangler.minst_ett.antall.{group}") + Count($"mangler.annet.antall.{group}")
            );
        }
    }

    [Fact]
    public void Run_EachCount_IsThatOfTheRows()
    {
        Assert.Equal(People.Rows.Count, Count("deltakere.brutto.alle"));
        Assert.Equal(People.Rows.Count(r => r["utdanningsnivaa"] is null), Count("mangler.utdanningsnivaa.antall.alle"));
        Assert.Equal(People.Rows.Count(r => r["norsknivaa"] is null), Count("mangler.norsknivaa.antall.alle"));
        Assert.Equal(
            People.Rows.Count(r => r["norsknivaa"] is null || r["utdanningsnivaa"] is null),
            Count("mangler.minst_ett.antall.alle")
        );
        Assert.Equal(People.Rows.Count(r => r["ordning"] == "jobbsjansen"), Count("deltakere.brutto.jobbsjansen"));
    }

    [Fact]
    public void Run_TwoSchemes_AddUpToAll()
    {
        foreach (var name in Edition.ToQuantities().Keys.Where(k => k.EndsWith(".alle", StringComparison.Ordinal)).Select(k => k[..^5]))
        {
            Assert.Equal(Count($"{name}.alle"), Count($"{name}.jobbsjansen") + Count($"{name}.introduksjonsprogrammet"));
        }
    }

    [Fact]
    public void Run_NobodyLacksAnything_IsNil()
    {
        var edition = Run(
            Participants.Make(
                50,
                change: (_, row) =>
                {
                    row["utdanningsnivaa"] ??= "en_del";
                    row["norsknivaa"] ??= "2";
                    row["alder"] ??= "30";
                    row["t_amo_kurs"] ??= "nei";
                }
            )
        );
        Assert.Equal(QuantityStatus.Nil, edition["mangler.minst_ett.antall.alle"].Status);
        Assert.Equal(QuantityStatus.Nil, edition["mangler.annet.antall.alle"].Status);
        Assert.Equal(50.0, edition["deltakere.netto.alle"].Value);
    }

    private static double Count(string id) => Edition[id].Value!.Value;

    private static EditionBuilder Run(Participants people)
    {
        var edition = new EditionBuilder();
        SampleStage.Run(people.Data, Sample.All(people.Data), Sample.Complete(people.Data), edition);
        return edition;
    }
}
