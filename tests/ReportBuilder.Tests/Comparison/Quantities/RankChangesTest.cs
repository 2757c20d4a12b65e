using System.Globalization;
using CsCheck;
using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Quantities;

public class RankChangesTest
{
    [Fact]
    public void Find_OneThatPassesTwo_NamesAllThree() => Assert.Equal(["n0", "n1", "n2"], Moved([1, 2, 3, 4], [3.5, 2, 3, 4]));

    [Fact]
    public void Find_AChangeThatPassesNobody_NamesNone() => Assert.Empty(Moved([1, 2, 3], [1.4, 2.4, 9]));

    [Theory]
    // Printed without decimals: 1.6 and 2.4 are both 2.
    [InlineData(1, 2, 2.4, 1.6)]
    [InlineData(2, 2, 3, 2)]
    public void Find_ATieMadeOrBroken_IsNoPassing(double a, double b, double newA, double newB) =>
        Assert.Empty(Moved([a, b], [newA, newB]));

    [Fact]
    public void Find_PValuesBelowWhatIsPrinted_AreATie()
    {
        var (older, newer) = (PValues(0.0004, 0.0007), PValues(0.0007, 0.0004));
        Assert.Empty(RankChanges.Find(older, newer, new HashSet<string>(["n0", "n1"], StringComparer.Ordinal)));
    }

    [Fact]
    public void Find_AnySeries_NamesWhoIsInATurnedPair() =>
        Property.Holds(
            Gen.Select(Gen.Double[0, 9], Gen.Double[0, 9]).Array[2, 12],
            pairs =>
            {
                double[] old = [.. pairs.Select(p => p.Item1)];
                double[] now = [.. pairs.Select(p => p.Item2)];
                var expected = Enumerable
                    .Range(0, old.Length)
                    .Where(i =>
                        Enumerable.Range(0, old.Length).Any(j => (Round(old[i]) - Round(old[j])) * (Round(now[i]) - Round(now[j])) < 0)
                    )
                    .Select(Name)
                    .Order(StringComparer.Ordinal);
                Assert.Equal(expected, Moved(old, now));
            },
            examples: 300
        );

    [Fact]
    public void Find_ColumnsOfATable_AreEachByThemselvesAndTotalsAreNoNeighbours()
    {
        var older = Edition([5, 1, 3, 9]);
        var newer = Edition([2, 1, 3, 2.5]) with
        {
            Tables =
            [
                new TableContent(
                    "tbl-a",
                    ["", ""],
                    [
                        ExampleEdition.Row(ExampleEdition.Cell("5", "n0"), ExampleEdition.Cell("1", "n1")),
                        ExampleEdition.Row(ExampleEdition.Cell("3", "n2"), ExampleEdition.Cell("9", "n3")),
                        new TableContentRow("summary", [ExampleEdition.Cell("9", "n3")]),
                    ]
                ),
            ],
        };
        Assert.Equal(["n0", "n2"], Find(older, newer));
    }

    [Fact]
    public void Find_DotsOfAScatter_CompareXWithXAndYWithY()
    {
        var older = Edition([1, 10, 2, 20]);
        var newer = Edition([1, 20, 2, 10]) with
        {
            Figures = [new FigureContent("fig-a", "scatter", [], [], [ExampleEdition.Series("s", "n0", "n1", "n2", "n3")])],
        };
        Assert.Equal(["n1", "n3"], Find(older, newer));
    }

    private static IEnumerable<string> Moved(double[] old, double[] now)
    {
        var series = ExampleEdition.Series("s", [.. now.Select((_, i) => Name(i))]);
        var figure = new FigureContent("fig-a", "bar", [], [.. now.Select((_, i) => Name(i))], [series]);
        return Find(Edition(old), Edition(now) with { Figures = [figure] });
    }

    private static IEnumerable<string> Find(Edition older, Edition newer) =>
        RankChanges.Find(older, newer, newer.Quantities.Keys.ToHashSet(StringComparer.Ordinal)).Order(StringComparer.Ordinal);

    private static Edition Edition(double[] values) => ExampleEdition.Of(values.Select((v, i) => Quantity.Of(Name(i), v, Unit.Count, 0)));

    private static double Round(double value) => Math.Round(value, MidpointRounding.AwayFromZero);

    private static string Name(int i) => "n" + i.ToString("X1", CultureInfo.InvariantCulture).ToLowerInvariant();

    private static Edition PValues(params double[] values) =>
        ExampleEdition.Of(values.Select((v, i) => Quantity.Of(Name(i), v, Unit.PValue, 3))) with
        {
            Figures = [new FigureContent("fig-a", "bar", [], ["a", "b"], [ExampleEdition.Series("s", Name(0), Name(1))])],
        };
}
