using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class StageColumnsTest
{
    [Fact]
    public void Check_SchemaOfTheRepository_HasAllColumns()
    {
        var bag = new DiagnosticBag();
        StageColumns.Check(Participants.Schema, "skjema.csv", bag);
        Assert.Empty(bag.Sorted());
    }

    [Fact]
    public void Check_ColumnsLeftOutOrRenamed_AreRB6001WithTheNearest()
    {
        var columns = Participants
            .Schema.Columns.Where(c => c.Name != "t_annet_norsk")
            .Select(c => c.Name == "botid" ? c with { Name = "botida" } : c);
        var bag = new DiagnosticBag();
        StageColumns.Check(new DatasetSchema([.. columns]), "skjema.csv", bag);
        Assert.All(bag.Sorted(), d => Assert.Equal(("RB6001", "skjema.csv"), (d.Code, d.Place!.Value.File)));
        Assert.Equal(["botid", "t_annet_norsk"], bag.Sorted().Select(d => d.Arguments[0]).Order(StringComparer.Ordinal));
        Assert.Equal("botida", bag.Sorted().Single(d => d.Arguments[0] == "botid").Nearest);
    }

    [Fact]
    public void Check_OtherKindsCategoriesAndYears_AreNamed()
    {
        var columns = Participants.Schema.Columns.Select(c =>
            c.Name switch
            {
                "alder" => c with { Kind = ValueKind.Text },
                "t_amo_kurs" => c with { Levels = [new CodeLevel("0", "nei"), new CodeLevel("1", "jaa")] },
                "aar" => c with { Max = 2021 },
                _ => c,
            }
        );
        var bag = new DiagnosticBag();
        StageColumns.Check(new DatasetSchema([.. columns]), "skjema.csv", bag);

        Assert.Equal(["RB6004", "RB6005", "RB6006"], bag.Sorted().Select(d => d.Code));
        Assert.Equal("jaa", bag.Sorted()[1].Nearest);
        Assert.Equal(("2017–2021", "2017–2020"), (bag.Sorted()[2].Found, bag.Sorted()[2].Expected));
    }

    [Fact]
    public void DescriptiveVariables_Tokens_AreThoseOfTheSchema()
    {
        foreach (
            var variable in new[]
            {
                DescriptiveVariables.Sex,
                DescriptiveVariables.Absence,
                DescriptiveVariables.Education,
                DescriptiveVariables.Region,
            }
        )
        {
            Assert.Equal(
                Participants.Schema.Find(variable.Token)!.Levels.Select(l => l.Token).Order(StringComparer.Ordinal),
                variable.Categories.Order(StringComparer.Ordinal)
            );
        }

        var years = Participants.Schema.Find(StageColumns.Year)!;
        Assert.Equal(
            Enumerable.Range((int)years.Min!, (int)(years.Max! - years.Min!) + 1),
            DescriptiveVariables.Years.Categories.Select(int.Parse)
        );
    }
}
