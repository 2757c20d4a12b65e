using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>The marks of a profile, told apart by shape and not by colour alone.</summary>
internal static class ProfileMarks
{
    private const double Tick = 7;

    /// <summary>Draws a mark on a sheet in pixels (<see cref="PixelShapes"/>).</summary>
    public static void Draw(ChartSheet sheet, ProfileRole role, double x, double y, Color color)
    {
        switch (role)
        {
            case ProfileRole.Own:
                PixelShapes.Mark(sheet, x, y, MarkerShape.FilledCircle, 9, color, color);
                break;
            case ProfileRole.Similar:
                PixelShapes.Mark(sheet, x, y, MarkerShape.FilledCircle, 9.5f, Colors.White, color);
                break;
            case ProfileRole.County:
                PixelShapes.Mark(sheet, x, y, MarkerShape.FilledDiamond, 9.5f, Colors.White, color);
                break;
            default:
                PixelShapes.Line(sheet, x, y - Tick, x, y + Tick, 2.2f, color);
                break;
        }
    }
}
