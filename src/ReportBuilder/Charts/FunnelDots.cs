using ReportBuilder.Figures;

namespace ReportBuilder.Charts;

/// <summary>Draws a <see cref="FunnelChart"/>: persons on a logarithmic axis, differences in percentage points, limits that narrow.</summary>
internal static class FunnelDots
{
    /// <summary>Height of a plot about one unit: one dot needs less room than some hundred.</summary>
    public const double MarkedPlotHeight = 150;

    private const double PlotHeight = 330;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, FunnelChart chart)
    {
        var top = chart.Series.Count > 0 ? DotMarks.DrawKey(sheet, chart.Series) : 0;
        top += FunnelAreas.DrawKey(sheet, chart.Marked is null ? [] : [chart.Marked], chart.Areas.Count > 0 ? chart.AreaName : null);
        sheet.Write(chart.YTitle, 0, top + 14, sheet.Style.SmallTextSize, sheet.MutedInk);
        top += 28;
        var scale = FunnelScale.Of(chart);
        var right = sheet.Style.Width - FunnelLines.NameRoom(sheet, chart);
        var bottom = top + (chart.Marked is null ? PlotHeight : MarkedPlotHeight);
        var space = FunnelSpace.Of(scale, FunnelLines.TickRoom, top, right, bottom, isPanel: false);
        sheet.Height = bottom + FunnelLines.AxisRoom;
        space.Area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        FunnelAreas.Draw(sheet, space, chart);
        FunnelLines.DrawAxes(sheet, space, chart, scale);
        FunnelLines.DrawLimits(sheet, space, chart);
        DotMarks.Draw(sheet, chart.Series, Math.Log10);
        FunnelAreas.DrawMark(sheet, space, chart.Marked);
    }
}
