using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Multilevel;

/// <summary>Data of extreme shape, what must not matter, and refusals by name.</summary>
public class MixedLogitEdgeTest
{
    private static MixedDraw Nested(int seed) => MixedDraw.Of(1200, seed, (i => i / 12, 0.6), (i => i / 48, 0.8));

    [Fact]
    public void Fit_HundredThousandGroups_Converges()
    {
        var fit = MixedDraw.Of(120_000, 1, (i => i % 100_000, 1)).Fit(new MixedLogitOptions { Starts = 1 });
        Assert.NotNull(fit.Estimates);
        Assert.Equal(100_000, fit.Estimates.Components[0].LevelCount);
        Assert.InRange(fit.Certificate!.DistanceInStandardErrors!.Value, 0, 1e-7);
    }

    [Fact]
    public void Fit_OneGroupNestingManyOthers_IsLinearInThem()
    {
        // Two municipalities with 2 000 projects each, far beyond the limit on crossed levels: the projects are eliminated one by one.
        var fit = MixedDraw.Of(20_000, 2, (i => i / 5, 0.7), (i => i / 10_000, 0.5)).Fit(new MixedLogitOptions { Starts = 1 });
        Assert.NotNull(fit.Estimates);
        Assert.Equal(4_000, fit.Estimates.Components[0].LevelCount);
    }

    [Fact]
    public void Fit_AllGroupsOfOneButOne_EndsByName()
    {
        var fit = MixedDraw.Of(60, 3, (i => Math.Max(0, i - 1), 1)).Fit();
        Assert.Contains(
            fit.Status,
            (MixedLogitStatus[])[MixedLogitStatus.Converged, MixedLogitStatus.VarianceOnBoundary, MixedLogitStatus.VarianceUnbounded]
        );
    }

    [Fact]
    public void Fit_GroupsWithOneOutcomeEach_AreUnboundedByName()
    {
        var y = Enumerable.Range(0, 400).Select(i => i / 10 % 2 == 0).ToArray();
        var fit = new MixedDraw(
            [.. y.Select((_, i) => (double)(i % 7))],
            y,
            [
                [.. y.Select((_, i) => i / 10)],
            ]
        ).Fit();
        Assert.Equal(MixedLogitStatus.VarianceUnbounded, fit.Status);
        Assert.Null(fit.Estimates);
    }

    [Fact]
    public void Fit_Separated_IsNamedByThePooledModel()
    {
        var data = MixedDraw.Of(200, 4, (i => i / 10, 1));
        var fit = data.Fit(null, new DummyTerm("same", [.. data.Y.Select(v => (bool?)v)]));
        Assert.Equal(MixedLogitStatus.NoPooledEstimates, fit.Status);
        Assert.Equal(LogisticStatus.Separated, fit.Pooled.Status);
    }

    [Fact]
    public void Fit_SameGroupsTwice_IsRefused()
    {
        var fit = MixedDraw.Of(200, 5, (i => i / 10, 1), (i => 19 - i / 10, 1)).Fit();
        Assert.Equal(MixedLogitStatus.FactorRepeated, fit.Status);
        Assert.Equal("g1", fit.Factor);
    }

    [Fact]
    public void Fit_QuadratureOfTwoFactors_IsRefused() =>
        Assert.Equal(MixedLogitStatus.QuadratureNeedsOneFactor, Nested(6).Fit(new MixedLogitOptions { QuadraturePoints = 5 }).Status);

    [Fact]
    public void Fit_TooManyCrossedLevels_IsRefused() =>
        Assert.Equal(
            MixedLogitStatus.TooManyCrossedLevels,
            MixedDraw.Of(8000, 7, (i => i % 1500, 0.5), (i => i * 31 % 1201, 0.5)).Fit().Status
        );

    [Fact]
    public void Fit_NoFactor_IsRefused() => Assert.Equal(MixedLogitStatus.NoGroupingFactor, MixedDraw.Of(50, 8).Fit().Status);

    [Fact]
    public void Fit_OrderOfRows_DoesNotMatter()
    {
        var data = Nested(9);
        var (one, other) = (data.Fit().Estimates!, data.Take(Enumerable.Range(0, 1200).Reverse()).Fit().Estimates!);
        Assert.Equal(one.LogLikelihood, other.LogLikelihood, 1e-10 * Math.Abs(one.LogLikelihood));
        Same(one, other, 1e-9);
    }

