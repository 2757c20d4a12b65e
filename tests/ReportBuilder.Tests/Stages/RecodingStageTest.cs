using ReportBuilder.Diagnostics;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;
using ReportBuilder.Labels;
using ReportBuilder.Stages;
using ReportBuilder.Tables;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class RecodingStageTest
{
    [Fact]
    public void Hidden_CellInTwoSets_IsProtectedInBoth()
    {
        var hidden = OverlappingCompositions.Hidden(
            [2, 10, 30, 12, 40],
            [
                [0, 1, 2],
                [1, 3, 4],
            ],
            5
        );

        Assert.Equal([true, true, false, true, false], hidden);
    }

    [Fact]
    public void Run_SmallCategory_HidesItAndItsNeighbour()
    {
        var people = Participants.Make(400);
        RuleCount[] rules =
        [
            Rule(9, "kjonn", "K", 390),
            Rule(9, "kjonn", "M", 7),
            Rule(9, "kjonn", "(tom)", 3),
            Rule(10, "t_amo_kurs", "", 30),
        ];
        var edition = new EditionBuilder();
        var bag = new DiagnosticBag();

        var tables = RecodingTableCatalogue.Build(
            RecodingStage.Run(new HarmonisedData(people.Data, rules, [], [], []), edition, 5),
            edition,
            LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", bag)
        );

        Assert.Equal(390, edition["omkoding.individ.nir.kjonn.k.kjonn.antall"].Value);
        Assert.Equal(QuantityStatus.Suppressed, edition["omkoding.individ.nir.kjonn.m.kjonn.antall"].Status);
        Assert.Equal(QuantityStatus.Suppressed, edition["omkoding.individ.nir.kjonn.tom.kjonn.antall"].Status);
        Assert.Contains(tables, t => t.Id == "tbl-omkoding-norsk");
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
    }

    private static RuleCount Rule(int table, string target, string category, int records) =>
        new(
            new RecodingRule
            {
                Place = new SourcePlace("x.csv", records),
                Table = table,
                Row = 1,
                Concept = "Begrep",
                Register = "nir",
                Variables = [target],
                Category = category,
                Label = "Etikett",
                Kind = "kode",
                Target = target,
                Value = "1",
                FromYear = null,
                ToYear = null,
                Reading = "",
                Ambiguity = "",
                Decision = "",
                Remark = "",
            },
            records
        );
}
