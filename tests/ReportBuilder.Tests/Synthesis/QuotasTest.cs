using CsCheck;
using ReportBuilder.Synthesis;
using Xunit;

namespace ReportBuilder.Tests.Synthesis;

public class QuotasTest
{
    [Fact]
    public void LargestRemainder_AnyWeights_SumsToTotalWithinOne() =>
        Gen.Double[0.01, 100]
            .Array[1, 30]
            .Select(Gen.Int[0, 1000], (weights, total) => (weights, total))
            .Sample(
                t =>
                {
                    var counts = Quotas.LargestRemainder(t.weights, t.total);
                    return counts.Sum() == t.total
                        && counts.Zip(t.weights).All(p => Math.Abs(p.First - p.Second / t.weights.Sum() * t.total) < 1 + 1e-6);
                },
                seed: "0N0XIzNsQ0O2",
                iter: 500
            );

    [Theory]
    [InlineData(1.2)]
    [InlineData(2.0)]
    [InlineData(2.9)]
    public void Tilt_MeanInside_IsMet(double mean)
    {
        double[] values = [1, 2, 3];
        var weights = Quotas.Tilt(values, [5, 3, 2], mean);

        Assert.Equal(mean, weights.Zip(values, (w, v) => w * v).Sum() / weights.Sum(), 1e-9);
    }

    [Fact]
    public void AssignByRank_LowestScores_GetTheFirstValue()
    {
        var target = new double[5];

        Quotas.AssignByRank([0, 2, 4], [0.3, 0.1, 0.2], [10, 20], [1, 2], target);

        Assert.Equal([20, 0, 10, 0, 20], target);
    }

    [Fact]
    public void Next_KnownSeed_GivesTheKnownSequence()
    {
        // The first two numbers of the authors' C code, its state filled by SplitMix64 from 0.
        var random = new RandomSource(0);

        Assert.Equal(11091344671253066420UL, random.Next());
        Assert.Equal(13793997310169335082UL, random.Next());
    }

    [Fact]
    public void Normal_ManyDraws_HasMeanZeroAndVarianceOne()
    {
        var numbers = new RandomSource(7).Normals(100_000);

        Assert.Equal(0, numbers.Average(), 0.01);
        Assert.Equal(1, numbers.Average(x => x * x), 0.02);
    }
}
