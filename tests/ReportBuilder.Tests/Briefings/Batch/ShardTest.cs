using CsCheck;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public class ShardTest
{
    [Fact]
    public void SliceOf_AnyNumberOfSlices_IsFairAndTogetherTheWhole() =>
        Property.Holds(
            Gen.Select(Gen.Int[0, 400], Gen.Int[1, 40]),
            pair =>
            {
                var (items, count) = pair;
                int[] all = [.. Enumerable.Range(0, items)];
                var slices = Enumerable.Range(1, count).Select(k => new Shard(k, count).SliceOf(all)).ToList();
                Assert.Equal(all, slices.SelectMany(s => s).Order());
                Assert.True(slices.Max(s => s.Count) - slices.Min(s => s.Count) <= 1);
            },
            examples: 300
        );

    [Fact]
    public void SliceOf_Neighbours_AreInDifferentSlices() => Assert.Equal([1, 4], new Shard(2, 3).SliceOf([0, 1, 2, 3, 4, 5]));
}
