using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Multilevel;

/// <summary>The municipality and project models on the simulated file, against glmmTMB and lme4 (random_intercept.json).</summary>
public class RandomInterceptReferenceTest
{
    private static readonly JsonElement Expected = ReferenceFiles.Json("random_intercept.json");

    private static readonly Dictionary<string, Lazy<RandomInterceptFit>> Fits = new()
    {
        ["m2"] = new(() => Fit("innvandrerandel", "kommune", ["innvandrerandel", "nettoinnflytting", "arbeidsmarked"])),
        ["m3"] = new(() => Fit("lonn_per_deltaker", "prosjekt", ["lonn_per_deltaker"])),
    };

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    public void Fit_ReferenceModel_ConvergesFully(string model)
    {
        var fit = Fits[model].Value;
        Assert.Equal(RandomInterceptStatus.Converged, fit.Status);
        Assert.Equal(Expected.GetProperty(model).GetProperty("n").GetInt32(), fit.Design.RowCount);
        Assert.InRange(fit.Iterations, 2, 12);
        Assert.InRange(fit.GradientNorm!.Value, 0, 1e-6);
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    public void Fit_ReferenceModel_HasCoefficientsAndErrorsOfTheOptimum(string model)
    {
        var rows = Expected.GetProperty(model).Rows("fixed").ToList();
        var coefficients = Fits[model].Value.Estimates!.Coefficients;
        Assert.Equal(rows.Count, coefficients.Count);
        foreach (var (row, coefficient) in rows.Zip(coefficients))
        {
            var name = row.GetProperty("term").GetString()!;
            Close.To(row.Number("estimate"), coefficient.Estimate?.Value, 1e-7, name, 1e-9);
            Close.To(row.Number("se"), coefficient.Estimate?.StandardError, 1e-7, name);
        }
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    public void Fit_ReferenceModel_HasCovarianceOfTheOptimum(string model)
    {
        var rows = Expected
            .GetProperty(model)
            .Rows("vcov")
            .Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray())
            .ToList();
        var covariance = Fits[model].Value.Estimates!.Covariance;
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
    public void Fit_ReferenceModel_HasVarianceAndLikelihoodOfTheOptimum(string model)
    {
        var expected = Expected.GetProperty(model);
        var estimates = Fits[model].Value.Estimates!;
        Close.To(expected.Number("sd"), estimates.StandardDeviation, 1e-8);
        Close.To(expected.Number("se_log_sd"), estimates.LogStandardDeviationError, 1e-7);
        Close.To(expected.Number("icc"), estimates.IntraclassCorrelation, 1e-8);
        Close.To(expected.Number("logLik"), estimates.LogLikelihood, 1e-12);
    }

    [Theory]
    [InlineData("m2")]
    [InlineData("m3")]
    public void Fit_ReferenceModel_HasModesOfLme4(string model)
    {
        var rows = Expected.GetProperty(model).Rows("modes").ToDictionary(r => r.GetProperty("level").GetString()!);
        var groups = Fits[model].Value.Estimates!.Groups;
        Assert.Equal(Expected.GetProperty(model).GetProperty("n_groups").GetInt32(), groups.Count);
        Assert.All(
            groups,
            group =>
            {
                Close.To(rows[group.Group].Number("mode"), group.Mode, 0, group.Group, 2e-3);
                Close.To(rows[group.Group].Number("cond_sd"), group.StandardDeviation, 2e-3, group.Group);
            }
        );
    }

    private static RandomInterceptFit Fit(string known, string group, string[] covariates)
    {
        var uses = Synth19k.Numbers(known);
        bool?[] outcome = [.. Synth19k.Truths("maaloppnaaelse").Select((y, i) => uses[i] is null ? null : y)];
        IReadOnlyList<Term> terms =
        [
            Dummy("ordning"),
            Standardised("alder", uses),
            Dummy("kjonn"),
            new FactorTerm("utd", ["1", "2", "3"], Synth19k.Words("utdanningsnivaa")),
            .. covariates.Select(c => Standardised(c, uses)),
            Dummy("fravaer"),
        ];
        var labels = Synth19k.Words(group);
        return RandomInterceptLogit.Fit(
            ModelDesign.Build(new DummyTerm("maaloppnaaelse", outcome), terms),
            Categorical.FromLabels([.. labels.Distinct()], labels)
        );
    }

    private static DummyTerm Dummy(string column) => new(column, Synth19k.Truths(column));

    /// <summary>(x − mean) / standard deviation over the rows used, with n − 1.</summary>
    private static NumericTerm Standardised(string column, double?[] uses)
    {
        var values = Synth19k.Numbers(column);
        double[] used = [.. values.Where((v, i) => uses[i] is not null).Select(v => v!.Value)];
        var mean = used.Average();
        var sd = Math.Sqrt(used.Sum(v => (v - mean) * (v - mean)) / (used.Length - 1));
        return new NumericTerm(column, [.. values.Select((v, i) => uses[i] is null ? null : (v - mean) / sd)]);
    }
}
