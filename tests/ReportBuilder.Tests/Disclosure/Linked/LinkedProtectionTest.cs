using ReportBuilder.Disclosure.Linked;
using Xunit;

namespace ReportBuilder.Tests.Disclosure.Linked;

public class LinkedProtectionTest
{
    private static readonly CellRule Five = new(5);
    private readonly LinkedCells _cells = new();

    [Fact]
    public void Decide_NoCells_HidesNothing() => Assert.Empty(LinkedProtection.Decide(_cells).Exposed);

    [Theory]
    [InlineData(new[] { 700, 720 }, "..")]
    [InlineData(new[] { 5, 1415 }, "..")]
    // The other one tells: with two categories both go.
    [InlineData(new[] { 4, 1416 }, "xx")]
    [InlineData(new[] { 900, 3, 400 }, ".xx")]
    // Two hidden, together 6: each can be 1 to 5; together 5, each can only be 1 to 4.
    [InlineData(new[] { 2, 4, 1414 }, "xx.")]
    [InlineData(new[] { 1, 4, 400, 900 }, "xxx.")]
    // An empty category hides nobody, and is hidden only when there is nothing else.
    [InlineData(new[] { 0, 720, 700 }, "...")]
    [InlineData(new[] { 0, 2, 30, 900 }, ".xx.")]
    [InlineData(new[] { 3, 2, 0 }, "xxx")]
    // Everyone in one category, and a base smaller than the threshold.
    [InlineData(new[] { 0, 40, 0 }, "xxx")]
    [InlineData(new[] { 3, 1, 0 }, "xxx")]
    public void Decide_Composition_HidesSmallAndWhatTellsThem(int[] counts, string expected)
    {
        var total = _cells.Add(counts.Sum(), Five);
        var categories = Add(counts);
        _cells.Composition(total, categories);

        Assert.Equal(expected, Pattern(categories));
    }

    [Theory]
    [InlineData(5, 5, "..")]
    [InlineData(500, 5, "..")]
    [InlineData(4, 6, "xx")]
    [InlineData(496, 4, "xx")]
    [InlineData(0, 500, "xx")]
    [InlineData(500, 0, "xx")]
    [InlineData(1, 2, "xx")]
    [InlineData(0, 0, "..")]
    public void Decide_Outcome_HidesBothSidesWhenOneIsBelowThreshold(int reached, int notReached, string expected)
    {
        var total = _cells.Add(reached + notReached, Five);
        var sides = Add(reached, notReached);
        _cells.Outcome(total, sides[0], sides[1]);

        Assert.Equal(expected, Pattern(sides));
    }

    [Fact]
    public void Decide_Reasons_TellTheFirstThatApplies()
    {
        var (small, all, one, two) = (_cells.Add(3, Five), _cells.Add(20, Five), _cells.Add(20, Five), _cells.Add(30, Five));
        var ofSmall = Add(0, 3);
        var ofAll = Add(20, 0);
        var sides = Add(2, 18);
        var years = Add(3, 9, 18);
        _cells.Composition(small, ofSmall);
        _cells.Composition(all, ofAll);
        _cells.Outcome(one, sides[0], sides[1]);
        _cells.Relate(two, years);

        var decision = LinkedProtection.Decide(_cells);

        Assert.Equal(HidingReason.Small, decision.ReasonOf(small));
        Assert.Equal(HidingReason.SmallBase, decision.ReasonOf(ofSmall[0]));
        Assert.Equal([HidingReason.AllInOne, HidingReason.AllInOne], ofAll.Select(decision.ReasonOf));
        Assert.Equal([HidingReason.Small, HidingReason.OneSided], sides.Select(decision.ReasonOf));
        Assert.Equal([HidingReason.Small, HidingReason.Complement, HidingReason.None], years.Select(decision.ReasonOf));
        Assert.Equal(HidingReason.None, decision.ReasonOf(all));
    }

    [Fact]
    public void Decide_ThresholdOfACell_IsItsOwn()
    {
        var low = _cells.Add(4, new CellRule(3));
        var high = _cells.Add(9, new CellRule(10));
        var free = _cells.Add(1, new CellRule(3, HidesSmall: false));

        var decision = LinkedProtection.Decide(_cells);

        Assert.False(decision.IsHidden(low));
        Assert.True(decision.IsHidden(high));
        Assert.False(decision.IsHidden(free));
    }

    [Fact]
    public void Decide_OneSmallPlaceOfAPublishedTotal_HidesTheSmallestOtherPlace()
    {
        var total = _cells.Add(78, Five, CellState.Published);
        var places = Add(3, 40, 12, 23);
        _cells.Relate(total, places);

        Assert.Equal("x.x.", Pattern(places));
        Assert.Empty(LinkedProtection.Decide(_cells).Exposed);
    }

