using System.Globalization;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Outliers;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Outliers;

public class OutlierSearchTest
{
    [Fact]
    public void Find_ALevelFarFromAllEarlier_IsFlagged() => Assert.Equal([DifferenceFlag.OutlierLevel], Flags(50, 10, 12, 11, 13));

    [Fact]
    public void Find_AStepUnlikeAllEarlierSteps_IsFlaggedThoughTheLevelIsNot() =>
        Assert.Equal([DifferenceFlag.OutlierChange], Flags(12, 10, 12, 14, 16, 18));

    [Fact]
    public void Find_AnOrdinaryNumber_IsNot() => Assert.Empty(Flags(13, 10, 12, 11, 13, 12));

    [Fact]
    public void Find_TooFewEditions_FlagsNothing() => Assert.Empty(Flags(500, 10, 12, 11));

    [Fact]
    public void Find_FewerEditionsAskedFor_Flags() =>
        Assert.Equal(
            [DifferenceFlag.OutlierLevel],
            Flags(Number(500), [Number(10), Number(12), Number(11)], new ComparisonSettings { FewestEditions = 3 })
        );

    [Fact]
    public void Find_EditionsWithoutTheNumber_DoNotCount() =>
        Assert.Empty(Flags(Number(500), [Number(10), null, Number(12), Number(11)], ComparisonSettings.Default));

    [Fact]
    public void Find_EditionsInAnotherUnit_DoNotCount() =>
        Assert.Empty(
            Flags(Number(500), [Number(10), Quantity.Of("a", 0.1, Unit.Share, 0), Number(12), Number(11)], ComparisonSettings.Default)
        );

    [Fact]
    public void Find_RoundedNumbers_AllowForTheirRounding()
    {
        Quantity?[] past = [Rounded(0.57), Rounded(0.57), Rounded(0.57), Rounded(0.57)];
        Assert.Empty(Flags(Quantity.Of("a", 0.5735, Unit.Share, 1), past, ComparisonSettings.Default));
        Assert.NotEmpty(Flags(Quantity.Of("a", 0.5935, Unit.Share, 1), past, ComparisonSettings.Default));
    }

    [Fact]
    public void Find_TheOlderEditionInTheHistoryToo_CountsItOnce()
    {
        var editions = Editions([Number(10), Number(12), Number(11)]);
        Assert.Empty(OutlierSearch.Find(editions[^1], EditionOf(Number(500), "ny"), editions, ComparisonSettings.Default));
    }

    [Fact]
    public void Find_TheAccountOfRevisions_IsNotTried()
    {
        var editions = Editions([.. Enumerable.Repeat(Quantity.Of("revisjon.antall", 1, Unit.Count, 0), 5)]);
        var newer = EditionOf(Quantity.Of("revisjon.antall", 90, Unit.Count, 0), "ny");
        Assert.Empty(OutlierSearch.Find(editions[^1], newer, editions, ComparisonSettings.Default));
    }

    [Fact]
    public void Compare_AnOutlierThatIsNoDifference_IsListedByItself()
    {
        var editions = Editions([Number(10), Number(12), Number(11), Number(10), Number(50)]);
        var result = EditionComparer.Compare(editions[^1], EditionOf(Number(50), "ny"), ComparisonSettings.Default, editions);
        Assert.Empty(result.Differences);
        var outlier = Assert.Single(result.Outliers);
        Assert.Equal(("a", "50", "50"), (outlier.Key, outlier.Old, outlier.New));
        Assert.Contains(DifferenceFlag.OutlierLevel, outlier.Flags);
    }

    [Fact]
    public void Compare_AnOutlierThatIsADifference_CarriesTheFlagThere()
    {
        var editions = Editions([Number(10), Number(12), Number(11), Number(10)]);
        var result = EditionComparer.Compare(editions[^1], EditionOf(Number(50), "ny"), ComparisonSettings.Default, editions);
        Assert.Equal([DifferenceFlag.OutlierLevel], Assert.Single(result.Differences).Flags);
        Assert.Empty(result.Outliers);
    }

    private static IEnumerable<DifferenceFlag> Flags(double now, params double[] past) =>
        Flags(Number(now), [.. past.Select(Number)], ComparisonSettings.Default);

    private static IEnumerable<DifferenceFlag> Flags(Quantity now, Quantity?[] past, ComparisonSettings settings)
    {
        var editions = Editions(past);
        return OutlierSearch.Find(editions[^1], EditionOf(now, "ny"), [.. editions.SkipLast(1)], settings).GetValueOrDefault("a", []);
    }

    private static List<Edition> Editions(Quantity?[] past) =>
        [.. past.Select((q, i) => EditionOf(q, i.ToString(CultureInfo.InvariantCulture)))];

    private static Edition EditionOf(Quantity? quantity, string name) =>
        ExampleEdition.Of(quantity is null ? [] : [quantity]) with
        {
            Origin = ExampleEdition.Origin(name),
        };

    private static Quantity Number(double value) => Quantity.Of("a", value, Unit.Count, 0);

    private static Quantity Rounded(double value) => Quantity.Rounded("a", value, Unit.Share, 0);
}
