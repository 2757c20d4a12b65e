using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>Marks and lines placed in pixels, for charts with several panels: marks of all panels and of the key are then placed alike.</summary>
internal static class PixelShapes
{
    private const float OutlineWidth = 1.6f;

    /// <summary>Makes the whole sheet the plot, in pixels from the upper left corner. The height must be known.</summary>
    public static void Begin(ChartSheet sheet)
    {
        var area = new PlotArea(0, 0, sheet.Style.Width, sheet.Height, 0, sheet.Style.Width, sheet.Height, 0);
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
    }

    /// <summary>Draws an outlined mark.</summary>
    public static void Mark(ChartSheet sheet, double x, double y, MarkerShape shape, float size, Color fill, Color line)
    {
        var marker = sheet.Plot.Add.Markers(new List<Coordinates> { new(x, y) }, shape, size);
        marker.MarkerStyle.FillColor = fill;
        marker.MarkerStyle.OutlineColor = line;
        marker.MarkerStyle.OutlineWidth = OutlineWidth;
    }

    /// <summary>Draws a line.</summary>
    public static void Line(ChartSheet sheet, double x1, double y1, double x2, double y2, float width, Color color)
    {
        var line = sheet.Plot.Add.Line(x1, y1, x2, y2);
        line.LineWidth = width;
        line.LineColor = color;
    }
}
