using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Quantities;

public class QuantityComparerTest
{
    private static readonly Quantity Share = Quantity.Of("a.andel", 0.5712, Unit.Share, 0) with { Base = 120 };

    [Fact]
    public void Compare_TheSame_IsNoDifference() => Assert.Equal((NumberMatch.Same, null), Compare(Share, Share with { Base = 120 }));

    [Fact]
    public void Compare_InMemoryAndAsSaved_AreTheSame() =>
        Assert.Equal(
            NumberMatch.Same,
            Compare(Quantity.Of("a", 1.0 / 3, Unit.LogOdds, 2), Quantity.Of("a", 0.3333333333, Unit.LogOdds, 2)).Match
        );

    [Fact]
    public void Compare_NoiseWithinTheTolerance_IsListedButNoDifferenceToExplain()
    {
        var (match, difference) = Compare(Share, Share.Valued(0.571200005));
        Assert.Equal(NumberMatch.WithinTolerance, match);
        Assert.Equal(("0.5712", "0.571200005"), (difference!.Old, difference.New));
        Assert.Empty(difference.Flags);
    }

    [Fact]
    public void Compare_AChangedShare_TellsBothSidesAndItsSizeInPercentagePoints()
    {
        var (match, difference) = Compare(Share, Share.Valued(0.6));
        Assert.Equal(NumberMatch.Different, match);
        Assert.Equal(
            ("a.andel", DifferenceSubject.Quantity, DifferenceKind.Changed, "0.5712", "0.6"),
            (difference!.Key, difference.Subject, difference.Kind, difference.Old, difference.New)
        );
        Assert.Equal(2.88, difference.Size, 9);
        Assert.Empty(difference.Flags);
        Assert.Equal((Share, 0.6), (difference.OldQuantity, difference.NewQuantity!.Value));
    }

    [Fact]
    public void Compare_OnlyTheBase_IsADifferenceThatNamesIt()
    {
        var (match, difference) = Compare(Share, Share with { Base = 121 });
        Assert.Equal(NumberMatch.Different, match);
        Assert.Equal(("0.5712 base=120", "0.5712 base=121"), (difference!.Old, difference.New));
        Assert.Equal([DifferenceFlag.Base], difference.Flags);
        Assert.Equal(100.0 / 121, difference.Size, 9);
    }

    [Fact]
    public void Compare_OnlyDecimals_IsADifferenceWithoutSize()
    {
        var (_, difference) = Compare(Quantity.Of("a", 0.5, Unit.Share, 0), Quantity.Of("a", 0.5, Unit.Share, 1));
        Assert.Equal(("0.5 decimals=0", "0.5 decimals=1"), (difference!.Old, difference.New));
        Assert.Equal([DifferenceFlag.Decimals], difference.Flags);
        Assert.Equal(0, difference.Size);
    }

    [Fact]
    public void Compare_AnotherUnit_ComparesNoValues()
    {
        var (_, difference) = Compare(Quantity.Of("a", 0.5, Unit.Share, 0), Quantity.Of("a", 50, Unit.Count, 0));
        Assert.Equal(("0.5 unit=share", "50 unit=count"), (difference!.Old, difference.New));
        Assert.Equal([DifferenceFlag.Unit], difference.Flags);
        Assert.Equal(100, difference.Size);
    }

    [Fact]
    public void Compare_AnInterval_TellsIt()
    {
        var old = Quantity.Of("a", 1.5, Unit.OddsRatio, 2) with { Interval = new Interval(1.1, 2, 0.95) };
        var (_, difference) = Compare(old, old with { Interval = new Interval(1.1, 2.1, 0.95) });
        Assert.Equal(("1.5 interval=1.1..2@0.95", "1.5 interval=1.1..2.1@0.95"), (difference!.Old, difference.New));
        Assert.Equal([DifferenceFlag.Interval], difference.Flags);
        Assert.Equal(100 * Math.Log(2.1 / 2), difference.Size, 9);
        Assert.Equal([DifferenceFlag.Interval], Compare(old, old with { Interval = new Interval(1.1, 2, 0.9) }).Difference!.Flags);
        Assert.Equal("1.5 interval=-", Compare(old, old with { Interval = null }).Difference!.New);
    }

