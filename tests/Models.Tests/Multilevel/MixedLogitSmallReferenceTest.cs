using System.Text.Json;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Multilevel;

/// <summary>Crossed, unbalanced, large and zero variances, three factors, against glmmTMB and lme4 (multilevel_small.R).</summary>
public class MixedLogitSmallReferenceTest
{
    [Theory]
    [InlineData("crossed", "x z", "a b")]
    [InlineData("unbalanced", "x", "s:g g")]
    [InlineData("large_variance", "x", "g")]
    [InlineData("three", "x", "b:a a c")]
    public void Fit_SmallModel_IsTheOptimumOfR(string name, string covariates, string factors)
    {
        var expected = SmallMixed.Expected.GetProperty(name);
        var fit = SmallMixed.Fit(name, covariates.Split(' '), factors.Split(' '));
        Assert.Equal(MixedLogitStatus.Converged, fit.Status);
        Assert.True(fit.Certificate!.StartsAgree);
        var estimates = fit.Estimates!;
        Close.To(expected.Number("logLik"), estimates.LogLikelihood, 0, "logLik", 1e-8);
        foreach (var (row, coefficient) in expected.Rows("fixed").Zip(estimates.Coefficients))
        {
            Close.To(row.Number("estimate"), coefficient.Estimate?.Value, 0, coefficient.Column.Name, 1e-6 * row.Number("se"));
            Close.To(row.Number("se"), coefficient.Estimate?.StandardError, 1e-5, coefficient.Column.Name);
        }

        foreach (var row in expected.Rows("components"))
        {
            var component = Assert.Single(estimates.Components, c => c.Name == row.GetProperty("group").GetString());
            Close.To(row.Number("sd"), component.StandardDeviation, 1e-6, component.Name);
            Close.To(row.Number("se_log_sd"), component.LogStandardDeviationError, 1e-5, component.Name);
        }

        Assert.All(expected.Rows("modes"), row => SameMode(row, estimates));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fit_Quadrature_IsTheOptimumOfLme4(int index)
    {
        var expected = SmallMixed.Expected.GetProperty("large_variance").Rows("agq").ElementAt(index);
        var options = new MixedLogitOptions { QuadraturePoints = expected.GetProperty("points").GetInt32() };
        var fit = SmallMixed.Fit("large_variance", ["x"], ["g"], options);
        Assert.Equal(MixedLogitStatus.Converged, fit.Status);
        Assert.True(fit.Certificate!.StartsAgree);

        // Quadrature with few points depends on the exact place of the modes, where lme4's inner iterations leave the last digits.
        Close.To(expected.Number("logLik"), fit.Estimates!.LogLikelihood, 0, "logLik", 1e-7);
        var component = fit.Estimates.Components[0];
        Close.To(expected.Number("sd"), component.StandardDeviation, 1e-5, "sd");
        Close.To(expected.Number("se_sd"), component.StandardDeviation * component.LogStandardDeviationError, 1e-4, "se_sd");
        var (values, errors) = (expected.Numbers("estimate"), expected.Numbers("se"));
        for (var j = 0; j < values.Length; j++)
        {
            var estimate = fit.Estimates.Coefficients[j].Estimate!;
            Close.To(values[j]!.Value, estimate.Value, 0, "estimate", 1e-4 * errors[j]!.Value);
            Close.To(errors[j]!.Value, estimate.StandardError, 1e-4, "se");
        }
    }

    [Fact]
    public void Fit_QuadratureOnTheSimulatedFile_IsTheOptimumOfLme4()
    {
        var expected = ReferenceFiles.Json("multilevel_synth.json").GetProperty("models").GetProperty("m2_agq7");
        var estimates = SynthMixed.Of("m2_agq7").Estimates!;
        Close.To(expected.Number("logLik"), estimates.LogLikelihood, 0, "logLik", 1e-8);
        foreach (var (row, coefficient) in expected.Rows("fixed").Zip(estimates.Coefficients))
        {
            Close.To(row.Number("estimate"), coefficient.Estimate?.Value, 0, coefficient.Column.Name, 1e-5 * row.Number("se"));
            Close.To(row.Number("se"), coefficient.Estimate?.StandardError, 1e-5, coefficient.Column.Name);
        }

        Close.To(expected.Rows("components").Single().Number("sd"), estimates.Components[0].StandardDeviation, 1e-6);
    }

    [Fact]
    public void Fit_NestedVarianceOfZero_IsReportedAndTheOthersStand()
    {
        var expected = SmallMixed.Expected.GetProperty("boundary");
        var fit = SmallMixed.Fit("boundary", ["x"], ["s:g", "g"]);
        Assert.Equal(MixedLogitStatus.VarianceOnBoundary, fit.Status);
        var estimates = fit.Estimates!;
        Assert.True(estimates.Components[0].IsOnBoundary);
        Assert.True(estimates.Components[0].BoundaryScore < 0);
        Assert.Equal(0, estimates.Components[0].StandardDeviation);
        Assert.Null(estimates.Components[0].VarianceError);
        Assert.All(estimates.Components[0].Modes, m => Assert.Equal(0, m.Mode));
        Close.To(expected.Number("logLik"), estimates.LogLikelihood, 0, "logLik", 1e-9);
        Close.To(expected.Rows("components").Single().Number("sd"), estimates.Components[1].StandardDeviation, 1e-6);
        foreach (var (row, coefficient) in expected.Rows("fixed").Zip(estimates.Coefficients))
        {
            Close.To(row.Number("estimate"), coefficient.Estimate?.Value, 0, coefficient.Column.Name, 1e-6 * row.Number("se"));
            Close.To(row.Number("se"), coefficient.Estimate?.StandardError, 1e-5, coefficient.Column.Name);
        }

        Assert.True(fit.Certificate!.StartsAgree);
        Assert.True(fit.Certificate.SmallestEigenvalue > 0);
    }

    [Fact]
    public void Intervals_LargeVariance_AreThoseOfTheProfile()
    {
        var fit = SmallMixed.Fit("large_variance", ["x"], ["g"]);
        var interval = Assert.Single(VarianceProfile.Intervals(fit));
        var ends = SmallMixed.Expected.GetProperty("large_variance").Numbers("profile_g");
        Close.To(ends[0]!.Value, interval.StandardDeviation?.Low, 1e-6);
        Close.To(ends[1]!.Value, interval.StandardDeviation?.High, 1e-6);
        Close.To(ends[0]!.Value * ends[0]!.Value, interval.Variance?.Low, 1e-6);
        var share = ends[1]!.Value * ends[1]!.Value;
        Close.To(share / (share + MixedLogitEstimates.ResidualVariance), interval.IntraclassCorrelation?.High, 1e-6);
    }

    [Fact]
    public void Intervals_NestedModel_AreThoseOfTheProfileAndReachTheBoundary()
    {
        var expected = SmallMixed.Expected.GetProperty("unbalanced");
        var fit = SmallMixed.Fit("unbalanced", ["x"], ["s:g", "g"]);
        var intervals = VarianceProfile.Intervals(fit);
        foreach (var (interval, ends) in intervals.Zip([expected.Numbers("profile_s_in_g"), expected.Numbers("profile_g")]))
        {
            Close.To(ends[0]!.Value, interval.StandardDeviation?.Low, 1e-6, interval.Name, 1e-12);
            Close.To(ends[1]!.Value, interval.StandardDeviation?.High, 1e-6, interval.Name);
            var share = fit.Estimates!.Components.Single(c => c.Name == interval.Name).IntraclassCorrelation;
            Assert.InRange(share, interval.IntraclassCorrelation!.Value.Low, interval.IntraclassCorrelation.Value.High);
        }

        Assert.Equal(0, intervals[1].IntraclassCorrelation!.Value.Low);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ShapiroWilk_SmallSample_IsThatOfR(int index)
    {
        var expected = SmallMixed.Expected.Rows("shapiro").ElementAt(index);
        var test = ShapiroWilk.Test([.. expected.Numbers("x").Select(v => v!.Value)])!.Value;
        Close.To(expected.Number("W"), test.W, 1e-7);
        Close.To(expected.Number("p"), test.P, 1e-6);
    }

    private static void SameMode(JsonElement row, MixedLogitEstimates estimates)
    {
        var component = estimates.Components.Single(c => c.Name == row.GetProperty("group").GetString());
        var mode = component.Modes.Single(m => m.Group == row.GetProperty("level").GetString());
        Close.To(row.Number("mode"), mode.Mode, 0, mode.Group, 1e-6);
        Close.To(row.Number("cond_sd"), mode.StandardDeviation, 1e-6, mode.Group);
        Close.To(row.Number("se"), mode.PredictionError, 1e-5, mode.Group);
    }
}
