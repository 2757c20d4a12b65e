using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>Dots of a scheme and their key: round and blue, square and amber. Light inside, so that dots over each other both show.</summary>
internal static class DotMarks
{
    /// <summary>Width of the outline.</summary>
    public const float OutlineWidth = 1;

    private const float Size = 5.5f;
    private const float KeySize = 9;
    private const double FillAlpha = 0.3;
    private const double LineAlpha = 0.75;
    private const double KeyHeight = 24;

    /// <summary>Draws the key from the upper left corner; gives the height used.</summary>
    public static double DrawKey(ChartSheet sheet, IReadOnlyList<ScatterSeries> series)
    {
        var size = sheet.Style.TextSize;
        double x = 0;
        const double Middle = 8;
        foreach (var one in series)
        {
            var look = SeriesLook.Of(one.Scheme, sheet.Style);
            sheet.Markers.Add(
                new SheetMarker(
                    new Pixel((float)x + 6, (float)Middle),
                    Shape(one.Scheme),
                    KeySize,
                    look.Fill.WithAlpha(FillAlpha),
                    look.Line
                )
            );
            sheet.Write(one.Name, x + 18, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
            x += 18 + sheet.Width(one.Name, size, TextFace.SemiBold) + 24;
        }

        return KeyHeight;
    }

    /// <summary>Draws the dots, those of the larger series first so that the fewer stand over them. A dot without value is not drawn.</summary>
    public static void Draw(ChartSheet sheet, IReadOnlyList<ScatterSeries> series, Func<double, double> xOf)
    {
        foreach (var one in series.OrderByDescending(s => s.Points.Count))
        {
            var places = Known(one).Select(p => new Coordinates(xOf(BarScale.Printed(p.X)), BarScale.Printed(p.Y))).ToList();
            if (places.Count == 0)
            {
                continue;
            }

            var look = SeriesLook.Of(one.Scheme, sheet.Style);
            var markers = sheet.Plot.Add.Markers(places, Shape(one.Scheme), Size);
            markers.MarkerStyle.FillColor = look.Fill.WithAlpha(FillAlpha);
            markers.MarkerStyle.OutlineColor = look.Line.WithAlpha(LineAlpha);
            markers.MarkerStyle.OutlineWidth = OutlineWidth;
        }
    }

    /// <summary>The dots that have both values.</summary>
    public static IEnumerable<ScatterPoint> Known(ScatterSeries series) => series.Points.Where(p => p.X.HasValue && p.Y.HasValue);

    /// <summary>The shape of a scheme's dots.</summary>
    public static MarkerShape Shape(Scheme scheme) => scheme == Scheme.Jobbsjansen ? MarkerShape.FilledCircle : MarkerShape.FilledSquare;
}
