using ReportBuilder.Charts;
using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Charts;

/// <summary>Fonts and labels of the repository. The fonts are put in place by the build of the typesetter; without them a test is skipped.</summary>
internal static class ChartTestBed
{
    private static readonly Lazy<ChartFonts?> LoadedFonts = new(() =>
        Directory.Exists(FontFolder) ? ChartFonts.Load(ChartFontFiles.InPackage(FontFolder), new DiagnosticBag()) : null
    );

    public static string Root => Repository.Root;

    public static ChartFonts Fonts
    {
        get
        {
            Assert.SkipWhen(LoadedFonts.Value is null, "Source Sans 3 is not installed (npm packages of the typesetter).");
            return LoadedFonts.Value!;
        }
    }

    private static string FontFolder =>
        Path.Combine(Root, "src", "ReportBuilder", "Typesetting", "node", "node_modules", "@expo-google-fonts", "source-sans-3");

    public static LabelSet Labels(DiagnosticBag diagnostics) =>
        LabelSet.Read(Path.Combine(Root, "templates", "labels", "nb"), "templates/labels/nb", diagnostics);

    /// <summary>A renderer with the standard look, and where its diagnostics go.</summary>
    public static (ChartRenderer Renderer, DiagnosticBag Diagnostics) Renderer()
    {
        var diagnostics = new DiagnosticBag();
        return (new ChartRenderer(Fonts, ChartStyle.Default, Labels(diagnostics), diagnostics), diagnostics);
    }
}
