using System.Globalization;
using System.Text.RegularExpressions;
using ReportBuilder.Commands;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Fits;

/// <summary>What the terminal and the JSON file look like, whole. Digits that only rounding decides are left out.</summary>
public class FitGoldenTest
{
    public static TheoryData<string, string> Models =>
        new()
        {
            { "logistisk", "y ~ scale(x) + factor(b) * urban + dup + null" },
            { "flernivaa", "y ~ x + l + (1 | g/h) + (1 | k)" },
            { "avvist", "y ~ x + ok" },
        };

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Run_Model_IsShownAndWrittenAsExpected(string name, string formula)
    {
        var run = await FitBench.RunFileAsync(FitBench.ReferenceData, formula, o => o with { HasInflation = name == "logistisk" });
        var folder = Repository.PathOf("tests/ReportBuilder.Tests/Fits/Golden");
        GoldenFile.Compare(Path.Combine(folder, name + ".txt"), Steady(run.Said));
        GoldenFile.Compare(Path.Combine(folder, name + ".json"), Steady(run.Json));
    }

    [Fact]
    public async Task Run_Profile_ReplacesTheIntervalOnTheTerminal()
    {
        var run = await FitBench.RunFileAsync(FitBench.ReferenceData, "y ~ x", o => o with { HasProfile = true });
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.Contains("95 % profil fra", run.Said, StringComparison.Ordinal);
        var x = run.Coefficients["x"];
        Assert.Equal(x.GetProperty("low").GetDouble(), x.GetProperty("profileLow").GetDouble(), 0.02);
        Assert.NotEqual(x.GetProperty("low").GetDouble(), x.GetProperty("profileLow").GetDouble());
    }

    [Fact]
    public async Task Run_QuadratureAndProfile_AreThoseOfTheEngine()
    {
        var laplace = await FitBench.RunFileAsync(
            FitBench.ReferenceData,
            "y ~ x + (1 | g)",
            o => o with { HasProfile = true, HasModes = true }
        );
        var agq = await FitBench.RunFileAsync(FitBench.ReferenceData, "y ~ x + (1 | g)", o => o with { Quadrature = 7 });
        Assert.Equal(("laplace", 1), Method(laplace));
        Assert.Equal(("agq", 7), Method(agq));
        Assert.NotEqual(laplace.Result.GetProperty("logLik").GetDouble(), agq.Result.GetProperty("logLik").GetDouble());
        var effect = laplace.Result.GetProperty("randomEffects")[0];
        var variance = effect.GetProperty("variance").GetDouble();
        Assert.InRange(variance, effect.GetProperty("profileLow").GetDouble(), effect.GetProperty("profileHigh").GetDouble());
        Assert.Equal(24, effect.GetProperty("conditionalModes").GetArrayLength());

        static (string?, int) Method(FitBench run) =>
            (run.Result.GetProperty("method").GetString(), run.Result.GetProperty("quadraturePoints").GetInt32());
    }

    private static string Steady(string text)
    {
        text = text.Replace(FitBench.ReferenceData, "formulas.csv");
        text = Regex.Replace(text, @"""gradientNorm"": [^,]+", "\"gradientNorm\": …");
        text = Regex.Replace(text, @"største gradient [^,]+", "største gradient …");
        return Regex.Replace(
            text,
            @"-?\d+\.\d{7,}(E[-+]\d+)?",
            m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("G6", CultureInfo.InvariantCulture)
        );
    }
}
