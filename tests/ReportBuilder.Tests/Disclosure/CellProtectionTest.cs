using ReportBuilder.Disclosure;
using Xunit;
using static ReportBuilder.Disclosure.Protection;

namespace ReportBuilder.Tests.Disclosure;

public class CellProtectionTest
{
    [Theory]
    [InlineData(new[] { 700, 720 }, new[] { Exact, Exact })]
    [InlineData(new[] { 0, 720 }, new[] { Exact, Exact })]
    [InlineData(new[] { 5, 1415 }, new[] { Exact, Exact })]
    // The other one tells: with two categories both go.
    [InlineData(new[] { 4, 1416 }, new[] { Hidden, Hidden })]
    [InlineData(new[] { 3, 400, 900 }, new[] { Hidden, Hidden, Exact })]
    [InlineData(new[] { 900, 3, 400 }, new[] { Exact, Hidden, Hidden })]
    // Two hidden, together 6: each can be 1 to 5.
    [InlineData(new[] { 2, 4, 1414 }, new[] { Hidden, Hidden, Exact })]
    // Together 5: each can only be 1 to 4, so a third goes.
    [InlineData(new[] { 1, 4, 400, 900 }, new[] { Hidden, Hidden, Hidden, Exact })]
    // Five with one each: whoever sees that none is empty knows them all.
    [InlineData(new[] { 1, 1, 1, 1, 1, 300, 900 }, new[] { Hidden, Hidden, Hidden, Hidden, Hidden, Hidden, Exact })]
    // An empty category hides nobody, and is not taken as the second.
    [InlineData(new[] { 0, 2, 30, 900 }, new[] { Exact, Hidden, Hidden, Exact })]
    // A group smaller than the threshold.
    [InlineData(new[] { 3, 1 }, new[] { Hidden, Hidden })]
    [InlineData(new[] { 0, 4 }, new[] { Hidden, Hidden })]
    [InlineData(new[] { 0, 0 }, new[] { Hidden, Hidden })]
    // Nothing more can be hidden.
    [InlineData(new[] { 3, 2, 0 }, new[] { Hidden, Hidden, Exact })]
    public void OfComposition_ThresholdFive_HidesSmallAndWhatTellsThem(int[] persons, Protection[] expected) =>
        Assert.Equal(expected, CellProtection.OfComposition(persons, 5));

    [Fact]
    public void OfComposition_NoCategories_IsEmpty() => Assert.Empty(CellProtection.OfComposition([], 5));

    [Fact]
    public void OfOutcome_AllLarge_IsExact() => Assert.Equal([Exact, Exact], Outcome(5, (700, 300), (720, 350)));

    [Fact]
    public void OfOutcome_NobodyInCategory_IsEmpty() => Assert.Equal([Empty, Exact, Exact], Outcome(5, (0, 0), (700, 300), (720, 350)));

    [Theory]
    [InlineData(9, 5)]
    [InlineData(9, 4)]
    [InlineData(10, 4)]
    [InlineData(10, 6)]
    [InlineData(500, 0)]
    [InlineData(500, 4)]
    [InlineData(500, 496)]
    [InlineData(500, 500)]
    public void OfOutcome_FewWithOrWithoutOutcome_IsHidden(int persons, int successes) =>
        Assert.Equal(Hidden, Outcome(5, (persons, successes), (9000, 4000), (9000, 4000))[0]);

    [Theory]
    [InlineData(10, 5)]
    [InlineData(500, 5)]
    [InlineData(500, 495)]
    public void OfOutcome_EnoughOfBoth_IsExact(int persons, int successes) =>
        Assert.Equal([Exact, Exact], Outcome(5, (persons, successes), (9000, 4000)));

    [Fact]
    public void OfOutcome_FourteenMenOf1420_RoundsWomen() =>
        // 50 per cent of 1406 women is 696 to 710: 0 to 8 of the men, and all of 0 to 4 are small.
        Assert.Equal([Rounded, Hidden], Outcome(5, (1406, 700), (14, 4)));