    [Fact]
    public void Decide_HelperInOnePlace_IsHelpedInTheOther()
    {
        // Two places by two categories, all totals shown: one small cell takes three others with it.
        var rows = new[] { Add(3, 40), Add(30, 50) };
        _cells.Composition(_cells.Add(43, Five), rows[0]);
        _cells.Composition(_cells.Add(80, Five), rows[1]);
        var columns = Add(33, 90);
        _cells.Relate(columns[0], [rows[0][0], rows[1][0]]);
        _cells.Relate(columns[1], [rows[0][1], rows[1][1]]);

        Assert.Equal("xxxx..", Pattern([.. rows[0], .. rows[1], .. columns]));
    }

    [Fact]
    public void Decide_PublishedNeighbours_AreNotHiddenAndTheCellIsExposed()
    {
        var total = _cells.Add(43, Five, CellState.Published);
        var small = _cells.Add(3, Five);
        _cells.Relate(total, [small, _cells.Add(40, Five, CellState.Published)]);

        var decision = LinkedProtection.Decide(_cells);

        Assert.False(decision.IsHidden(total));
        var exposed = Assert.Single(decision.Exposed);
        Assert.Equal((small, 3, 3), (exposed.Cell, exposed.Low, exposed.High));
    }

    [Fact]
    public void Decide_SmallPublishedTotal_LeavesItsPartsWhatItCan()
    {
        var total = _cells.Add(4, Five, CellState.Published);
        var parts = Add(3, 1);
        _cells.Composition(total, parts);

        var decision = LinkedProtection.Decide(_cells);

        Assert.Equal("xx", Pattern(parts));
        Assert.All(decision.Exposed, e => Assert.Equal((0, 4), (e.Low, e.High)));
        Assert.Equal(2, decision.Exposed.Count);
    }

    [Fact]
    public void Decide_HiddenElsewhere_IsProtectedToo()
    {
        var total = _cells.Add(90, Five);
        var old = _cells.Add(30, Five, CellState.HiddenElsewhere);
        var others = Add(20, 40);
        _cells.Relate(total, [old, .. others]);

        Assert.Equal(HidingReason.Elsewhere, LinkedProtection.Decide(_cells).ReasonOf(old));
        Assert.Equal("x.", Pattern(others));
    }

    [Fact]
    public void Decide_UntoldDifference_NeedsNoHelperAndGivesRoom()
    {
        // All told of is the whole and a part; the rest is shown nowhere, so nothing follows but a limit.
        var gross = _cells.Add(30, Five);
        var net = _cells.Add(3, Five);
        var lacking = _cells.Add(27, Five, CellState.Untold);
        _cells.Relate(gross, [net, lacking]);

        var decision = LinkedProtection.Decide(_cells);

        Assert.Equal("x.", Pattern([net, gross]));
        Assert.Equal(HidingReason.Untold, decision.ReasonOf(lacking));
        Assert.Empty(decision.Exposed);
    }

    [Fact]
    public void Decide_ThreeHiddenThatThreeSumsTellTogether_HidesMore()
    {
        // No sum has fewer than two hidden, yet all three together tell each: 3 + 20, 3 + 30 and 20 + 30.
        var parts = new[]
        {
            _cells.Add(3, Five),
            _cells.Add(20, Five, CellState.HiddenElsewhere),
            _cells.Add(30, Five, CellState.HiddenElsewhere),
        };
        var totals = Add(23, 33, 50);
        _cells.Relate(totals[0], [parts[0], parts[1]]);
        _cells.Relate(totals[1], [parts[0], parts[2]]);
        _cells.Relate(totals[2], [parts[1], parts[2]]);

        var decision = LinkedProtection.Decide(_cells);

        Assert.Contains(totals, decision.IsHidden);
        Assert.Empty(decision.Exposed);
        Assert.Equal(3, LinkedAudit.Of(_cells, c => parts.Contains(c)).Count);
    }

    [Fact]
    public void Decide_EmptyPlaceWithEmptyParts_StaysShown()
    {
        // A year in which nobody took part is not hidden to protect another, as all that lies under it would tell.
        var total = _cells.Add(5, Five);
        var years = Add(3, 2, 0);
        var sides = Add(0, 0);
        _cells.Relate(total, years);
        _cells.Outcome(years[2], sides[0], sides[1]);

        Assert.Equal("xx.", Pattern(years));
        Assert.Equal("..", Pattern(sides));
        Assert.Equal("x", Pattern([total]));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(4, 2)]
    public void Add_ImpossibleCell_Throws(int count, int threshold) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _cells.Add(count, new CellRule(threshold)));

    [Fact]
    public void Relate_WrongSum_Throws()
    {
        var cells = Add(7, 3, 4, 5);

        Assert.Throws<ArgumentException>(() => _cells.Relate(cells[0], [cells[1], cells[3]]));
        Assert.Throws<ArgumentException>(() => _cells.Relate(cells[0], []));
        Assert.Throws<ArgumentException>(() => _cells.Relate(cells[0], [cells[0]]));
        _cells.Relate(cells[0], [cells[1], cells[2]]);
    }

    private CellRef[] Add(params int[] counts) => [.. counts.Select(n => _cells.Add(n, Five))];

    private string Pattern(IEnumerable<CellRef> cells)
    {
        var decision = LinkedProtection.Decide(_cells);
        return string.Concat(cells.Select(c => decision.IsHidden(c) ? 'x' : '.'));
    }
}
