using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Commands;

/// <summary>A comparison as files: for machines, as a page, as an annex.</summary>
internal static class ComparisonFiles
{
    private const string Json = "sammenligning.json";
    private const string Page = "sammenligning.html";
    private const string Annex = "sammenligning.pdf";

    /// <summary>Makes them; the bag says what is wrong with words, look or drawings.</summary>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> MakeAsync(
        ExplainedComparison explained,
        ComparisonPageContent content,
        ReportSettings? report,
        DiagnosticBag bag,
        CancellationToken cancellation
    )
    {
        var options = report is null ? new NodeTypesetterOptions() : new NodeTypesetterOptions { TimeLimit = report.TypesettingLimit };
        await using var typesetter = NodeTypesetter.Start(options);
        var page = ComparisonPage.Write(explained, content, bag);
        var annex = await ComparisonAnnex.MakeAsync(explained, content, report?.Publication, typesetter, bag, cancellation);
        if (page is null || bag.HasErrors)
        {
            return [];
        }

        (string Name, byte[] Content)[] files = [(Json, ComparisonJson.Write(explained)), (Page, page)];
        return annex is null ? files : [.. files, (Annex, annex)];
    }
}
