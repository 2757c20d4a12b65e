using CsCheck;
using ReportBuilder.Comparison.Contents;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Contents;

public class ListChangeTest
{
    private static readonly string[] Letters = ["a", "b", "c", "d", "e", "f", "g"];

    [Fact]
    public void Of_OneItemMoved_NamesThatOneWithItsPlaces()
    {
        var change = ListChange.Of(["a", "b", "c", "d", "x"], ["d", "a", "y", "b", "c"]);
        Assert.Equal([new MovedItem("d", 4, 1)], change.Moved);
        Assert.Equal(["x"], change.Gone);
        Assert.Equal(["y"], change.New);
    }

    [Fact]
    public void Of_TheSame_IsNoChange()
    {
        var change = ListChange.Of(Letters, Letters);
        Assert.Empty(change.Moved);
        Assert.Empty(change.Gone);
        Assert.Empty(change.New);
    }

    [Fact]
    public void Of_AnyOrder_MovesAsFewAsPossible() =>
        Property.Holds(
            Gen.Shuffle(Letters),
            order => Assert.Equal(Letters.Length - LongestRun(order), ListChange.Of(Letters, order).Moved.Count),
            examples: 500
        );

    [Fact]
    public void Of_TheOtherWay_NamesTheSameItems() =>
        Property.Holds(
            Gen.Select(Gen.Shuffle(Letters, 0, 7), Gen.Shuffle(Letters, 0, 7)),
            lists =>
            {
                var there = ListChange.Of(lists.Item1, lists.Item2);
                var back = ListChange.Of(lists.Item2, lists.Item1);
                Assert.Equal(there.Gone, back.New);
                Assert.Equal(there.New, back.Gone);
                Assert.Equal(
                    there.Moved.OrderBy(m => m.Label, StringComparer.Ordinal),
                    back.Moved.Select(m => new MovedItem(m.Label, m.New, m.Old)).OrderBy(m => m.Label, StringComparer.Ordinal)
                );
            },
            examples: 1000
        );

    /// <summary>The longest increasing run, by trying all subsets.</summary>
    private static int LongestRun(string[] order) =>
        Enumerable
            .Range(0, 1 << order.Length)
            .Select(mask => order.Where((_, i) => (mask >> i & 1) == 1).ToList())
            .Where(kept => kept.SequenceEqual(kept.Order(StringComparer.Ordinal)))
            .Max(kept => kept.Count);
}
