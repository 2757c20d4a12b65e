using System.Globalization;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class NorwegianScaleTest
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("2.4", 2)]
    [InlineData("2.5", 3)]
    [InlineData("4", 4)]
    public void LevelAt_ScaleFromNought_IsTheNearest(string value, int expected) =>
        Assert.Equal(expected, NorwegianScale.Of(People(value, "4")).LevelAt(0));

    [Theory]
    [InlineData("1", 0)]
    [InlineData("3.5", 3)]
    [InlineData("5", 4)]
    public void LevelAt_ScaleFromOne_IsOneLower(string value, int expected) =>
        Assert.Equal(expected, NorwegianScale.Of(People(value, "4.5")).LevelAt(0));

    [Theory]
    [InlineData("4", 3)]
    [InlineData("5", 4)]
    public void NumberOf_Level_IsThatOfTheDataset(string highest, double expected) =>
        Assert.Equal(expected, NorwegianScale.Of(People("1", highest)).NumberOf("b1"));

    [Fact]
    public void Run_SamePeopleOnBothScales_HaveTheSameShares()
    {
        var (nought, one) = (Describe(0), Describe(1));

        string[] ids = [.. nought.Keys.Where(id => id.Contains("norsknivaa", StringComparison.Ordinal))];
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Equal(nought[id], one[id]));
    }

    private static Dictionary<string, Quantity> Describe(double raise)
    {
        var people = Participants.Make(
            change: (_, row) =>
                row["norsknivaa"] = row["norsknivaa"] is { } text
                    ? (double.Parse(text, CultureInfo.InvariantCulture) + raise).ToString(CultureInfo.InvariantCulture)
                    : null
        );
        var edition = new EditionBuilder();
        DescriptiveStage.Run(people.Data, Sample.Complete(people.Data), new BreakdownQuantities(edition, 5), edition, 5);
        return new Dictionary<string, Quantity>(edition.ToQuantities(), StringComparer.Ordinal);
    }

    private static ReportBuilder.Datasets.Dataset People(string first, string second) =>
        Participants.Make(2, change: (i, row) => row["norsknivaa"] = i == 0 ? first : second).Data;
}
