using ReportBuilder.Diagnostics;
using ReportBuilder.Disclosure;
using ReportBuilder.Documents;
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
        SampleStage.Run(people.Data, Sample.All(people.Data), Sample.Complete(people.Data), edition);

        var tables = RecodingTableCatalogue.Build(
            RecodingStage.Run(HarmonisedExamples.Of(people, rules), edition, 5),
            edition,
            LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", bag)
        );

        Assert.Equal(390, edition["omkoding.individ.nir.kjonn.k.kjonn.antall"].Value);
        Assert.Equal(QuantityStatus.Suppressed, edition["omkoding.individ.nir.kjonn.m.kjonn.antall"].Status);
        Assert.Equal(QuantityStatus.Suppressed, edition["omkoding.individ.nir.kjonn.tom.kjonn.antall"].Status);
        Assert.Contains(tables, t => t.Id == "tbl-omkoding-norsk");
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
    }

    [Fact]
    public void Build_Line_SaysCodeInWordsZeroInFiguresAndRemark()
    {
        var people = Participants.Make(400);
        RuleCount[] rules = [Rule(9, "kjonn", "K", 400, "0", "Merk dette."), Rule(9, "kjonn", "(tom)", 0, ".")];
        var edition = new EditionBuilder();
        var bag = new DiagnosticBag();
        var all = Sample.All(people.Data);
        SampleStage.Run(people.Data, all, Sample.Complete(people.Data), edition);

        var tables = RecodingTableCatalogue.Build(
            RecodingStage.Run(HarmonisedExamples.Of(people, rules), edition, 5),
            edition,
            LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", bag)
        );

        var table = tables.Single(t => t.Id == "tbl-omkoding-individ");
        Assert.Equal(
            ["Begrep", "Etikett (A4)|NIR: kjonn|0 = kvinne|400", "Etikett (A4)||. = mangler|0"],
            table.Rows.Select(r => string.Join('|', r.Cells.Select(TableCellText.Of)))
        );
        Assert.Equal("Begrep: Merk dette.", table.Notes[^1]);
        Assert.Equal(
            ["A4", "Begrep: Grunnen."],
            tables.Single(t => t.Id == "tbl-omkoding-avgjorelser").Rows.Single().Cells.Select(TableCellText.Of)
        );
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
    }

    private static RuleCount Rule(int table, string target, string category, int records, string value = "1", string remark = "") =>
        HarmonisedExamples.Rule(table, target, category, records, value, remark);
}
