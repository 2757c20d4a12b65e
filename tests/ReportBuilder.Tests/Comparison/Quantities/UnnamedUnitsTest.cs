using System.Globalization;
using ReportBuilder.Comparison;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Quantities;

public class UnnamedUnitsTest
{
    private const string Group = "bidrag.prosjekt.introduksjonsprogrammet";
    private static readonly int[] Sizes = [40, 55, 31, 120, 64, 88];

    [Fact]
    public void Compare_UnitsNumberedAnew_IsOneDifferenceForAll()
    {
        // The same projects in another order, since the model expects something else of them.
        var result = Compare(Projects(Sizes, 0.5), Projects([.. Enumerable.Reverse(Sizes)], 0.6));

        var difference = Assert.Single(result.Differences);
        Assert.Equal((Group, DifferenceSubject.Fact, DifferenceKind.Changed), (difference.Key, difference.Subject, difference.Kind));
        Assert.StartsWith("6 sha256:", difference.New, StringComparison.Ordinal);
        Assert.Equal(["fig-bidrag"], difference.ShownIn);
        Assert.Equal((12, 1, 0), (result.Unmatched, result.Unchanged, result.WithinTolerance.Count));
    }

    [Fact]
    public void Compare_AnotherCloudUnderNewNumbers_IsAnotherDifference()
    {
        var older = Projects(Sizes, 0.5);
        int[] reversed = [.. Enumerable.Reverse(Sizes)];

        var first = Compare(older, Projects(reversed, 0.6)).Differences.Single();
        var second = Compare(older, Projects(reversed, 0.61)).Differences.Single();

        Assert.Equal(first.Old, second.Old);
        Assert.NotEqual(first.New, second.New);
    }

    [Fact]
    public void Compare_SameNumbersOfSameUnits_AreComparedOneByOne()
    {
        var result = Compare(Projects(Sizes, 0.5), Projects(Sizes, 0.6));

        Assert.Equal(6, result.Differences.Count(d => d.Key.EndsWith(".faktisk", StringComparison.Ordinal)));
        Assert.Equal((6, 0), (result.Differences.Count, result.Unmatched));
    }

    [Fact]
    public void Compare_OneUnitOfAnotherSize_IsThatDifference()
    {
        int[] other = [40, 55, 31, 102, 64, 88];

        // Its share follows its size here.
        Assert.Equal(
            [Group + ".004.deltakere", Group + ".004.faktisk"],
            Compare(Projects(Sizes, 0.5), Projects(other, 0.5)).Differences.Select(d => d.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Compare_HistoryOfARunningNumber_MakesNoOutlier()
    {
        List<Edition> history = [.. Enumerable.Range(0, 6).Select(i => Named(Projects(Sizes, 0.5 + (0.001 * i)), i))];
        var result = EditionComparer.Compare(history[^1], Projects(Sizes, 0.9), ComparisonSettings.Default, history);

        Assert.All(result.Differences, d => Assert.DoesNotContain(DifferenceFlag.OutlierLevel, d.Flags));
        Assert.Equal(6, result.Differences.Count);
    }

    private static Edition Named(Edition edition, int number) =>
        edition with
        {
            Origin = ExampleEdition.Origin(string.Create(CultureInfo.InvariantCulture, $"{number}")),
        };

    private static ComparisonResult Compare(Edition older, Edition newer) =>
        EditionComparer.Compare(older, newer, ComparisonSettings.Default, []);

    private static Edition Projects(int[] sizes, double actual)
    {
        string[] names = [.. Enumerable.Range(1, sizes.Length).Select(n => $"{Group}.{n.ToString("000", CultureInfo.InvariantCulture)}")];
        var series = ExampleEdition.Series("a", [.. names.Select(n => n + ".faktisk")]);
        return ExampleEdition.Of([
            Quantity.Of("deltakere.alle", 900, Unit.Count, 0),
            .. names.Zip(sizes, (n, size) => Quantity.Of(n + ".deltakere", size, Unit.Count, 0)),
            .. names.Zip(sizes, (n, size) => Quantity.Of(n + ".faktisk", actual + (size / 1000.0), Unit.Share, 0)),
        ]) with
        {
            Figures = [new FigureContent("fig-bidrag", "scatter", [], [], [series])],
        };
    }
}
