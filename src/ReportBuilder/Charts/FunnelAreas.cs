using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>What a funnel plot about one unit has: that unit as a large dot with its name, and the others as shaded fields.</summary>
internal static class FunnelAreas
{
    private const float MarkSize = 12;
    private const double KeyHeight = 24;
    private const double Shade = 0.16;

    /// <summary>Draws the key of the unit and the fields; gives the height used.</summary>
    public static double DrawKey(ChartSheet sheet, FunnelChart chart)
    {
        var size = sheet.Style.TextSize;
        const double Middle = 8;
        double x = 0;
        if (chart.Marked is { } mark)
        {
            sheet.Markers.Add(
                new SheetMarker(
                    new Pixel((float)x + 6, (float)Middle),
                    DotMarks.Shape(mark.Scheme),
                    MarkSize - 2,
                    SeriesLook.Of(mark.Scheme, sheet.Style).Line,
                    Colors.White
                )
            );
            sheet.Write(mark.Name, x + 18, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
            x += 18 + sheet.Width(mark.Name, size, TextFace.SemiBold) + 24;
        }

        if (chart.Areas.Count > 0)
        {
            var box = new PixelRect((float)x, (float)x + 12, (float)Middle + 6, (float)Middle - 6);
            sheet.Boxes.Add(new SheetBox(box, sheet.MutedInk.WithAlpha(2 * Shade), null, default));
            sheet.Write(chart.AreaName, x + 18, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
        }

        return chart.Marked is null && chart.Areas.Count == 0 ? 0 : KeyHeight;
    }

    /// <summary>Draws the fields.</summary>
    public static void Draw(ChartSheet sheet, PlotArea area, FunnelChart chart)
    {
        foreach (var field in chart.Areas)
        {
            var shape = sheet.Plot.Add.Rectangle(
                Math.Max(Math.Log10(field.XLow), area.XAtLeft),
                Math.Min(Math.Log10(field.XHigh), area.XAtRight),
                field.YLow,
                field.YHigh
            );
            shape.FillColor = sheet.MutedInk.WithAlpha(Shade * field.Level);
            shape.LineWidth = 0;
        }
    }

    /// <summary>Draws the unit over all else.</summary>
    public static void DrawMark(ChartSheet sheet, FunnelMark? mark)
    {
        if (mark is not { Point: { X.HasValue: true, Y.HasValue: true } point })
        {
            return;
        }

        var (x, y) = (Math.Log10(BarScale.Printed(point.X)), BarScale.Printed(point.Y));
        var look = SeriesLook.Of(mark.Scheme, sheet.Style);
        var marker = sheet.Plot.Add.Markers(new List<Coordinates> { new(x, y) }, DotMarks.Shape(mark.Scheme), MarkSize);
        marker.MarkerStyle.FillColor = look.Line;
        marker.MarkerStyle.OutlineColor = Colors.White;
        marker.MarkerStyle.OutlineWidth = 1.4f;
    }
}