    [Theory]
    [InlineData(1.1, 0.9, true)]
    [InlineData(0.9, 1.1, true)]
    [InlineData(1.1, 1.2, false)]
    public void Compare_AnIntervalThatBeginsOrCeasesToHoldOne_IsFlagged(double low, double newLow, bool isFlagged)
    {
        var old = Quantity.Of("a", 1.5, Unit.OddsRatio, 2) with { Interval = new Interval(low, 2, 0.95) };
        var (_, difference) = Compare(old, old with { Interval = new Interval(newLow, 2, 0.95) });
        Assert.Equal(isFlagged, difference!.Flags.Contains(DifferenceFlag.Significance));
    }

    [Fact]
    public void Compare_AnIntervalOfAShareThatLeavesNought_IsNotAMatterOfSignificance()
    {
        var old = Share with { Interval = new Interval(0, 0.7, 0.95) };
        Assert.Equal([DifferenceFlag.Interval], Compare(old, old with { Interval = new Interval(0.1, 0.7, 0.95) }).Difference!.Flags);
    }

    [Theory]
    [InlineData(0.11, 0.09, true)]
    [InlineData(0.049, 0.051, true)]
    [InlineData(0.011, 0.009, true)]
    [InlineData(0.0011, 0.0009, true)]
    [InlineData(0.02, 0.04, false)]
    [InlineData(0.2, 0.9, false)]
    [InlineData(0.05, 0.06, false)]
    // Less than the tolerance, and still another number of stars.
    [InlineData(0.04999999, 0.05, true)]
    public void Compare_APValue_IsFlaggedWhenItCrossesALevel(double old, double now, bool isFlagged)
    {
        var (match, difference) = Compare(Quantity.Of("a.p", old, Unit.PValue, 3), Quantity.Of("a.p", now, Unit.PValue, 3));
        Assert.Equal(NumberMatch.Different, match);
        Assert.Equal(isFlagged, difference!.Flags.Contains(DifferenceFlag.Significance));
    }

    [Theory]
    [InlineData(Unit.LogOdds, 0.2, -0.2, true)]
    [InlineData(Unit.LogOdds, 0, 0.2, false)]
    [InlineData(Unit.OddsRatio, 0.8, 1.2, true)]
    [InlineData(Unit.OddsRatio, 1.2, 1.4, false)]
    [InlineData(Unit.PercentagePoints, -0.02, 0.03, true)]
    [InlineData(Unit.OddsChange, -0.02, 0.03, true)]
    [InlineData(Unit.LogLikelihood, -1, 1, false)]
    public void Compare_AValueOnTheOtherSideOfNoDifference_IsFlagged(Unit unit, double old, double now, bool isFlagged)
    {
        var (_, difference) = Compare(Quantity.Of("a", old, unit, 2), Quantity.Of("a", now, unit, 2));
        Assert.Equal(isFlagged, difference!.Flags.Contains(DifferenceFlag.Sign));
    }

    [Fact]
    public void Compare_ANumberThatIsHiddenNow_HasTheStatusAsItsOnlyFlag()
    {
        var hidden = Quantity.Without("a.andel", Unit.Share, 0, QuantityStatus.Suppressed);
        var (_, difference) = Compare(Share with { Interval = new Interval(0.4, 0.6, 0.95) }, hidden);
        Assert.Equal([DifferenceFlag.Status], difference!.Flags);
        Assert.Equal(("0.5712 status=estimated", "suppressed", 100), (difference.Old, difference.New, difference.Size));
    }

    [Theory]
    [InlineData(QuantityStatus.Missing, QuantityStatus.NotEstimable)]
    [InlineData(QuantityStatus.Nil, QuantityStatus.Suppressed)]
    public void Compare_ASignThatIsAnother_IsFlagged(QuantityStatus old, QuantityStatus now)
    {
        var (match, difference) = Compare(Quantity.Without("a", Unit.Count, 0, old), Quantity.Without("a", Unit.Count, 0, now));
        Assert.Equal(NumberMatch.Different, match);
        Assert.Equal([DifferenceFlag.Status], difference!.Flags);
        Assert.Equal(EditionWriter.NameOf(old), difference.Old);
    }

