using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>A comparison as files: for machines, as a page, as an annex.</summary>
internal static class ComparisonFiles
{
    private const string Json = "sammenligning.json";
    private const string Page = "sammenligning.html";

    /// <summary>Makes them; the bag says what is wrong with words, look or drawings.</summary>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> MakeAsync(
        ExplainedComparison explained,
        ComparisonPageContent content,
        ReportSettings? report,
        DiagnosticBag bag,
        CancellationToken cancellation
    )
    {
        var page = ComparisonPage.Write(explained, content, bag);
        await Task.CompletedTask;
        return page is null ? [] : [(Json, ComparisonJson.Write(explained)), (Page, page)];
    }
}
