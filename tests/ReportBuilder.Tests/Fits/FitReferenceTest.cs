using System.Text.Json;
using ReportBuilder.Commands;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Tests.Fits;

/// <summary>Against R: names, order, aliasing and numbers of models written in R's notation (<c>formulas.R</c>).</summary>
public class FitReferenceTest
{
    public static TheoryData<string> Plain => [.. Formulas("plain")];

    public static TheoryData<string> Mixed => [.. Formulas("mixed")];

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Fit_PlainModel_IsThatOfR(string formula)
    {
        var run = await FitBench.RunFileAsync(FitBench.ReferenceData, formula);
        AssertEqual(Expected("plain", formula), run, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Mixed))]
    public async Task Fit_RandomIntercepts_AreThoseOfR(string formula)
    {
        var run = await FitBench.RunFileAsync(FitBench.ReferenceData, formula);
        var expected = Expected("mixed", formula);
        AssertEqual(expected, run, 1e-4);
        var groups = run.Result.GetProperty("randomEffects").EnumerateArray().ToList();
        Assert.Equal(Texts(expected, "groups"), groups.Select(g => g.GetProperty("group").GetString()));
        Assert.Equal(Numbers(expected, "levels"), groups.Select(g => (double?)g.GetProperty("levels").GetInt32()));
        foreach (var (variance, group) in Numbers(expected, "variances").Zip(groups))
        {
            Assert.Equal(1, group.GetProperty("variance").GetDouble() / variance!.Value, 1e-4);
        }

        var certificate = run.Result.GetProperty("certificate");
        Assert.InRange(certificate.GetProperty("gradientNorm").GetDouble(), 0, 1e-5);
        Assert.True(certificate.GetProperty("smallestEigenvalue").GetDouble() > 0);
        Assert.True(certificate.GetProperty("startsAgree").GetBoolean());
    }

    [Fact]
    public async Task Fit_ChosenReferences_AreThoseOfRelevel()
    {
        var run = await FitBench.RunFileAsync(
            FitBench.ReferenceData,
            "y ~ factor(b) * x + f",
            o => o with { References = ["factor(b)=10", "f=vest"] }
        );
        AssertEqual(FitBench.Reference.GetProperty("releveled"), run, 1e-9);
    }

    [Fact]
    public async Task Fit_Clusters_GiveTheErrorsOfVcovCL()
    {
        var expected = FitBench.Reference.GetProperty("robust");
        var run = await FitBench.RunFileAsync(
            FitBench.ReferenceData,
            expected.GetProperty("formula").GetString()!,
            o => o with { Cluster = "g" }
        );
        AssertMatrix(expected.GetProperty("CR0"), run.Result.GetProperty("covariance"));
        var both = run.Result.GetProperty("clusterRobust");
        AssertMatrix(expected.GetProperty("CR0"), both.GetProperty("CR0").GetProperty("covariance"));
        AssertMatrix(expected.GetProperty("CR1"), both.GetProperty("CR1").GetProperty("covariance"));
        Assert.Equal(24, both.GetProperty("groups").GetInt32());
        var x = run.Coefficients["x"];
        Assert.Equal(Math.Sqrt(expected.GetProperty("CR0")[1][1].GetDouble()), x.GetProperty("standardError").GetDouble(), 1e-9);
        Assert.NotEqual(x.GetProperty("standardError").GetDouble(), x.GetProperty("modelStandardError").GetDouble());
    }

    [Theory]
    [InlineData(HeteroscedasticityCorrection.HC0)]
    [InlineData(HeteroscedasticityCorrection.HC1)]
    [InlineData(HeteroscedasticityCorrection.HC2)]
    [InlineData(HeteroscedasticityCorrection.HC3)]
    public async Task Fit_RobustErrors_AreThoseOfVcovHC(HeteroscedasticityCorrection kind)
    {
        var expected = FitBench.Reference.GetProperty("robust");
        var run = await FitBench.RunFileAsync(
            FitBench.ReferenceData,
            expected.GetProperty("formula").GetString()!,
            o => o with { Robust = kind }
        );
        AssertMatrix(expected.GetProperty(kind.ToString()), run.Result.GetProperty("covariance"));
        Assert.Equal(kind.ToString(), run.Result.GetProperty("standardErrors").GetString());
    }

    private static void AssertEqual(JsonElement expected, FitBench run, double tolerance)
    {
        Assert.Equal((ExitCodes.Done, string.Empty), (run.Code, run.Complained));
        var result = run.Result;
        Assert.True(result.GetProperty("converged").GetBoolean());
        Assert.Equal(expected.GetProperty("nobs").GetInt32(), result.GetProperty("nobs").GetInt32());
        Assert.Equal(expected.GetProperty("logLik").GetDouble(), result.GetProperty("logLik").GetDouble(), 1e-7);
        var coefficients = result.GetProperty("coefficients").EnumerateArray().ToList();
        Assert.Equal(Texts(expected, "terms"), coefficients.Select(c => c.GetProperty("term").GetString()));
        var (estimates, errors) = (Numbers(expected, "estimates"), Numbers(expected, "errors"));
        for (var i = 0; i < coefficients.Count; i++)
        {
            Assert.Equal(estimates[i] is null, coefficients[i].GetProperty("aliased").GetBoolean());
            Assert.Equal(estimates[i] is null, coefficients[i].GetProperty("estimate").ValueKind == JsonValueKind.Null);
            if (estimates[i] is { } estimate && errors[i] is { } error)
            {
                Assert.Equal(estimate, coefficients[i].GetProperty("estimate").GetDouble(), tolerance * error);
                Assert.Equal(error, coefficients[i].GetProperty("standardError").GetDouble(), tolerance * error);
            }
        }

        string?[] estimated =
        [
            .. coefficients.Where(c => !c.GetProperty("aliased").GetBoolean()).Select(c => c.GetProperty("term").GetString()),
        ];
        Assert.Equal(estimated, Texts(result, "covarianceTerms"));
        Assert.Equal(estimated.Length, result.GetProperty("covariance").GetArrayLength());
    }

    private static void AssertMatrix(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
        foreach (var (row, own) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
        {
            foreach (var (value, ours) in row.EnumerateArray().Zip(own.EnumerateArray()))
            {
                Assert.Equal(value.GetDouble(), ours.GetDouble(), 1e-9 * Math.Abs(value.GetDouble()));
            }
        }
    }

    private static JsonElement Expected(string kind, string formula) =>
        FitBench.Reference.GetProperty(kind).EnumerateArray().Single(e => e.GetProperty("formula").GetString() == formula);

    private static IEnumerable<string> Formulas(string kind) =>
        FitBench.Reference.GetProperty(kind).EnumerateArray().Select(e => e.GetProperty("formula").GetString()!);

    private static List<string?> Texts(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(e => e.GetString())];

    private static List<double?> Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Null ? (double?)null : e.GetDouble())];
}