    [Theory]
    // 696 to 710 of 1406 print as 50 per cent. None of the men has the outcome: with the most women, they could have 0 to 14 …
    [InlineData(710, Rounded)]
    // … with nearly the fewest, 0 to 3, which is fewer than five numbers …
    [InlineData(699, Hidden)]
    // … and with the fewest, nothing but 0.
    [InlineData(696, Hidden)]
    public void OfOutcome_RoundingThatMayLeaveFewNumbers_IsJudgedByWhatItLeaves(int women, Protection expected) =>
        Assert.Equal([expected, Hidden], Outcome(5, (1406, women), (14, 0)));

    [Fact]
    public void OfOutcome_OneSmallNumberInTheRange_HidesTheOtherToo()
    {
        // 297 to 302 of 600 women print as 50 per cent, so the men have 4 to 9 of 20: six numbers, but all but 4 would have been shown.
        Assert.Equal([Hidden, Hidden], Outcome(5, (600, 302), (20, 4)));
        Assert.Equal([Rounded, Hidden], Outcome(5, (600, 298), (20, 4)));
    }

    [Fact]
    public void OfOutcome_WholePerCentOfFew_HidesEverything() => Assert.Equal([Hidden, Hidden], Outcome(5, (60, 30), (14, 4)));

    [Fact]
    public void OfOutcome_TwoSmallThatAreLargeTogether_LeavesTheRestExact() =>
        Assert.Equal([Hidden, Hidden, Exact, Exact], Outcome(5, (14, 4), (14, 12), (700, 300), (720, 350)));

    [Fact]
    public void OfOutcome_TwoSmallThatAreSmallTogether_RoundsTheRest() =>
        // The rest exact would tell that 3 of these 6 have the outcome.
        Assert.Equal([Hidden, Hidden, Rounded, Rounded], Outcome(5, (3, 1), (3, 2), (700, 300), (720, 350)));

    [Fact]
    public void OfOutcome_SizeHiddenInComposition_IsHiddenThoughLargeItself()
    {
        // 3 persons are hidden, and 30 with them so that they do not follow; the base of the 30 would tell.
        Assert.Equal([Hidden, Hidden, Exact], CellProtection.OfComposition([3, 30, 900], 5));
        var shown = Outcome(5, (3, 1), (30, 15), (900, 450));
        Assert.Equal([Hidden, Hidden], shown.Take(2));
    }

    [Theory]
    [InlineData(1420, 700, Exact)]
    [InlineData(1420, 4, Hidden)]
    [InlineData(1420, 1416, Hidden)]
    [InlineData(9, 5, Hidden)]
    [InlineData(3, 1, Hidden)]
    [InlineData(0, 0, Empty)]
    public void OfOutcome_OneCategory_ShowsOrHidesIt(int persons, int successes, Protection expected) =>
        Assert.Equal([expected], Outcome(5, (persons, successes)));

    [Fact]
    public void OfOutcome_OneDecimal_RoundsLessAndHidesMore()
    {
        // One decimal of 1406 women is one or two women: the men would follow.
        CellCount[] counts = [new(1406, 700), new(14, 4)];
        Assert.Equal([Rounded, Hidden], CellProtection.OfOutcome(counts, 5, decimals: 0));
        Assert.Equal([Hidden, Hidden], CellProtection.OfOutcome(counts, 5, decimals: 1));
    }

    [Theory]
    [InlineData(29, 200, 0, 15)]
    [InlineData(57, 200, 0, 29)]
    [InlineData(1, 3, 1, 33.3)]
    [InlineData(1, 2000, 1, 0.1)]
    [InlineData(0, 7, 0, 0)]
    [InlineData(7, 7, 1, 100)]
    public void PrintedPerCent_Halves_GoUp(int successes, int persons, int decimals, double expected) =>
        Assert.Equal((decimal)expected, CellProtection.PrintedPerCent(successes, persons, decimals));

    private static IReadOnlyList<Protection> Outcome(int minimum, params (int Persons, int Successes)[] counts) =>
        CellProtection.OfOutcome([.. counts.Select(c => new CellCount(c.Persons, c.Successes))], minimum);
}
