using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Multilevel;

/// <summary>Intervals hold the truth about as often as they say; <c>benchmarks -- coverage</c> counts it on 2 000 draws.</summary>
public class MixedLogitCoverageTest
{
    private const int Draws = 60;
    private const double Sigma = 0.9;

    [Fact]
    public void Intervals_ManyDraws_HoldTheTruth()
    {
        var (slope, deviation) = (0, 0);
        for (var seed = 0; seed < Draws; seed++)
        {
            var fit = MixedDraw.Of(400, 1000 + seed, (i => i / 10, Sigma)).Fit(new MixedLogitOptions { Starts = 1 });
            slope += fit.Estimates!.Coefficients[1].Estimate!.Interval is { Low: <= 0.8, High: >= 0.8 } ? 1 : 0;
            var interval = VarianceProfile.Intervals(fit)[0].StandardDeviation!.Value;
            deviation += interval.Low <= Sigma && interval.High >= Sigma ? 1 : 0;
        }

        // 95 per cent of 60 is 57, with a standard deviation of 1.7: three of them down, and one more for Laplace's small bias.
        Assert.InRange(slope, 52, Draws);
        Assert.InRange(deviation, 50, Draws);
    }
}