    [Theory]
    [InlineData(0.566, NumberMatch.WithinTolerance)]
    [InlineData(0.565, NumberMatch.WithinTolerance)]
    [InlineData(0.575, NumberMatch.WithinTolerance)]
    [InlineData(0.5649, NumberMatch.Different)]
    [InlineData(0.58, NumberMatch.Different)]
    public void Compare_WithAPublishedPercentage_AllowsItsRounding(double now, NumberMatch expected)
    {
        var published = Quantity.Rounded("a.andel", 0.57, Unit.Share, 0);
        var exact = Quantity.Of("a.andel", now, Unit.Share, 1) with { Base = 90, Interval = new Interval(0.3, 0.7, 0.95) };
        Assert.Equal(expected, Partial.Compare(published, exact).Match);
    }

    [Fact]
    public void Compare_WithAPublishedNumberInWords_AllowsItsSlack()
    {
        var published = Quantity.Rounded("a", 0.33, Unit.Share, 0) with { Slack = 0.04 };
        Assert.Equal(NumberMatch.WithinTolerance, Partial.Compare(published, Quantity.Of("a", 0.368, Unit.Share, 0)).Match);
        Assert.Equal(NumberMatch.Different, Partial.Compare(published, Quantity.Of("a", 0.38, Unit.Share, 0)).Match);
    }

    [Fact]
    public void Compare_WithAPublishedCount_IsExact()
    {
        var published = Quantity.Rounded("a", 1560, Unit.Count, 0);
        Assert.Equal(NumberMatch.Same, Partial.Compare(published, Quantity.Of("a", 1560, Unit.Count, 0)).Match);
        Assert.Equal(NumberMatch.Different, Partial.Compare(published, Quantity.Of("a", 1561, Unit.Count, 0)).Match);
    }

    [Fact]
    public void Compare_WithAPublishedPValueWithinItsRounding_CrossesNoLevel()
    {
        var published = Quantity.Rounded("a.p", 0.05, Unit.PValue, 2);
        Assert.Equal(NumberMatch.WithinTolerance, Partial.Compare(published, Quantity.Of("a.p", 0.048, Unit.PValue, 3)).Match);
    }

    [Fact]
    public void Compare_ASignThatWasPublishedAsANumber_IsADifference()
    {
        var published = Quantity.Rounded("a", 0.57, Unit.Share, 0);
        var (_, difference) = Partial.Compare(published, Quantity.Without("a", Unit.Share, 0, QuantityStatus.Suppressed));
        Assert.Equal([DifferenceFlag.Status], difference!.Flags);
    }

    [Fact]
    public void Compare_ASignThatWasPublishedAndMayStandForAnotherReason_IsNone()
    {
        var published = Quantity.Without("a", Unit.Share, 0, QuantityStatus.Missing);
        Assert.Equal(NumberMatch.Same, Partial.Compare(published, Quantity.Without("a", Unit.Share, 0, QuantityStatus.NotEstimable)).Match);
    }

    [Fact]
    public void Compare_TwoRoundedNumbersOneUnitApart_AreDifferent() =>
        Assert.Equal(
            NumberMatch.Different,
            Compare(Quantity.Rounded("a", 0.57, Unit.Share, 0), Quantity.Rounded("a", 0.58, Unit.Share, 0)).Match
        );

    [Fact]
    public void Compare_ANumberThatMayOnlyBeToldRoundedNow_IsADifferenceOfStatus()
    {
        var (_, difference) = Compare(Share, Quantity.Rounded("a.andel", 0.5712, Unit.Share, 0) with { Base = 120 });
        Assert.Equal(("0.5712 status=estimated", "0.57 status=rounded"), (difference!.Old, difference.New));
    }

    private static QuantityComparer Partial { get; } = new(ComparisonSettings.Default, isOldPartial: true);

    private static (NumberMatch Match, Difference? Difference) Compare(Quantity old, Quantity now) =>
        new QuantityComparer(ComparisonSettings.Default).Compare(old, now);
}
