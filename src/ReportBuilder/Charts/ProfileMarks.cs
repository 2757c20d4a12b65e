using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>The marks of a profile, told apart by shape and not by colour alone.</summary>
internal static class ProfileMarks
{
    private const float Outline = 1.6f;
    private const double Tick = 7;

    /// <summary>Draws a mark. The plot is in pixels.</summary>
    public static void Draw(ChartSheet sheet, ProfileRole role, double x, double y, Color color)
    {
        switch (role)
        {
            case ProfileRole.Own:
                Marker(sheet, x, y, MarkerShape.FilledCircle, 9, color, color);
                break;
            case ProfileRole.Similar:
                Marker(sheet, x, y, MarkerShape.FilledCircle, 9.5f, Colors.White, color);
                break;
            case ProfileRole.County:
                Marker(sheet, x, y, MarkerShape.FilledDiamond, 9.5f, Colors.White, color);
                break;
            default:
                Line(sheet, x, y - Tick, x, y + Tick, 2.2f, color);
                break;
        }
    }

    /// <summary>Draws a line. The plot is in pixels.</summary>
    public static void Line(ChartSheet sheet, double x1, double y1, double x2, double y2, float width, Color color)
    {
        var line = sheet.Plot.Add.Line(x1, y1, x2, y2);
        line.LineWidth = width;
        line.LineColor = color;
    }

    private static void Marker(ChartSheet sheet, double x, double y, MarkerShape shape, float size, Color fill, Color line)
    {
        var marker = sheet.Plot.Add.Markers(new List<Coordinates> { new(x, y) }, shape, size);
        marker.MarkerStyle.FillColor = fill;
        marker.MarkerStyle.OutlineColor = line;
        marker.MarkerStyle.OutlineWidth = Outline;
    }
}
