using System.Text;
using ReportBuilder.Charts;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Commands;

/// <summary>
/// What the second core does while the first makes and reads data: loads the fonts and the style, and has the code for charts and pages compiled. Nothing comes of
/// it but speed: a fault here is met again, and told, where it matters.
/// </summary>
public sealed class WarmUp : IAsyncDisposable
{
    // Enough to make Typst read the style, the fonts and the rules of hyphenation.
    private const string Document = """
        #import "/style/report.typ": *
        #show: report.with(
          title: "x", subtitle: "", authors: ("x",), publisher: "x", series: "x", date: datetime(year: 2026, month: 1, day: 1), date-text: "x",
          language: "nb", keywords: (), description: "x", synthetic: none,
          labels: (figure: "x", table: "x", contents: "x", figures: "x", tables: "x", continued: "x", chapter: "x", appendix: "x", page: "x"),
        )
        #cover()
        #front-matter[#contents()]
        #main-matter[#heading(level: 1)[x] #lorem(60) #report-table(columns: ("text", "number"), header: ([x], [x]), rows: ((kind: "data", cells: ([x], [1])),), caption: [x])]
        """;

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private WarmUp(ITypesetter typesetter, ReportSettings settings) =>
        _work = Task.WhenAll(Task.Run(() => TypesetAsync(typesetter, settings)), Task.Run(Draw));

    /// <summary>Begins, and returns at once.</summary>
    public static WarmUp Start(ITypesetter typesetter, ReportSettings settings) => new(typesetter, settings);

    /// <summary>Stops what is still going on.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _work;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            // Whatever it was, the run itself has met it too.
        }

        _stop.Dispose();
    }

    private async Task TypesetAsync(ITypesetter typesetter, ReportSettings settings)
    {
        var files = TypstStyle.Read(settings.StyleFolder).ToDictionary(StringComparer.Ordinal);
        files["/main.typ"] = Encoding.UTF8.GetBytes(Document);
        await typesetter.TypesetAsync(new TypesetRequest(files, "/main.typ", PdfStandard.Ua1, DateTimeOffset.UnixEpoch), _stop.Token);
    }

    private static void Draw()
    {
        var unheard = new DiagnosticBag();
        using var fonts = ChartFonts.Load(ChartFontFiles.InPackage(TypesetterFolder.FontPackage), unheard);
        if (fonts is null)
        {
            return;
        }

        var renderer = new ChartRenderer(
            fonts,
            ChartStyle.Default,
            new LabelSet(string.Empty, new Dictionary<string, string>(), unheard),
            unheard
        );
        var share = Quantity.Of("x", 0.5, Unit.Share, 0);
        ChartSeries[] series =
        [
            new ChartSeries(Scheme.Jobbsjansen, "x", [share]),
            new ChartSeries(Scheme.Introduksjonsprogrammet, "x", [share]),
        ];
        renderer.RenderSvg(new BarChart(["x"], series, BarDirection.Horizontal, "x"));
        renderer.RenderSvg(new DistributionChart([0, 1], series, [share, share], "x", "x", LastIsOpen: false));
    }
}
