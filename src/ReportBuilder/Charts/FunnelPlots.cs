using ReportBuilder.Figures;

namespace ReportBuilder.Charts;

/// <summary>Draws <see cref="FunnelPanels"/>: a key in common, and under it the plots beside each other on one vertical scale.</summary>
internal static class FunnelPlots
{
    private const double PanelGap = 18;
    private const double HeadingBaseline = 15;
    private const double TitleBaseline = 35;
    private const double PlotTop = 49;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, FunnelPanels chart)
    {
        var funnels = chart.Panels.Select(p => p.Funnel).ToList();
        var areaName = funnels.Find(f => f.Areas.Count > 0)?.AreaName;
        var top = FunnelAreas.DrawKey(sheet, [.. funnels.Select(f => f.Marked).OfType<FunnelMark>()], areaName);
        var bottom = top + PlotTop + FunnelDots.MarkedPlotHeight;
        sheet.Height = bottom + FunnelLines.AxisRoom;
        PixelShapes.Begin(sheet);

        var scales = funnels.ConvertAll(FunnelScale.Of);
        var reach = scales.Max(s => s.Reach);
        var width = (sheet.Style.Width - (funnels.Count - 1) * PanelGap) / funnels.Count;
        for (var i = 0; i < funnels.Count; i++)
        {
            var left = i * (width + PanelGap);
            Draw(sheet, chart.Panels[i], scales[i] with { Reach = reach }, left, left + width, top, bottom);
        }
    }

    private static void Draw(ChartSheet sheet, FunnelPanel panel, FunnelScale scale, double left, double right, double top, double bottom)
    {
        var funnel = panel.Funnel;
        var space = FunnelSpace.Of(
            scale,
            left + FunnelLines.TickRoom,
            top + PlotTop,
            right - FunnelLines.NameRoom(sheet, funnel),
            bottom,
            isPanel: true
        );
        var look = SeriesLook.Of(funnel.Marked!.Scheme, sheet.Style);
        sheet.Write(panel.Name, left, top + HeadingBaseline, sheet.Style.TextSize, look.Text, face: TextFace.SemiBold);
        sheet.Write(funnel.YTitle, left, top + TitleBaseline, sheet.Style.SmallTextSize, sheet.MutedInk);
        FunnelAreas.Draw(sheet, space, funnel);
        FunnelLines.DrawAxes(sheet, space, funnel, scale);
        FunnelLines.DrawLimits(sheet, space, funnel);
        FunnelAreas.DrawMark(sheet, space, funnel.Marked);
    }
}
