using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;
using ReportBuilder.Labels;
using ReportBuilder.Stages;
using ReportBuilder.Tables;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class ReadingStageTest
{
    private static readonly Participants People = Participants.Make(1200);

    [Fact]
    public void Run_OtherAbsence_CountsTheChangedAndFitsTheModelAgain()
    {
        // The other reading: every second participant with low absence has high absence.
        var other = Participants.Make(1200, change: (i, row) => row["fravaer"] = i % 2 == 0 ? "hoyt" : row["fravaer"]);
        var edition = Run([new AlternativeReading("A2", "trykt", other.Data.Column("fravaer"))], out var comparisons);

        Assert.Equal(["fravaer"], comparisons.Select(c => c.Variable));
        Assert.Equal(
            People.Rows.Zip(other.Rows).Count(p => p.First["ordning"] == "jobbsjansen" && p.First["fravaer"] != p.Second["fravaer"]),
            edition["lesning.a2.trykt.endret.jobbsjansen"].Value
        );
        Assert.True(edition["lesning.a2.trykt.variabel.koeffisient"].HasValue);
        Assert.NotEqual(edition["modell.individ.fravaer.koeffisient"].Value, edition["lesning.a2.trykt.variabel.koeffisient"].Value);
        Assert.Equal(edition["lesning.a2.trykt.ordning.oddsrate"].Value, edition["lesning.ordning.lavest"].Value);
    }

    [Fact]
    public void Run_SameValues_SameModelAndNoneChanged()
    {
        var edition = Run([new AlternativeReading("A2", "trykt", People.Data.Column("fravaer"))], out _);

        Assert.Equal(QuantityStatus.Nil, edition["lesning.a2.trykt.endret.jobbsjansen"].Status);
        Assert.Equal(
            edition["modell.individ.ordning.koeffisient"].Value!.Value,
            edition["lesning.a2.trykt.ordning.koeffisient"].Value!.Value,
            9
        );
        Assert.Equal(
            edition["modell.individ.fravaer.koeffisient"].Value!.Value,
            edition["lesning.a2.trykt.variabel.koeffisient"].Value!.Value,
            9
        );
    }

    [Fact]
    public void Table_Outcome_HasNoCoefficientOfItsOwn()
    {
        var edition = Run(
            [
                new AlternativeReading("A1", "trykt", People.Data.Column("maaloppnaaelse")),
                new AlternativeReading("A2", "trykt", People.Data.Column("fravaer")),
            ],
            out var comparisons
        );
        var labels = LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", new DiagnosticBag());
        var rows = ReadingTable.Build(comparisons, edition, labels).Single().Rows.Where(r => r.Kind == RowKind.Data).ToList();

        Assert.Equal([true, true, false, false], rows.Select(r => TableCellText.Of(r.Cells[^1]).Length == 0));
        Assert.All(rows, r => Assert.NotEmpty(TableCellText.Of(r.Cells[^2])));
    }

    [Fact]
    public void Run_ColumnOutsideTheModel_IsNotCompared()
    {
        Run([new AlternativeReading("A7", "bosatt", People.Data.Column("overgang"))], out var comparisons);

        Assert.Empty(comparisons);
    }

    private static EditionBuilder Run(IReadOnlyList<AlternativeReading> alternatives, out IReadOnlyList<ReadingComparison> comparisons)
    {
        var edition = new EditionBuilder();
        var fits = new ModelFits(People.Data, new ModelRows(People.Data, Sample.Complete(People.Data).Rows));
        IndividualModelStage.Run(ReportModel.Individual, fits, edition, new DiagnosticBag());
        comparisons = ReadingStage.Run(People.Data, Sample.All(People.Data), alternatives, edition, 5);
        return edition;
    }
}
