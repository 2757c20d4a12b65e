using ReportBuilder.Charts;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// The typeface of the charts, for a page that holds drawings: their words were placed with its widths, and are cut off in a wider one. Not in a page without drawings, and left out where the
/// package is not there: then the reader's own typeface is used.
/// </summary>
internal static class PageFonts
{
    /// <summary>Rules for the style sheet; empty when the package is not there.</summary>
    public static string Rules()
    {
        var files = ChartFontFiles.InPackage(TypesetterFolder.FontPackage);
        return string.Concat(
            new[] { (400, files.Regular), (600, files.SemiBold) }.Where(f => File.Exists(f.Item2)).Select(f => Rule(f.Item1, f.Item2))
        );
    }

    private static string Rule(int weight, string file) =>
        $"@font-face {{ font-family: \"Source Sans 3\"; font-weight: {weight}; src: url(data:font/ttf;base64,{Convert.ToBase64String(File.ReadAllBytes(file))}) format(\"truetype\"); }}\n";
}
