using System.Text.Json;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Multilevel;

/// <summary>The models of the report on the simulated file, against the best optimum that R finds (multilevel_synth.json, random_intercept.json).</summary>
public class MixedLogitReferenceTest
{
    private static readonly JsonElement Expected = ReferenceFiles.Json("multilevel_synth.json").GetProperty("models");
    private static readonly JsonElement Intercepts = ReferenceFiles.Json("random_intercept.json");

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    [InlineData("m4")]
    [InlineData("m5")]
    [InlineData("m5b")]
    public void Fit_ReferenceModel_ReachesTheOptimum(string model)
    {
        var expected = Expected.GetProperty(model);
        var fit = SynthMixed.Of(model);
        Assert.Equal(MixedLogitStatus.Converged, fit.Status);
        Assert.Equal(expected.GetProperty("n").GetInt32(), fit.Design.RowCount);
        Close.To(expected.Number("logLik"), fit.Estimates!.LogLikelihood, 0, model, 1e-7);
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    [InlineData("m4")]
    [InlineData("m5")]
    [InlineData("m5b")]
    public void Fit_ReferenceModel_HasCoefficientsAndErrorsOfTheFullHessian(string model)
    {
        var rows = Expected.GetProperty(model).Rows("fixed").ToList();
        var coefficients = SynthMixed.Of(model).Estimates!.Coefficients;
        Assert.Equal(rows.Count, coefficients.Count);
        foreach (var (row, coefficient) in rows.Zip(coefficients))
        {
            var name = row.GetProperty("term").GetString()!;
            Close.To(row.Number("estimate"), coefficient.Estimate?.Value, 0, name, 1e-6 * row.Number("se"));
            Close.To(row.Number("se"), coefficient.Estimate?.StandardError, 1e-6, name);
        }
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    [InlineData("m4")]
    [InlineData("m5")]
    [InlineData("m5b")]
    public void Fit_ReferenceModel_HasVariancesOfTheOptimum(string model)
    {
        var components = SynthMixed.Of(model).Estimates!.Components;
        foreach (var row in Expected.GetProperty(model).Rows("components"))
        {
            var name = row.GetProperty("group").GetString()!;
            var component = Assert.Single(components, c => c.Name == name);
            Close.To(row.Number("sd"), component.StandardDeviation, 1e-7, name);
            Close.To(row.Number("se_log_sd"), component.LogStandardDeviationError, 1e-5, name);
        }
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    [InlineData("m4")]
    [InlineData("m5")]
    [InlineData("m5b")]
    public void Fit_ReferenceModel_IsCertified(string model)
    {
        var certificate = SynthMixed.Of(model).Certificate!;
        Assert.InRange(certificate.GradientNorm, 0, 1e-6);
        Assert.InRange(certificate.DistanceInStandardErrors!.Value, 0, 1e-8);
        Assert.True(certificate.SmallestEigenvalue > 1);
        Assert.Equal(3, certificate.Starts.Count);
        Assert.True(certificate.StartsAgree);
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    public void Fit_ReferenceModel_HasCovarianceOfTheOptimum(string model)
    {
        var rows = Intercepts
            .GetProperty(model)
            .Rows("vcov")
            .Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray())
            .ToList();
        var covariance = SynthMixed.Of(model).Estimates!.Covariance;
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows.Count; j++)
            {
                Close.To(rows[i][j], covariance[i, j], 1e-6, $"{i},{j}", 1e-10);
            }
        }
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    public void Fit_ReferenceModel_HasModesOfLme4(string model)
    {
        var rows = Intercepts.GetProperty(model).Rows("modes").ToDictionary(r => r.GetProperty("level").GetString()!);
        var component = Assert.Single(SynthMixed.Of(model).Estimates!.Components);
        Assert.Equal(Intercepts.GetProperty(model).GetProperty("n_groups").GetInt32(), component.LevelCount);
        Assert.All(
            component.Modes,
            group =>
            {
                Close.To(rows[group.Group].Number("mode"), group.Mode, 0, group.Group, 2e-3);
                Close.To(rows[group.Group].Number("cond_sd"), group.StandardDeviation, 2e-3, group.Group);
            }
        );
    }
}
