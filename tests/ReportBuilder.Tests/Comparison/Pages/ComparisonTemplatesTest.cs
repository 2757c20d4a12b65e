using ReportBuilder.Comparison.Pages;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ComparisonTemplatesTest
{
    [Fact]
    public void OfTool_Folders_FollowTheProgram()
    {
        var templates = ComparisonTemplates.OfTool;
        Assert.True(File.Exists(Path.Combine(templates.Folder, "bok.yaml")));
        Assert.True(File.Exists(Path.Combine(templates.PageFolder, "side.html")));
        Assert.True(File.Exists(Path.Combine(templates.LabelFolder, "sammenligning.csv")));
        Assert.True(File.Exists(Path.Combine(templates.StyleFolder, "report.typ")));
    }
}
