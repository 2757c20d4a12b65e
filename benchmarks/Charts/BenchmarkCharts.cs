using ReportBuilder.Charts;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Benchmarks.Charts;

/// <summary>Charts of the sizes found in the report, with made-up numbers, and what is needed to draw them.</summary>
internal static class BenchmarkCharts
{
    public static BarChart Columns { get; } = Bars(5, BarDirection.Vertical);

    public static BarChart ManyBars { get; } = Bars(19, BarDirection.Horizontal);

    public static DistributionChart Distribution { get; } =
        new(
            [.. Enumerable.Range(0, 26).Select(i => (double)i)],
            [Series(Scheme.Jobbsjansen, 25), Series(Scheme.Introduksjonsprogrammet, 25)],
            [Quantity.Of("prove.snitt", 9, Unit.Years, 0), Quantity.Of("prove.snitt", 4, Unit.Years, 0)],
            "Botid (år)",
            "Prosent",
            LastIsOpen: true
        );

    public static ForestChart Forest { get; } =
        new(
            [
                .. Enumerable
                    .Range(0, 5)
                    .Select(g => new ForestGroup($"Gruppe {g}", [.. Enumerable.Range(0, 6).Select(r => Row(6 * g + r))])),
            ],
            "Oddsrate",
            "lavere odds",
            "høyere odds"
        );

    public static ChartFonts LoadFonts()
    {
        var package = Path.Combine(
            Repository.Root,
            "src",
            "ReportBuilder",
            "Typesetting",
            "node",
            "node_modules",
            "@expo-google-fonts",
            "source-sans-3"
        );
        return ChartFonts.Load(ChartFontFiles.InPackage(package), new DiagnosticBag())
            ?? throw new FileNotFoundException("The fonts are put in place by the build of the typesetter.", package);
    }

    public static ChartRenderer Renderer(ChartFonts fonts)
    {
        var diagnostics = new DiagnosticBag();
        var labels = LabelSet.Read(Path.Combine(Repository.Root, "templates", "labels", "nb"), "templates/labels/nb", diagnostics);
        return new ChartRenderer(fonts, ChartStyle.Default, labels, diagnostics);
    }

    private static BarChart Bars(int categories, BarDirection direction) =>
        new(
            [.. Enumerable.Range(0, categories).Select(i => $"Kategori nummer {i}")],
            [Series(Scheme.Jobbsjansen, categories), Series(Scheme.Introduksjonsprogrammet, categories)],
            direction,
            "Prosent"
        );

    private static ChartSeries Series(Scheme scheme, int values) =>
        new(
            scheme,
            scheme.ToString(),
            [.. Enumerable.Range(0, values).Select(i => Quantity.Of("prove.andel", (i + 1 + (int)scheme) / 40.0, Unit.Share, 1))]
        );

    private static ForestRow Row(int i)
    {
        var value = Math.Exp((i - 15) / 12.0);
        var quantity = Quantity.Of("prove.oddsrate", value, Unit.OddsRatio, 2) with
        {
            Interval = new Interval(value / 1.3, value * 1.3, 0.95),
        };
        return new ForestRow($"Kjennetegn nummer {i}", quantity, value is > 1.3 or < 0.77);
    }
}
