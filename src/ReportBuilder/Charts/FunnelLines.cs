using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>The axes of a funnel plot, and its limits as curves with their words at the narrow end.</summary>
internal static class FunnelLines
{
    /// <summary>Room for the ticks of the vertical axis.</summary>
    public const double TickRoom = 42;

    /// <summary>Room under the plot for the horizontal axis.</summary>
    public const double AxisRoom = 44;

    private const double NameGap = 10;
    private const double TickGap = 6;
    private const int CurvePoints = 80;
    private static readonly LinePattern Dashes = new([5, 3], 0, "dashes");

    /// <summary>Room at the right for the words of the limits.</summary>
    public static double NameRoom(ChartSheet sheet, FunnelChart chart) =>
        NameGap + chart.Limits.Select(l => sheet.Width(l.Name, sheet.Style.SmallTextSize)).DefaultIfEmpty(0).Max();

    /// <summary>Draws the axes.</summary>
    public static void DrawAxes(ChartSheet sheet, FunnelSpace space, FunnelChart chart, FunnelScale scale)
    {
        var small = sheet.Style.SmallTextSize;
        var area = space.Area;
        DrawTicks(sheet, area, [.. FunnelScale.Ticks.Where(t => t >= scale.Low && t <= scale.High)]);
        for (var value = -scale.Reach; value <= scale.Reach; value += 20)
        {
            var line = sheet.Plot.Add.Line(space.At(area.XAtLeft, value), space.At(area.XAtRight, value));
            line.LineWidth = 1;
            line.LineColor = value == 0 ? sheet.Ink : sheet.Grid;
            var text = NorwegianNumberText.Number(value, 0);
            sheet.Write(text, area.Left - 8, ChartSheet.Centred(area.Y(value), small), small, sheet.MutedInk, TextAnchor.Right);
        }

        sheet.Line(area.Left, area.Bottom, area.Right, area.Bottom, 1, sheet.Rule);
        sheet.Write(chart.XTitle, (area.Left + area.Right) / 2, area.Bottom + 39, small, sheet.MutedInk, TextAnchor.Middle);
    }

    /// <summary>Draws the limits.</summary>
    public static void DrawLimits(ChartSheet sheet, FunnelSpace space, FunnelChart chart)
    {
        var small = sheet.Style.SmallTextSize;
        var area = space.Area;
        var ends = new Dictionary<int, double>();
        for (var i = 0; i < chart.Limits.Count; i++)
        {
            var limit = chart.Limits[i];
            if (!limit.AtOne.HasValue || Spread(limit) >= area.YAtTop)
            {
                continue;
            }

            foreach (var sign in new[] { 1, -1 })
            {
                var line = sheet.Plot.Add.ScatterLine(Curve(space, limit, sign), sheet.MutedInk);
                line.LineWidth = 1.3f;
                line.LinePattern = i == 0 && chart.Limits.Count > 1 ? Dashes : LinePattern.Solid;

                // Words in the order of the lines, away from zero, with room between them where the lines meet.
                var end = area.Y(sign * Reach(limit, Math.Pow(10, area.XAtRight)));
                var nearest = ends.TryGetValue(sign, out var last)
                    ? last - sign * sheet.Style.LineHeight
                    : area.Y(0) - sign * sheet.Style.LineHeight / 2;
                ends[sign] = sign > 0 ? Math.Min(end, nearest) : Math.Max(end, nearest);
                sheet.Write(limit.Name, area.Right + 8, ChartSheet.Centred(ends[sign], small), small, sheet.MutedInk);
            }
        }
    }

    /// <summary>Every tick has its line; where the numbers have no room beside each other, only powers of ten have theirs.</summary>
    private static void DrawTicks(ChartSheet sheet, PlotArea area, IReadOnlyList<double> ticks)
    {
        var small = sheet.Style.SmallTextSize;
        var texts = ticks.Select(t => NorwegianNumberText.Number(t, 0)).ToArray();
        var places = ticks.Select(t => area.X(Math.Log10(t))).ToArray();
        var halves = texts.Select(t => sheet.Width(t, small) / 2).ToArray();
        var haveRoom = Enumerable.Range(1, ticks.Count - 1).All(i => places[i] - places[i - 1] >= halves[i] + halves[i - 1] + TickGap);
        for (var i = 0; i < ticks.Count; i++)
        {
            sheet.Line(places[i], area.Bottom, places[i], area.Bottom + 4, 1, sheet.Rule);
            if (haveRoom || double.IsInteger(Math.Log10(ticks[i])))
            {
                sheet.Write(texts[i], places[i], area.Bottom + 19, small, sheet.MutedInk, TextAnchor.Middle);
            }
        }
    }

    /// <summary>How far from 0 a limit is for a number of persons.</summary>
    public static double Reach(FunnelLimit limit, double persons)
    {
        var (chance, spread) = (BarScale.Printed(limit.AtOne) / Math.Sqrt(persons), Spread(limit));
        return spread == 0 ? chance : Math.Sqrt((chance * chance) + (spread * spread));
    }

    private static double Spread(FunnelLimit limit) => limit.Spread is { HasValue: true } spread ? BarScale.Printed(spread) : 0;

    /// <summary>The part of a limit that the picture holds.</summary>
    private static Coordinates[] Curve(FunnelSpace space, FunnelLimit limit, int sign)
    {
        var (area, spread) = (space.Area, Spread(limit));
        // Left of where it enters from above or below there is nothing to draw.
        var room = Math.Sqrt((area.YAtTop * area.YAtTop) - (spread * spread));
        var first = Math.Max(area.XAtLeft, 2 * Math.Log10(BarScale.Printed(limit.AtOne) / room));
        return
        [
            .. Enumerable
                .Range(0, CurvePoints + 1)
                .Select(i => first + (area.XAtRight - first) * i / CurvePoints)
                .Select(x => space.At(x, sign * Reach(limit, Math.Pow(10, x)))),
        ];
    }
}
