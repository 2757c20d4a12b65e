using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws a <see cref="BarChart"/> with horizontal bars: names at the left, on several lines when long, values at the ends of the bars.
/// As tall as its categories need. No value axis: every bar has its number.
/// </summary>
internal static class HorizontalBars
{
    private const double MaxThickness = 13;
    private const double MinThickness = 11;

    // A chart of this height leaves room for another and some text on its page.
    private const double ComfortableHeight = 500;
    private const double MaxNameWidth = 250;
    private const double NameGap = 10;
    private const double ValueGap = 5;
    private const double BarGap = 1.5;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, BarChart chart)
    {
        var size = sheet.Style.TextSize;
        var looks = SeriesLook.Of(chart.Series, sheet.Style);
        var top = SeriesKey.Draw(sheet, SeriesKey.Names(chart.Series), looks, isLight: false);
        var names = chart.Categories.Select(c => sheet.Wrap(c, MaxNameWidth, size)).ToArray();
        var nameWidth = names.SelectMany(lines => lines).Max(line => sheet.Width(line, size));
        var valueWidth = chart.Quantities.Max(q => sheet.Width(NorwegianNumberText.Number(q), size)) + ValueGap;
        var (low, high) = BarScale.Range(chart);
        var left = nameWidth + NameGap + (low < 0 ? valueWidth : 0);
        if (!string.IsNullOrWhiteSpace(chart.AxisTitle))
        {
            sheet.Write(chart.AxisTitle, left, top + 14, sheet.Style.SmallTextSize, sheet.MutedInk);
            top += 22;
        }

        var (thickness, gap) = Thickness(sheet, names, chart.Series.Count, top);
        var heights = Heights(sheet, names, chart.Series.Count, thickness, gap);
        var total = heights.Sum();
        sheet.Height = top + total + 2;
        var area = new PlotArea(left, top, sheet.Style.Width - valueWidth - 1, top + total, low, high, total, 0);
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        DrawRows(sheet, chart, looks, area, names, nameWidth, heights, thickness);
    }

    private static void DrawRows(
        ChartSheet sheet,
        BarChart chart,
        IReadOnlyList<SeriesLook> looks,
        PlotArea area,
        IReadOnlyList<string>[] names,
        double nameWidth,
        double[] heights,
        double thickness
    )
    {
        var bars = new List<Bar>();
        var rowTop = 0.0;
        var size = sheet.Style.TextSize;
        for (var row = 0; row < names.Length; row++)
        {
            var middle = rowTop + heights[row] / 2;
            sheet.WriteCentred(names[row], nameWidth, area.Y(middle), size, sheet.Ink, TextAnchor.Right);
            for (var s = 0; s < chart.Series.Count; s++)
            {
                var quantity = chart.Series[s].Values[row];
                var value = BarScale.Printed(quantity);
                var position = middle + (s - (chart.Series.Count - 1) / 2.0) * (thickness + BarGap);
                if (BarScale.HasBar(quantity))
                {
                    bars.Add(BarScale.Body(looks[s], position, thickness, value, Orientation.Horizontal));
                }

                sheet.Write(
                    NorwegianNumberText.Number(quantity),
                    area.X(value) + (value < 0 ? -ValueGap : ValueGap),
                    ChartSheet.Centred(area.Y(position), size),
                    size,
                    sheet.Ink,
                    value < 0 ? TextAnchor.Right : TextAnchor.Left
                );
            }

            rowTop += heights[row];
        }

        sheet.Plot.Add.Bars(bars);
        sheet.Line(area.X(0), area.Top, area.X(0), area.Bottom, 1, sheet.Rule);
    }

    /// <summary>Bars thick enough to be calm, thin enough for the page, never so thin that values of neighbours touch.</summary>
    private static (double Thickness, double Gap) Thickness(ChartSheet sheet, IReadOnlyList<string>[] names, int series, double top)
    {
        var thickness = MaxThickness;
        while (thickness > MinThickness && top + Heights(sheet, names, series, thickness, Gap(thickness)).Sum() > ComfortableHeight)
        {
            thickness -= 0.5;
        }

        return (thickness, Gap(thickness));
    }

    private static double Gap(double thickness) => thickness * 0.5;

    private static double[] Heights(ChartSheet sheet, IReadOnlyList<string>[] names, int series, double thickness, double gap) =>
        [.. names.Select(n => Math.Max(series * (thickness + BarGap) - BarGap, n.Count * sheet.Style.LineHeight) + gap)];
}
