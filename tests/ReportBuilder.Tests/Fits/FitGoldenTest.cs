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