    [Fact]
    public void Fit_LabelsOfGroups_DoNotMatter()
    {
        var data = Nested(10);
        var renamed = data with
        {
            Groups =
            [
                [.. data.Groups[0].Select(g => 99 - g)],
                [.. data.Groups[1].Select(g => (g + 7) % 25)],
            ],
        };
        Same(data.Fit().Estimates!, renamed.Fit().Estimates!, 1e-9);
    }

    [Fact]
    public void Fit_ScaledAndShiftedCovariate_ScalesItsCoefficientAndMovesTheIntercept()
    {
        var data = Nested(11);
        var (one, other) = (data.Fit().Estimates!, (data with { X = [.. data.X.Select(x => 250 * x + 1e4)] }).Fit().Estimates!);
        var (slope, scaled) = (one.Coefficients[1].Estimate!, other.Coefficients[1].Estimate!);
        Assert.Equal(slope.Value, 250 * scaled.Value, 1e-9);
        Assert.Equal(slope.StandardError, 250 * scaled.StandardError, 1e-9);
        Assert.Equal(one.Coefficients[0].Estimate!.Value, other.Coefficients[0].Estimate!.Value + 1e4 * scaled.Value, 1e-8);
        Assert.Equal(one.Components[0].StandardDeviation, other.Components[0].StandardDeviation, 1e-9);
    }

    [Fact]
    public void Fit_AliasedColumn_HasNoEstimateAndPredictionsStand()
    {
        var data = Nested(12);
        var fit = data.Fit(null, new NumericTerm("twice", [.. data.X.Select(x => (double?)(2 * x))]));
        var estimates = fit.Estimates!;
        Assert.Null(estimates.Coefficients[2].Estimate);
        Assert.NotNull(estimates.Predict([1, 0.5, 1]));
        Assert.Null(estimates.Predict([1, 0.5, 7]));
    }

    [Fact]
    public void LinearPredictorIn_RowOfTheData_IsTheFittedOne()
    {
        var data = Nested(13);
        var estimates = data.Fit().Estimates!;
        for (var row = 0; row < 1200; row += 111)
        {
            string[] groups = [.. data.Groups.Select(g => "l" + g[row])];
            Assert.Equal(estimates.LinearPredictor[row], estimates.LinearPredictorIn([1, data.X[row]], groups)!.Value, 1e-10);
            Assert.Equal(estimates.FixedPart[row], estimates.LinearPredictorIn([1, data.X[row]], [null, "unknown"])!.Value, 1e-10);
        }
    }

    [Fact]
    public void Fit_QuadratureOfOnePoint_IsLaplaceAndManyPointsSettle()
    {
        var data = MixedDraw.Of(600, 14, (i => i / 12, 1.2));
        double At(int points) => data.Fit(new MixedLogitOptions { QuadraturePoints = points }).Estimates!.LogLikelihood;
        Assert.Equal(At(19), At(25), 1e-7);
        Assert.InRange(Math.Abs(At(1) - At(25)), 1e-3, 2);
    }

    [Fact]
    public void Fit_OptionsOutOfRange_Throw()
    {
        var data = Nested(15);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Fit(new MixedLogitOptions { QuadraturePoints = 26 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Fit(new MixedLogitOptions { Starts = 0 }));
    }

    private static void Same(MixedLogitEstimates one, MixedLogitEstimates other, double tolerance)
    {
        foreach (var (a, b) in one.Coefficients.Zip(other.Coefficients))
        {
            Assert.Equal(a.Estimate!.Value, b.Estimate!.Value, tolerance);
            Assert.Equal(a.Estimate.StandardError, b.Estimate.StandardError, tolerance);
        }

        foreach (var (a, b) in one.Components.Zip(other.Components))
        {
            Assert.Equal(a.StandardDeviation, b.StandardDeviation, tolerance);
            Assert.Equal(a.LogStandardDeviationError!.Value, b.LogStandardDeviationError!.Value, 100 * tolerance);
        }
    }
}
