using ReportBuilder.Comparison;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Contents;

public class FigureComparerTest
{
    private static readonly Edition Whole = ExampleEdition.Whole();

    [Fact]
    public void Compare_ADrawingThatFollowsItsNumbers_IsNoDifferenceOfItsOwn()
    {
        var changed = Changed().WithFigure("fig-andeler", f => f with { Drawing = new string('9', 64) });
        Assert.Equal(["andel.k1.jobbsjansen"], Keys(changed));
    }

    [Fact]
    public void Compare_ADrawingThatDidNotFollowItsNumbers_IsADifference() =>
        Assert.Equal(["andel.k1.jobbsjansen", "fig-andeler#tegning"], Keys(Changed()));

    [Fact]
    public void Compare_ADrawingOfAFigureWhoseAxisChanged_IsNotToldAgain()
    {
        var changed = Whole.WithFigure("fig-andeler", f => f with { Axes = ["Andel", "100"], Drawing = new string('9', 64) });
        Assert.Equal(["fig-andeler#akser"], Keys(changed));
    }

    [Fact]
    public void Compare_ADrawingThatIsGone_IsADifference()
    {
        var difference = Assert.Single(Compare(Whole.WithFigure("fig-punkter", f => f with { Drawing = null })));
        Assert.Equal(("fig-punkter#tegning", new string('2', 64), string.Empty), (difference.Key, difference.Old, difference.New));
    }

    [Fact]
    public void Compare_ADotWhoseNumbersAreNew_IsToldByTheseAlone()
    {
        var changed = Whole
            .With(Quantity.Of("modell.k9.alder", 40, Unit.Years, 1))
            .With(Quantity.Of("modell.k9.forskjell", 0.1, Unit.PercentagePoints, 1))
            .WithFigure(
                "fig-punkter",
                f =>
                    f with
                    {
                        Series =
                        [
                            ExampleEdition.Series(
                                "Alle",
                                [.. f.QuantityIds.Select(i => i.Value), "modell.k9.alder", "modell.k9.forskjell"]
                            ),
                        ],
                        Drawing = new string('9', 64),
                    }
            );
        Assert.Equal(
            ["modell.k9.alder", "modell.k9.forskjell"],
            Keys(changed).Where(k => !k.EndsWith("#tegning", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Compare_DotsOfAnotherRun_AreADifference()
    {
        var changed = Whole.WithFigure(
            "fig-punkter",
            f =>
                f with
                {
                    Series =
                    [
                        ExampleEdition.Series("Alle", "modell.k3.alder", "modell.k3.forskjell", "modell.k1.alder", "modell.k1.forskjell"),
                    ],
                }
        );
        Assert.Equal(["fig-punkter#merker.alle"], Keys(changed));
    }

    private static Edition Changed() => Whole.With(Whole.Find("andel.k1.jobbsjansen")!.Valued(0.47));

    private static IReadOnlyList<Difference> Compare(Edition changed) =>
        EditionComparer.Compare(Whole, changed, ComparisonSettings.Default, []).Differences;

    private static IEnumerable<string> Keys(Edition changed) => Compare(changed).Select(d => d.Key).Order(StringComparer.Ordinal);
}
