using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws a <see cref="ScatterChart"/> of shares: both axes from 0 to 100, a square, so that the diagonal is where expected and actual are alike; lines at the mean
/// make four fields.
/// </summary>
internal static class ScatterDots
{
    private const double Side = 430;
    private const double End = 100;
    private const double Step = 20;
    private const double CornerWidth = 120;
    private const double CornerSpace = 8;
    private static readonly LinePattern Dashes = new([4, 3], 0, "dashes");

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, ScatterChart chart)
    {
        var small = sheet.Style.SmallTextSize;
        var top = DotMarks.DrawKey(sheet, chart.Series);
        sheet.Write(chart.YTitle, 0, top + 14, small, sheet.MutedInk);
        top += 28;
        const double Left = 34;
        var area = new PlotArea(Left, top, Left + Side, top + Side, 0, End, 0, End);
        sheet.Height = area.Bottom + 44;
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        DrawGrid(sheet, area, small);
        if (chart.Mean.HasValue)
        {
            var mean = BarScale.Printed(chart.Mean);
            Line(sheet, mean, 0, mean, End, sheet.MutedInk, Dashes);
            Line(sheet, 0, mean, End, mean, sheet.MutedInk, Dashes);
            WriteBeside(sheet, area, chart.MeanName, area.Y(mean), sheet.MutedInk);
        }

        // After the dashed lines: Skia keeps their dashes for the next shape, and cannot dash a marker.
        Line(sheet, 0, 0, End, End, sheet.Ink, LinePattern.Solid);

        // In the corners far from the diagonal, where dots are fewest: what its sides mean.
        WriteInCorner(sheet, area, chart.AboveName, isAbove: true);
        WriteInCorner(sheet, area, chart.BelowName, isAbove: false);
        DotMarks.Draw(sheet, chart.Series, x => x);
        sheet.Line(area.Left, area.Bottom, area.Right, area.Bottom, 1, sheet.Rule);
        sheet.Line(area.Left, area.Top, area.Left, area.Bottom, 1, sheet.Rule);
        sheet.Write(chart.XTitle, (area.Left + area.Right) / 2, area.Bottom + 39, small, sheet.MutedInk, TextAnchor.Middle);
    }

    private static void DrawGrid(ChartSheet sheet, PlotArea area, double small)
    {
        for (var value = 0.0; value <= End; value += Step)
        {
            Line(sheet, value, 0, value, End, sheet.Grid, LinePattern.Solid);
            Line(sheet, 0, value, End, value, sheet.Grid, LinePattern.Solid);
            var text = NorwegianNumberText.Number(value, 0);
            sheet.Write(text, area.X(value), area.Bottom + 19, small, sheet.MutedInk, TextAnchor.Middle);
            sheet.Write(text, area.Left - 8, ChartSheet.Centred(area.Y(value), small), small, sheet.MutedInk, TextAnchor.Right);
        }
    }

    private static void WriteBeside(ChartSheet sheet, PlotArea area, string words, double middle, Color color)
    {
        var size = sheet.Style.SmallTextSize;
        var lines = sheet.Wrap(words, sheet.Style.Width - area.Right - 18, size);
        sheet.WriteCentred(lines, area.Right + 14, middle, size, color, TextAnchor.Left);
    }

    private static void WriteInCorner(ChartSheet sheet, PlotArea area, string words, bool isAbove)
    {
        var size = sheet.Style.SmallTextSize;
        var lines = sheet.Wrap(words, CornerWidth, size);
        var half = lines.Count * sheet.Style.LineHeight / 2;
        var (x, middle, anchor) = isAbove
            ? (area.Left + CornerSpace, area.Top + CornerSpace + half, TextAnchor.Left)
            : (area.Right - CornerSpace, area.Bottom - CornerSpace - half, TextAnchor.Right);
        sheet.WriteCentred(lines, x, middle, size, sheet.Ink, anchor);
    }

    private static void Line(ChartSheet sheet, double x1, double y1, double x2, double y2, Color color, LinePattern pattern)
    {
        var line = sheet.Plot.Add.Line(x1, y1, x2, y2);
        line.LineWidth = 1;
        line.LineColor = color;
        line.LinePattern = pattern;
    }
}
