using Xunit;

namespace ReportBuilder.Tests.Conventions;

/// <summary>Each ambiguity of the published report is decided in the rule files, told in the documentation, and open to choice where there is one.</summary>
public class AmbiguityTest
{
    private static readonly string[] All = [.. Enumerable.Range(1, 17).Select(n => $"A{n}")];

    [Fact]
    public void Limitations_EveryAmbiguity_HasALineOfItsOwn()
    {
        var lines = File.ReadAllLines(Repository.PathOf("docs/limitations.md"));
        Assert.All(
            All,
            a =>
                Assert.Single(
                    lines,
                    l => l.StartsWith($"| {a} |", StringComparison.Ordinal) || l.StartsWith($"| {a}* |", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Readings_ThatCanBeChosen_AreInSettingsAndMarkedInLimitations()
    {
        var choices = File.ReadAllLines(Repository.PathOf("data/recodings/lesninger.csv"))
            .Skip(1)
            .Select(l => l.Split(',')[..3])
            .GroupBy(l => l[0], StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .ToDictionary(g => g.Key, g => g.Single(l => l[2] == "ja")[1], StringComparer.Ordinal);
        var settings = File.ReadAllText(Repository.PathOf("report.yaml"));
        var limitations = File.ReadAllText(Repository.PathOf("docs/limitations.md"));
        Assert.NotEmpty(choices);
        Assert.All(choices, c => Assert.Contains($"    {c.Key}: {c.Value}\n", settings, StringComparison.Ordinal));
        Assert.All(All, a => Assert.Equal(choices.ContainsKey(a), limitations.Contains($"| {a}* |", StringComparison.Ordinal)));
    }
}
