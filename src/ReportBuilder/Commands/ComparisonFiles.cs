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

    /// <summary>Makes them, the annex while the others are written; the bag says what is wrong with words, look, drawings or typesetting.</summary>
    /// <param name="explained">The comparison and its explanations.</param>
    /// <param name="content">Words, look and drawings.</param>
    /// <param name="report">The settings, which know publisher and date of the edition they are for; null for none.</param>
    /// <param name="typesetter">Sets the annex; null for none.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="cancellation">Stops the typesetter.</param>
    public static async Task<IReadOnlyList<(string Name, byte[] Content)>> MakeAsync(
        ExplainedComparison explained,
        ComparisonPageContent content,
        ReportSettings? report,
        ITypesetter? typesetter,
        DiagnosticBag bag,
        CancellationToken cancellation
    )
    {
        var isOfReport = string.Equals(report?.Edition, explained.Result.New.Origin.Name, StringComparison.Ordinal);
        var publication = isOfReport ? report!.Publication : null;
        var annex = typesetter is null
            ? Task.FromResult<byte[]?>(null)
            : Task.Run(() => ComparisonAnnex.MakeAsync(explained, content, publication, typesetter, bag, cancellation), cancellation);
        var json = Task.Run(() => ComparisonJson.Write(explained), cancellation);
        var page = ComparisonPage.Write(explained, content, bag);
        (string Name, byte[]? Content)[] files = [(Json, await json), (Page, page), (Annex, await annex)];
        return [.. files.Where(f => f.Content is not null).Select(f => (f.Name, f.Content!))];
    }
}
