using CsCheck;
using ReportBuilder.Comparison.Pages;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class SequenceAlignmentTest
{
    private static readonly Gen<string[]> Lists = Gen.Int[0, 4].Select(i => ((char)('a' + i)).ToString()).Array[0, 12];

    [Fact]
    public void Of_ARowInserted_LeavesTheOthersPaired() =>
        Assert.Equal([(0, 0), (null, 1), (1, 2)], SequenceAlignment.Of(["a", "b"], ["a", "x", "b"]));

    [Fact]
    public void Of_ARowReplaced_IsGoneThenNew() =>
        Assert.Equal([(0, 0), (1, null), (null, 1), (2, 2)], SequenceAlignment.Of(["a", "b", "c"], ["a", "x", "c"]));

    [Fact]
    public void Of_AnyLists_HoldsBothInOrderAndPairsEquals() =>
        Gen.Select(Lists, Lists)
            .Sample(
                (old, now) =>
                {
                    var pairs = SequenceAlignment.Of(old, now);
                    Assert.Equal(Enumerable.Range(0, old.Length), pairs.Select(p => p.Old).OfType<int>());
                    Assert.Equal(Enumerable.Range(0, now.Length), pairs.Select(p => p.New).OfType<int>());
                    Assert.All(
                        pairs.Where(p => p is { Old: not null, New: not null }),
                        p => Assert.Equal(old[p.Old!.Value], now[p.New!.Value])
                    );
                },
                seed: "0000KOIPe036",
                iter: 500
            );
}
