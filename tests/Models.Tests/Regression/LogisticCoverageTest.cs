using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>A short version of the simulation in the benchmarks, which asks for 94–96 per cent in 2 000 draws.</summary>
public class LogisticCoverageTest
{
    [Fact]
    public void Intervals_HundredsOfDraws_HoldTheTruthAsOftenAsTheySay()
    {
        // With 300 draws the share has a standard error of 1.3 points.
        Assert.All(CoverageShare.Draw(300, seed: 7), share => Assert.InRange(share.Share, 0.91, 0.985));
    }
}
