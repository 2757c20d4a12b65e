using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>Draws a <see cref="FunnelChart"/>: persons on a logarithmic axis, differences in percentage points, limits as curves with their words at the narrow end.</summary>
internal static class FunnelDots
{
    private const double PlotHeight = 330;

    // One dot needs less room than some hundred.
    private const double MarkedPlotHeight = 150;
    private const double LeastOfMarked = 10;
    private const double MostOfMarked = 500;
    private const double ReachOfMarked = 40;
    private const int CurvePoints = 80;
    private static readonly double[] Ticks = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000];
    private static readonly LinePattern Dashes = new([5, 3], 0, "dashes");

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, FunnelChart chart)
    {
        var small = sheet.Style.SmallTextSize;
        var top = chart.Series.Count > 0 ? DotMarks.DrawKey(sheet, chart.Series) : 0;
        top += FunnelAreas.DrawKey(sheet, chart);
        sheet.Write(chart.YTitle, 0, top + 14, small, sheet.MutedInk);
        top += 28;
        ScatterPoint[] points =
        [
            .. chart.Series.SelectMany(DotMarks.Known),
            .. chart.Marked is { } mark ? [mark.Point] : Array.Empty<ScatterPoint>(),
        ];
        var (low, high) = Persons([
            .. points.Select(p => BarScale.Printed(p.X)),
            .. chart.Areas.SelectMany(a => new[] { a.XLow, a.XHigh }),
        ]);
        var reach = Reach([.. points.Select(p => BarScale.Printed(p.Y)), .. chart.Areas.SelectMany(a => new[] { a.YLow, a.YHigh })]);
        if (chart.Marked is not null)
        {
            // Wide enough for the limits to be seen at any size, and alike for most.
            (low, high, reach) = (Math.Min(low, LeastOfMarked), Math.Max(high, MostOfMarked), Math.Max(reach, ReachOfMarked));
        }

        var names = chart.Limits.Select(l => sheet.Width(l.Name, small)).DefaultIfEmpty(0).Max();
        const double Left = 42;
        var area = new PlotArea(
            Left,
            top,
            sheet.Style.Width - names - 10,
            top + (chart.Marked is null ? PlotHeight : MarkedPlotHeight),
            Math.Log10(low),
            Math.Log10(high),
            -reach,
            reach
        );
        sheet.Height = area.Bottom + 44;
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        FunnelAreas.Draw(sheet, area, chart);
        DrawAxes(sheet, area, chart, low, high, reach);
        DrawLimits(sheet, area, chart);
        DotMarks.Draw(sheet, chart.Series, Math.Log10);
        FunnelAreas.DrawMark(sheet, chart.Marked);
    }

    private static void DrawAxes(ChartSheet sheet, PlotArea area, FunnelChart chart, double low, double high, double reach)
    {
        var small = sheet.Style.SmallTextSize;
        foreach (var tick in Ticks.Where(t => t >= low && t <= high))
        {
            var x = Math.Log10(tick);
            sheet.Line(area.X(x), area.Bottom, area.X(x), area.Bottom + 4, 1, sheet.Rule);
            var text = NorwegianNumberText.Number(tick, 0);
            sheet.Write(text, area.X(x), area.Bottom + 19, small, sheet.MutedInk, TextAnchor.Middle);
        }

        for (var value = -reach; value <= reach; value += 20)
        {
            var line = sheet.Plot.Add.Line(area.XAtLeft, value, area.XAtRight, value);
            line.LineWidth = 1;
            line.LineColor = value == 0 ? sheet.Ink : sheet.Grid;
            var text = NorwegianNumberText.Number(value, 0);
            sheet.Write(text, area.Left - 8, ChartSheet.Centred(area.Y(value), small), small, sheet.MutedInk, TextAnchor.Right);
        }

        sheet.Line(area.Left, area.Bottom, area.Right, area.Bottom, 1, sheet.Rule);
        sheet.Write(chart.XTitle, (area.Left + area.Right) / 2, area.Bottom + 39, small, sheet.MutedInk, TextAnchor.Middle);
    }

    private static void DrawLimits(ChartSheet sheet, PlotArea area, FunnelChart chart)
    {
        var small = sheet.Style.SmallTextSize;
        var ends = new Dictionary<int, double>();
        for (var i = 0; i < chart.Limits.Count; i++)
        {
            if (!chart.Limits[i].AtOne.HasValue)
            {
                continue;
            }

            var single = BarScale.Printed(chart.Limits[i].AtOne);

            foreach (var sign in new[] { 1, -1 })
            {
                var curve = Curve(area, single, sign);
                var line = sheet.Plot.Add.ScatterLine(curve, sheet.MutedInk);
                line.LineWidth = 1.3f;
                line.LinePattern = i == 0 ? Dashes : LinePattern.Solid;

                // Words in the order of the lines, away from zero, with room between them where the lines meet.
                var end = area.Y(sign * single / Math.Sqrt(Math.Pow(10, area.XAtRight)));
                var nearest = ends.TryGetValue(sign, out var last)
                    ? last - sign * sheet.Style.LineHeight
                    : area.Y(0) - sign * sheet.Style.LineHeight / 2;
                ends[sign] = sign > 0 ? Math.Min(end, nearest) : Math.Max(end, nearest);
                sheet.Write(chart.Limits[i].Name, area.Right + 8, ChartSheet.Centred(ends[sign], small), small, sheet.MutedInk);
            }
        }
    }

    /// <summary>The part of a limit that the picture holds.</summary>
    private static Coordinates[] Curve(PlotArea area, double single, int sign)
    {
        // Left of where it enters from above or below there is nothing to draw.
        var first = Math.Max(area.XAtLeft, 2 * Math.Log10(single / area.YAtTop));
        return
        [
            .. Enumerable
                .Range(0, CurvePoints + 1)
                .Select(i => first + (area.XAtRight - first) * i / CurvePoints)
                .Select(x => new Coordinates(x, sign * single / Math.Pow(10, x / 2))),
        ];
    }

    private static (double Low, double High) Persons(double[] values)
    {
        double[] persons = [.. values.DefaultIfEmpty(Ticks[1])];
        return (
            Ticks.LastOrDefault(t => t <= persons.Min(), Ticks[0]),
            Math.Max(Ticks.FirstOrDefault(t => t >= persons.Max(), persons.Max()), Ticks[3])
        );
    }

    /// <summary>Whole steps of 20 that hold every dot.</summary>
    private static double Reach(double[] differences) =>
        Math.Max(20, Math.Ceiling(differences.Select(Math.Abs).DefaultIfEmpty(0).Max() / 20 - 1e-9) * 20);
}
