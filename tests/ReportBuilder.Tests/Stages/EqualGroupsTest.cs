using CsCheck;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class EqualGroupsTest
{
    private static readonly Gen<(double[] Values, int Count)> Example = Gen.Select(
        Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 20], Gen.Int[0, 1000]).Array[0, 60].Select(v => v.Select(i => (double)i).ToArray()),
        Gen.Int[1, 7]
    );

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }, 4, new[] { 0, 0, 1, 1, 2, 2, 3, 3 })]
    [InlineData(new double[] { 8, 1, 7, 2 }, 4, new[] { 3, 0, 2, 1 })]
    // The four zeros are ranks 1–4 of 8: their middle is in the second quarter's start, so the first group is empty.
    [InlineData(new double[] { 0, 0, 0, 0, 1, 2, 3, 4 }, 4, new[] { 1, 1, 1, 1, 2, 2, 3, 3 })]
    [InlineData(new double[] { 5, 5, 5 }, 4, new[] { 2, 2, 2 })]
    [InlineData(new double[] { 5 }, 5, new[] { 2 })]
    [InlineData(new double[] { 3, 1, 2 }, 1, new[] { 0, 0, 0 })]
    public void Of_KnownValues_AreGroupedByMidRank(double[] values, int count, int[] expected) =>
        Assert.Equal(expected, EqualGroups.Of(values, count));

    [Fact]
    public void Of_NoValues_IsEmpty() => Assert.Empty(EqualGroups.Of([], 4));

    [Fact]
    public void Of_DifferentValues_GivesGroupsOfNearlyEqualSize() =>
        Property.Holds(
            Gen.Select(Gen.Int[1, 200], Gen.Int[1, 7], Gen.Int),
            example =>
            {
                var (size, count, seed) = example;
                double[] values = [.. Enumerable.Range(0, size).Select(i => (double)i)];
                new Random(seed).Shuffle(values);
                var groups = EqualGroups.Of(values, count);
                int[] sizes = [.. Enumerable.Range(0, count).Select(g => groups.Count(x => x == g))];
                Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
            }
        );

    [Fact]
    public void Of_AnyValues_PutsTheMiddleOfEachTieInItsGroup() =>
        Property.Holds(
            Example,
            example =>
            {
                // The same rule on whole numbers: twice the mid-rank, counted from the values themselves.
                var (values, count) = example;
                var expected = values.Select(v =>
                {
                    var twiceMiddle = 2 * values.Count(x => x < v) + values.Count(x => x.Equals(v));
                    return Math.Min(count - 1, twiceMiddle * count / (2 * values.Length));
                });
                Assert.Equal(expected, EqualGroups.Of(values, count));
            },
            examples: 20_000
        );

    [Fact]
    public void Of_AnyValues_KeepsTiesTogetherAndOrderBetweenThem() =>
        Property.Holds(
            Example,
            example =>
            {
                var (values, count) = example;
                var groups = EqualGroups.Of(values, count);
                Assert.All(groups, g => Assert.InRange(g, 0, count - 1));
                for (var i = 0; i < values.Length; i++)
                {
                    for (var j = 0; j < values.Length; j++)
                    {
                        Assert.True(values[i] < values[j] ? groups[i] <= groups[j] : values[i] > values[j] || groups[i] == groups[j]);
                    }
                }
            },
            examples: 300
        );

    [Fact]
    public void Of_OtherOrder_GivesTheSamePersonTheSameGroup() =>
        Property.Holds(
            Example.SelectMany(e =>
                Gen.Shuffle(Enumerable.Range(0, e.Values.Length).ToArray()).Select(order => (e.Values, e.Count, order))
            ),
            example =>
            {
                var (values, count, order) = example;
                var groups = EqualGroups.Of(values, count);
                var shuffled = EqualGroups.Of([.. order.Select(i => values[i])], count);
                Assert.Equal(order.Select(i => groups[i]), shuffled);
            }
        );
}
