using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws a <see cref="FlowChart"/>: names at the left, bars that step down to the right of zero, the number of each step at its end. Those who leave are drawn
/// light, and a thin line carries what is left over to the next step.
/// </summary>
internal static class FlowBars
{
    private const double Thickness = 20;
    private const double Gap = 9;
    private const double MaxNameWidth = 210;
    private const double NameGap = 10;
    private const double ValueGap = 6;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, FlowChart chart)
    {
        var size = sheet.Style.TextSize;
        var looks = SeriesLook.Of(chart.Series, sheet.Style);
        var top = SeriesKey.Draw(sheet, SeriesKey.Names(chart.Series), looks, isLight: false);
        var names = chart.Steps.Select(s => sheet.Wrap(s.Label, MaxNameWidth, size)).ToArray();
        var nameWidth = names.SelectMany(lines => lines).Max(line => sheet.Width(line, size));
        var valueWidth = chart.Steps.Max(s => sheet.Width(ValueText(s), size)) + ValueGap;
        var left = nameWidth + NameGap;
        sheet.Write(chart.AxisTitle, left, top + 14, sheet.Style.SmallTextSize, sheet.MutedInk);
        top += 22;
        double[] heights = [.. names.Select(n => Math.Max(Thickness, n.Count * sheet.Style.LineHeight) + Gap)];
        var spans = Spans(chart);
        var total = heights.Sum();
        sheet.Height = top + total + 2;
        var area = new PlotArea(
            left,
            top,
            sheet.Style.Width - valueWidth - 1,
            top + total,
            0,
            Math.Max(1, spans.Max(s => s.End)),
            total,
            0
        );
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        DrawSteps(sheet, chart, looks, area, names, nameWidth, heights, spans);
    }

    /// <summary>Where each step begins and ends.</summary>
    private static (double Start, double End)[] Spans(FlowChart chart)
    {
        var spans = new (double, double)[chart.Steps.Count];
        var left = 0.0;
        for (var i = 0; i < spans.Length; i++)
        {
            var count = chart.Series.Sum(s => BarScale.Printed(s.Values[i]));
            spans[i] = chart.Steps[i].Leaves ? (Math.Max(0, left - count), left) : (0, count);
            left = chart.Steps[i].Leaves ? spans[i].Item1 : count;
        }

        return spans;
    }

    private static void DrawSteps(
        ChartSheet sheet,
        FlowChart chart,
        IReadOnlyList<SeriesLook> looks,
        PlotArea area,
        IReadOnlyList<string>[] names,
        double nameWidth,
        double[] heights,
        (double Start, double End)[] spans
    )
    {
        var bars = new List<Bar>();
        var size = sheet.Style.TextSize;
        var rowTop = 0.0;
        for (var i = 0; i < spans.Length; i++)
        {
            var middle = rowTop + heights[i] / 2;
            sheet.WriteCentred(names[i], nameWidth, area.Y(middle), size, sheet.Ink, TextAnchor.Right);
            var start = spans[i].Start;
            for (var s = 0; s < chart.Series.Count; s++)
            {
                var end = start + BarScale.Printed(chart.Series[s].Values[i]);
                if (end > start)
                {
                    var look = looks[s] with { IsOutlined = chart.Steps[i].Leaves };
                    var bar = BarScale.Body(look, middle, Thickness, end, Orientation.Horizontal);
                    bar.ValueBase = start;
                    bars.Add(bar);
                }

                start = end;
            }

            sheet.Write(
                ValueText(chart.Steps[i]),
                area.X(spans[i].End) + ValueGap,
                ChartSheet.Centred(area.Y(middle), size),
                size,
                sheet.Ink,
                TextAnchor.Left
            );
            if (i + 1 < spans.Length)
            {
                var remaining = area.X(chart.Steps[i].Leaves ? spans[i].Start : spans[i].End);
                sheet.Line(
                    remaining,
                    area.Y(middle) + Thickness / 2,
                    remaining,
                    area.Y(rowTop + heights[i] + heights[i + 1] / 2) - Thickness / 2,
                    1,
                    sheet.Rule
                );
            }

            rowTop += heights[i];
        }

        sheet.Plot.Add.Bars(bars);
        sheet.Line(area.X(0), area.Top, area.X(0), area.Bottom, 1, sheet.Rule);
    }

    private static string ValueText(FlowStep step)
    {
        var number = step.Total.Status == QuantityStatus.Nil ? "0" : NorwegianNumberText.Number(step.Total);
        return step.Leaves && step.Total is { HasValue: true, Status: not QuantityStatus.Nil }
            ? NorwegianNumberText.Minus + number
            : number;
    }
}
