using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Commands;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// Writes <c>sammenligning.html</c>: one page that needs nothing beside it, for those who must see what changed and decide whether it is explained. It holds what the two editions hold, and
/// nothing else. The same comparison gives the same bytes.
/// </summary>
public static class ComparisonPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="comparison">The comparison and its explanations.</param>
    /// <param name="content">Words, look, drawings and what the editions were made from.</param>
    /// <param name="diagnostics">
    /// Receives what is wrong with the page's own files (RB2001–RB2004, RB7082: errors) and with drawings (RB7080, RB7081, RB7083: warnings).
    /// </param>
    /// <returns>UTF-8 HTML; null when there is an error.</returns>
    public static byte[]? Write(ExplainedComparison comparison, ComparisonPageContent content, DiagnosticBag diagnostics)
    {
        var folder = content.Templates.PageFolder;
        if (PageSkeleton.Read(folder, ShownPath.Of(folder), diagnostics) is not { } skeleton)
        {
            return null;
        }

        var (result, labels) = (comparison.Result, content.Labels);
        var text = new DifferenceText(result, labels);
        // The names are half of what must be known before anything can be written.
        ShownPlaces places = null!;
        DifferenceNames names = null!;
        ContentDifferences differences = null!;
        Parallel.Invoke(
            () => names = new DifferenceNames(result, result.Differences.Concat(result.WithinTolerance).Concat(result.Outliers), labels),
            () => (places, differences) = (new ShownPlaces(result, labels), new ContentDifferences(result))
        );
        var groups = new ExplanationGroups(comparison);
        var contents = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["tittel"] = new HtmlOutput().Text(TitleOf(result, labels)).ToString(),
            ["stil"] = skeleton.Style,
            ["skript"] = skeleton.Script,
            // Nothing runs in the page but this very script, whatever an edition holds.
            ["skriptavtrykk"] = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(skeleton.Script))),
            ["utgaver"] = SummarySection.Editions(EditionFacts.All, comparison, content),
            ["oppsummering"] = SummarySection.Write(comparison, text, differences, labels),
            ["grunnlag"] = SummarySection.Editions(EditionFacts.Ground, comparison, content) + GroundSection.Write(result, content),
            ["forklaringer"] = ExplanationSection.Write(comparison, groups, names, labels),
            ["tabeller"] = TableSection.Write(result, labels, places, names, differences),
            ["figurer"] = FigureSection.Write(result, content, places, names, differences, text.Numbers, diagnostics),
            ["setninger"] = ClaimSection.Write(result, labels, text),
            ["toleransegrenser"] = new HtmlOutput().Text(ToleranceText.Of(content.Tolerances, labels)).ToString(),
            ["toleranse"] = ClosedList.Write("tolerance", result.WithinTolerance, "sammenligning.toleranse", labels),
            ["uvanlige"] = ClosedList.Write("outliers", result.Outliers, "sammenligning.uvanlige", labels),
            ["laget"] = new HtmlOutput().Text(labels.Get("sammenligning.laget", result.New.Origin.ToolVersion)).ToString(),
            ["data"] = new DifferenceRows(labels, text, places, groups, names).Write(comparison),
        };
        if (contents["figurer"].Contains("<svg", StringComparison.Ordinal))
        {
            contents["stil"] = PageFonts.Rules() + skeleton.Style;
        }

        var page = skeleton.Fill(contents, diagnostics);
        return diagnostics.HasErrors ? null : page;
    }

    /// <summary>Which edition is held against which.</summary>
    internal static string TitleOf(ComparisonResult result, LabelSet labels) =>
        labels.Get("sammenligning.tittel", result.New.Origin.Name, result.Old.Origin.Name);
}
