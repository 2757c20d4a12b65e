using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Documents;

/// <summary>Holds diagnostics and tests together.</summary>
public class TemplateTextsTest
{
    [Fact]
    public void Diagnostics_OfTemplatesAndDocuments_AreAllTested()
    {
        var tests = Path.Combine(DocumentFixture.RepositoryFolder, "tests", "ReportBuilder.Tests");
        var text = string.Concat(
            new[] { "Templating", "Documents" }
                .SelectMany(f => Directory.EnumerateFiles(Path.Combine(tests, f), "*Test*.cs", SearchOption.AllDirectories))
                .Select(File.ReadAllText)
        );

        var own = new[] { "templates.csv", "claims.csv" }
            .SelectMany(f => File.ReadLines(Path.Combine(DocumentFixture.RepositoryFolder, "src", "ReportBuilder", "Texts", f)))
            .Select(l => l.Split(',')[0])
            .Where(k => k.StartsWith("RB", StringComparison.Ordinal));
        Assert.All(own, code => Assert.Contains(code, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Units_OfQuantities_AllHaveAName() =>
        Assert.All(Enum.GetNames<ReportBuilder.Editions.Unit>(), u => Assert.Contains("unit." + u, ToolTexts.Keys));
}
