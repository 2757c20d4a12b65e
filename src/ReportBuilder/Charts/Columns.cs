using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws a <see cref="BarChart"/> with columns: names beneath, values above. Only for charts whose names and values have room
/// (<see cref="Fits"/>); the others are drawn as horizontal bars.
/// </summary>
internal static class Columns
{
    private const double PlotHeight = 185;
    private const double MaxSlot = 360;
    private const double MaxColumn = 92;
    private const double ColumnGap = 2;
    private const double NameMargin = 10;
    private const int MaxNameLines = 3;

    /// <summary>True when there is something to stand beside, and no name and no value would touch its neighbour.</summary>
    public static bool Fits(ChartSheet sheet, BarChart chart)
    {
        var size = sheet.Style.TextSize;
        var room = Slot(sheet, chart) - NameMargin;
        return chart.Categories.Count > 1
            && chart.Categories.All(c =>
                TextWrap.WidestPiece(c, t => sheet.Width(t, size)) <= room && sheet.Wrap(c, room, size).Count <= MaxNameLines
            )
            && chart.Quantities.All(q => sheet.Width(NorwegianNumberText.Number(q), size) + 3 <= ColumnWidth(sheet, chart) + ColumnGap);
    }

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, BarChart chart)
    {
        var size = sheet.Style.TextSize;
        var looks = SeriesLook.Of(chart.Series, sheet.Style);
        var top = SeriesKey.Draw(sheet, SeriesKey.Names(chart.Series), looks, isLight: false);
        if (!string.IsNullOrWhiteSpace(chart.AxisTitle))
        {
            sheet.Write(chart.AxisTitle, 0, top + 14, sheet.Style.SmallTextSize, sheet.MutedInk);
            top += 20;
        }

        top += size + 8;
        var slot = Slot(sheet, chart);
        var names = chart.Categories.Select(c => sheet.Wrap(c, slot - NameMargin, size)).ToArray();
        var (low, high) = BarScale.Range(chart);
        var room = low < 0 ? size + 8 : 0;
        var bottom = top + PlotHeight;
        sheet.Height = bottom + room + 8 + names.Max(n => n.Count) * sheet.Style.LineHeight;
        var area = new PlotArea(0, top, slot * names.Length, bottom, 0, slot * names.Length, low, high);
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        DrawColumns(sheet, chart, looks, area, slot);
        for (var c = 0; c < names.Length; c++)
        {
            for (var line = 0; line < names[c].Count; line++)
            {
                sheet.Write(
                    names[c][line],
                    (c + 0.5) * slot,
                    bottom + room + 17 + line * sheet.Style.LineHeight,
                    size,
                    sheet.Ink,
                    TextAnchor.Middle
                );
            }
        }
    }

    private static void DrawColumns(ChartSheet sheet, BarChart chart, IReadOnlyList<SeriesLook> looks, PlotArea area, double slot)
    {
        var size = sheet.Style.TextSize;
        var width = ColumnWidth(sheet, chart);
        var bars = new List<Bar>();
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            for (var s = 0; s < chart.Series.Count; s++)
            {
                var quantity = chart.Series[s].Values[c];
                var value = BarScale.Printed(quantity);
                var position = (c + 0.5) * slot + (s - (chart.Series.Count - 1) / 2.0) * (width + ColumnGap);
                if (BarScale.HasBar(quantity))
                {
                    bars.Add(BarScale.Body(looks[s], position, width, value, Orientation.Vertical));
                }

                var baseline = area.Y(value) + (value < 0 ? size : -5);
                sheet.Write(NorwegianNumberText.Number(quantity), area.X(position), baseline, size, sheet.Ink, TextAnchor.Middle);
            }
        }

        sheet.Plot.Add.Bars(bars);
        sheet.Line(area.Left, area.Y(0), area.Right, area.Y(0), 1, sheet.Rule);
    }

    private static double Slot(ChartSheet sheet, BarChart chart) => Math.Min(MaxSlot, (double)sheet.Style.Width / chart.Categories.Count);

    private static double ColumnWidth(ChartSheet sheet, BarChart chart) =>
        Math.Min(MaxColumn, Slot(sheet, chart) * 0.76 / chart.Series.Count - ColumnGap);
}
