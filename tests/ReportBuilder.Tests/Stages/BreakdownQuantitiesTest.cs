using CsCheck;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class BreakdownQuantitiesTest
{
    private const int Minimum = 5;
    private readonly EditionBuilder _edition = new();

    private static readonly Gen<CellCount[]> Counts = Gen.OneOf(Gen.Int[0, 30], Gen.Int[0, 2000])
        .SelectMany(n => Gen.Int[0, n].Select(s => new CellCount(n, s)))
        .Array[3];

    private BreakdownQuantities Quantities => new(_edition, Minimum);

    [Fact]
    public void AddComposition_BothSchemes_AddsShareOfEachCategory()
    {
        Quantities.AddComposition(Of([new(300, 0), new(700, 0)], [new(40, 0), new(60, 0)]));
        Assert.Equal(
            ["andel.x.a.introduksjonsprogrammet", "andel.x.a.jobbsjansen", "andel.x.b.introduksjonsprogrammet", "andel.x.b.jobbsjansen"],
            _edition.ToQuantities().Keys
        );
        var share = _edition["andel.x.a.jobbsjansen"];
        Assert.Equal((0.3, 1000, Unit.Share, 0), (share.Value, share.Base, share.Unit, share.Decimals));
        AssertWilson(share, 300, 1000);
        Assert.Equal((0.6, 100), (_edition["andel.x.b.introduksjonsprogrammet"].Value, _edition["andel.x.b.introduksjonsprogrammet"].Base));
    }

    [Fact]
    public void AddComposition_EmptyCategory_IsNilWithTheGroupAsBase()
    {
        Quantities.AddComposition(Of([new(0, 0), new(700, 0)], [new(40, 0), new(60, 0)]));
        var share = _edition["andel.x.a.jobbsjansen"];
        Assert.Equal((QuantityStatus.Nil, 0.0, 700), (share.Status, share.Value, share.Base));
        Assert.Null(share.Interval);
    }

    [Fact]
    public void AddOutcome_LargeCategories_AddsSharesAndTheirDifference()
    {
        Quantities.AddOutcome(Of([new(700, 350), new(700, 210)], [new(400, 100), new(600, 300)]));
        Assert.Equal(
            ["forskjell.maaloppnaaelse.x.a", "forskjell.maaloppnaaelse.x.b"],
            _edition.ToQuantities().Keys.Where(k => k.StartsWith("forskjell", StringComparison.Ordinal))
        );
        var share = _edition["maaloppnaaelse.x.a.jobbsjansen"];
        Assert.Equal((0.5, 700), (share.Value, share.Base));
        AssertWilson(share, 350, 700);
        var difference = _edition["forskjell.maaloppnaaelse.x.a"];
        var expected = ShareDifference.Of(350, 700, 100, 400);
        Assert.Equal((0.25, Unit.PercentagePoints), (difference.Value, difference.Unit));
        Assert.Equal(new Interval(expected.Interval!.Value.Low, expected.Interval.Value.High, 0.95), difference.Interval);
        Assert.Equal(-0.2, _edition["forskjell.maaloppnaaelse.x.b"].Value!.Value, 1e-15);
    }

    [Fact]
    public void AddOutcome_RoundedCategory_HasNeitherDigitsNorInterval()
    {
        // 14 men: the 1406 women are shown in whole per cent, and the difference to the other scheme comes from that.
        Quantities.AddOutcome(Of([new(1406, 700), new(14, 4)], [new(800, 300), new(600, 300)]));
        var women = _edition["maaloppnaaelse.x.a.jobbsjansen"];
        Assert.Equal((0.5, 1406, 0), (women.Value, women.Base, women.Decimals));
        Assert.Null(women.Interval);
        Assert.Equal(QuantityStatus.Suppressed, _edition["maaloppnaaelse.x.b.jobbsjansen"].Status);
        var difference = _edition["forskjell.maaloppnaaelse.x.a"];
        Assert.Equal((0.13, QuantityStatus.Rounded), (difference.Value, difference.Status));
        Assert.Equal(QuantityStatus.Rounded, women.Status);
        Assert.Null(difference.Interval);
        Assert.Equal(QuantityStatus.Suppressed, _edition["forskjell.maaloppnaaelse.x.b"].Status);
    }

    [Fact]
    public void AddOutcome_NobodyInCategory_IsNotApplicableAndSoIsTheDifference()
    {
        Quantities.AddOutcome(Of([new(0, 0), new(700, 300)], [new(400, 100), new(600, 300)]));
        Assert.Equal(QuantityStatus.NotApplicable, _edition["maaloppnaaelse.x.a.jobbsjansen"].Status);
        Assert.Equal(QuantityStatus.NotApplicable, _edition["forskjell.maaloppnaaelse.x.a"].Status);
    }

    [Fact]
    public void AddOutcome_AnyCounts_TellsNothingOfHiddenCellsAndAllOfExactOnes() =>
        Property.Holds(
            Gen.Select(Counts, Counts),
            example =>
            {
                var breakdown = Of(example.Item1, example.Item2);
                var edition = new EditionBuilder();
                new BreakdownQuantities(edition, Minimum).AddOutcome(breakdown);
                foreach (var scheme in Breakdown.Schemes)
                {
                    var protection = CellProtection.OfOutcome(breakdown.Counts[scheme], Minimum);
                    for (var i = 0; i < protection.Count; i++)
                    {
                        var share = edition[$"maaloppnaaelse.x.{breakdown.Categories[i]}.{Breakdown.Token(scheme)}"];
                        AssertTells(share, breakdown.Counts[scheme][i], protection[i]);
                    }
                }

                foreach (var category in breakdown.Categories)
                {
                    var a = edition[$"maaloppnaaelse.x.{category}.jobbsjansen"];
                    var b = edition[$"maaloppnaaelse.x.{category}.introduksjonsprogrammet"];
                    var difference = edition[$"forskjell.maaloppnaaelse.x.{category}"];
                    Assert.Equal(a.HasValue && b.HasValue, difference.HasValue);
                    if (difference.Status == QuantityStatus.Rounded)
                    {
                        Assert.Equal(
                            Math.Round((decimal)(a.Value - b.Value)!.Value, 2, MidpointRounding.AwayFromZero),
                            (decimal)difference.Value!.Value
                        );
                    }
                    else
                    {
                        Assert.Equal(a.Value - b.Value, difference.Value);
                    }

                    Assert.Equal(a.Interval is not null && b.Interval is not null, difference.Interval is not null);
                    Assert.Null(difference.Base);
                }
            },
            examples: 1000
        );

    [Fact]
    public void AddTotal_BothSchemes_AddsShareAndDifference()
    {
        Quantities.AddTotal("maaloppnaaelse", Schemes(new(1420, 700), new(19000, 8000)));
        AssertWilson(_edition["maaloppnaaelse.jobbsjansen"], 700, 1420);
        Assert.NotNull(_edition["forskjell.maaloppnaaelse"].Interval);
        Assert.Equal(3, _edition.Count);
    }

    [Theory]
    [InlineData(1420, 4, QuantityStatus.Suppressed)]
    [InlineData(1420, 1416, QuantityStatus.Suppressed)]
    [InlineData(3, 1, QuantityStatus.Suppressed)]
    [InlineData(0, 0, QuantityStatus.NotApplicable)]
    public void AddTotal_SmallScheme_GivesTheReasonAlsoOfTheDifference(int persons, int successes, QuantityStatus status)
    {
        Quantities.AddTotal("maaloppnaaelse", Schemes(new(persons, successes), new(19000, 8000)));
        Assert.Equal(status, _edition["maaloppnaaelse.jobbsjansen"].Status);
        Assert.Equal(status, _edition["forskjell.maaloppnaaelse"].Status);
    }

    [Theory]
    [InlineData(1420, 700, QuantityStatus.Estimated)]
    [InlineData(1420, 0, QuantityStatus.Nil)]
    [InlineData(1420, 4, QuantityStatus.Suppressed)]
    [InlineData(1420, 1417, QuantityStatus.Suppressed)]
    [InlineData(4, 0, QuantityStatus.Suppressed)]
    public void AddMark_SomeWithTheMark_IsHiddenWhenFewHaveOrLackIt(int persons, int marked, QuantityStatus status)
    {
        Quantities.AddMark("andel.tiltak.x", Schemes(new(persons, marked), new(19000, 8000)));
        Assert.Equal(status, _edition["andel.tiltak.x.jobbsjansen"].Status);
        Assert.Equal(8000 / 19000.0, _edition["andel.tiltak.x.introduksjonsprogrammet"].Value);
        Assert.Equal(2, _edition.Count);
    }

    [Theory]
    [InlineData(29, 200, 0, 0.15)]
    [InlineData(57, 200, 0, 0.29)]
    [InlineData(1, 16, 1, 0.063)]
    public void Share_RoundedHalf_GoesUpAsThePrintOfAnExactOneDoes(int successes, int persons, int decimals, double expected)
    {
        var rounded = BreakdownQuantities.Share("x", successes, persons, Protection.Rounded, decimals);
        var exact = BreakdownQuantities.Share("x", successes, persons, Protection.Exact, decimals);
        Assert.Equal(expected, rounded.Value);
        Assert.Equal(NorwegianNumberText.Number(exact), NorwegianNumberText.Number(rounded));
        Assert.Null(rounded.Interval);
    }

    private static void AssertTells(Quantity share, CellCount count, Protection protection)
    {
        switch (protection)
        {
            case Protection.Hidden:
                Assert.Equal(QuantityStatus.Suppressed, share.Status);
                Assert.Null(share.Value);
                Assert.Null(share.Base);
                Assert.Null(share.Interval);
                break;
            case Protection.Exact:
                Assert.Equal((double)count.Successes / count.Persons, share.Value);
                Assert.Equal(count.Persons, share.Base);
                AssertWilson(share, count.Successes, count.Persons);
                break;
            case Protection.Rounded:
                Assert.Equal((double)CellProtection.PrintedPerCent(count.Successes, count.Persons, 0), share.Value!.Value * 100, 1e-10);
                Assert.Null(share.Interval);
                break;
            default:
                Assert.Equal(QuantityStatus.NotApplicable, share.Status);
                break;
        }
    }

    private static void AssertWilson(Quantity share, int successes, int persons)
    {
        var expected = Share.Of(successes, persons).Interval!.Value;
        Assert.Equal(new Interval(expected.Low, expected.High, 0.95), share.Interval);
    }

    private static Breakdown Of(CellCount[] jobbsjansen, CellCount[] introduksjonsprogrammet) =>
        new(
            "x",
            [.. new[] { "a", "b", "c" }.Take(jobbsjansen.Length)],
            new Dictionary<Scheme, IReadOnlyList<CellCount>>
            {
                [Scheme.Jobbsjansen] = jobbsjansen,
                [Scheme.Introduksjonsprogrammet] = introduksjonsprogrammet,
            }
        );

    private static Dictionary<Scheme, CellCount> Schemes(CellCount jobbsjansen, CellCount introduksjonsprogrammet) =>
        new() { [Scheme.Jobbsjansen] = jobbsjansen, [Scheme.Introduksjonsprogrammet] = introduksjonsprogrammet };
}
