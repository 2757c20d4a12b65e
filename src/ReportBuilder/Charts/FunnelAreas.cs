using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>What a funnel plot about one unit has: that unit as a large dot with its name, and the others as shaded fields.</summary>
internal static class FunnelAreas
{
    private const float MarkSize = 12;
    private const double KeyHeight = 24;
    private const double KeyStep = 18;
    private const double Shade = 0.16;

    /// <summary>Draws the key: the mark or marks of the unit with its name, and the fields; gives the height used.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="marks">The unit, once for each scheme drawn; none when the plot is about all.</param>
    /// <param name="areaName">What the fields are; null without fields.</param>
    public static double DrawKey(ChartSheet sheet, IReadOnlyList<FunnelMark> marks, string? areaName)
    {
        var size = sheet.Style.TextSize;
        const double Middle = 8;
        double x = 0;
        foreach (var mark in marks)
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
            x += KeyStep;
        }

        if (marks.Count > 0)
        {
            sheet.Write(marks[0].Name, x, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
            x += sheet.Width(marks[0].Name, size, TextFace.SemiBold) + 24;
        }

        if (areaName is not null)
        {
            var box = new PixelRect((float)x, (float)x + 12, (float)Middle + 6, (float)Middle - 6);
            sheet.Boxes.Add(new SheetBox(box, sheet.MutedInk.WithAlpha(2 * Shade), null, default));
            sheet.Write(areaName, x + KeyStep, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
        }

        return marks.Count == 0 && areaName is null ? 0 : KeyHeight;
    }

    /// <summary>Draws the fields.</summary>
    public static void Draw(ChartSheet sheet, FunnelSpace space, FunnelChart chart)
    {
        foreach (var field in chart.Areas)
        {
            var from = space.At(Math.Max(Math.Log10(field.XLow), space.Area.XAtLeft), field.YLow);
            var to = space.At(Math.Min(Math.Log10(field.XHigh), space.Area.XAtRight), field.YHigh);
            var shape = sheet.Plot.Add.Rectangle(from.X, to.X, from.Y, to.Y);
            shape.FillColor = sheet.MutedInk.WithAlpha(Shade * field.Level);
            shape.LineWidth = 0;
        }
    }

    /// <summary>Draws the unit over all else; one whose result is hidden is not drawn.</summary>
    public static void DrawMark(ChartSheet sheet, FunnelSpace space, FunnelMark? mark)
    {
        if (mark is not { Point: { X.HasValue: true, Y.HasValue: true } point })
        {
            return;
        }

        var place = space.At(Math.Log10(BarScale.Printed(point.X)), BarScale.Printed(point.Y));
        var look = SeriesLook.Of(mark.Scheme, sheet.Style);
        var marker = sheet.Plot.Add.Markers(new List<Coordinates> { place }, DotMarks.Shape(mark.Scheme), MarkSize);
        marker.MarkerStyle.FillColor = look.Line;
        marker.MarkerStyle.OutlineColor = Colors.White;
        marker.MarkerStyle.OutlineWidth = 1.4f;
    }
}
