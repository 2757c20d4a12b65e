using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>Colours and pattern of one series.</summary>
/// <param name="Fill">Colour of bars; lightened under a distribution.</param>
/// <param name="Line">Colour of outlines: at least 3 : 1 against white.</param>
/// <param name="Text">Colour of words set in the series' colour: at least 4.5 : 1 against white.</param>
/// <param name="Pattern">Solid for Jobbsjansen, dashed for introduksjonsprogrammet, so that colour is never the only difference.</param>
/// <param name="IsOutlined">True for the second series of one scheme (predicted beside actual): outline with light fill.</param>
internal sealed record SeriesLook(Color Fill, Color Line, Color Text, LinePattern Pattern, bool IsOutlined)
{
    private const double LightAlpha = 0.22;

    private static readonly LinePattern Dashes = new([6, 3], 0, "dashes");

    /// <summary>Fill under an outline: light enough that two lie over each other and both show.</summary>
    public Color LightFill => Fill.WithAlpha(LightAlpha);

    /// <summary>Looks of all series of a chart.</summary>
    public static IReadOnlyList<SeriesLook> Of(IReadOnlyList<ChartSeries> series, ChartStyle style) =>
        [.. series.Select((s, i) => Of(s.Scheme, style, series.Take(i).Any(earlier => earlier.Scheme == s.Scheme)))];

    /// <summary>The look of a scheme.</summary>
    public static SeriesLook Of(Scheme scheme, ChartStyle style) => Of(scheme, style, isOutlined: false);

    private static SeriesLook Of(Scheme scheme, ChartStyle style, bool isOutlined)
    {
        var fill = Color.FromHex(scheme == Scheme.Jobbsjansen ? style.Jobbsjansen : style.Introduksjonsprogrammet);
        var pattern = scheme == Scheme.Jobbsjansen ? LinePattern.Solid : Dashes;
        return new SeriesLook(fill, Darkened(fill, 3), Darkened(fill, 4.5), pattern, isOutlined);
    }

    /// <summary>The colour, darkened until it has the contrast against white (WCAG 2.2, contrast ratio).</summary>
    private static Color Darkened(Color color, double contrast)
    {
        while (1.05 / (Luminance(color) + 0.05) < contrast)
        {
            color = new Color((byte)(color.R * 0.97), (byte)(color.G * 0.97), (byte)(color.B * 0.97));
        }

        return color;
    }

    private static double Luminance(Color color) => 0.2126 * Linear(color.R) + 0.7152 * Linear(color.G) + 0.0722 * Linear(color.B);

    private static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
