using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws a <see cref="PairChart"/>: names at the left, and in each panel two marks a category with a line between them. What was expected is an open mark, large enough to be
/// seen around the filled one where they meet; each has its number on the side away from the other.
/// </summary>
internal static class Pairs
{
    private const double MaxNameWidth = 190;
    private const double NameGap = 12;
    private const double PanelGap = 26;
    private const double RowHeight = 27;
    private const double AxisRoom = 44;
    private const double KeyHeight = 26;
    private const double ValueGap = 8;

    // Numbers stand outside the outermost marks.
    private const double ValueRoom = 32;
    private const float ActualSize = 8.5f;
    private const float ExpectedSize = 11.5f;
    private const float LineWidth = 1.6f;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, PairChart chart)
    {
        var size = sheet.Style.TextSize;
        var names = chart.Categories.Select(c => sheet.Wrap(c, MaxNameWidth, size)).ToArray();
        var nameWidth = names.SelectMany(lines => lines).Max(line => sheet.Width(line, size));
        double[] heights = [.. names.Select(n => Math.Max(RowHeight, n.Count * sheet.Style.LineHeight + 8))];
        const double Top = KeyHeight + 30;
        var bottom = Top + heights.Sum();
        sheet.Height = bottom + AxisRoom;
        PixelShapes.Begin(sheet);
        DrawKey(sheet, chart);

        var left = nameWidth + NameGap;
        var width = (sheet.Style.Width - left - (chart.Panels.Count - 1) * PanelGap) / chart.Panels.Count;
        var scale = PairScale.Of(chart);
        for (var p = 0; p < chart.Panels.Count; p++)
        {
            var start = left + p * (width + PanelGap);
            var panel = new PlotArea(start + ValueRoom, Top, start + width - ValueRoom, bottom, scale.Low, scale.High, bottom, Top);
            DrawFrame(sheet, chart.Panels[p], scale, panel, start, start + width);
            DrawRows(sheet, chart.Panels[p], panel, start, heights);
        }

        var y = Top;
        for (var row = 0; row < names.Length; row++)
        {
            sheet.WriteCentred(names[row], nameWidth, y + heights[row] / 2, size, sheet.Ink, TextAnchor.Right);
            y += heights[row];
        }

        sheet.Write(chart.AxisTitle, left + ValueRoom, bottom + 40, sheet.Style.SmallTextSize, sheet.MutedInk);
    }

    private static void DrawKey(ChartSheet sheet, PairChart chart)
    {
        var size = sheet.Style.TextSize;
        const double Middle = 9;
        PixelShapes.Mark(sheet, 7, Middle, MarkerShape.FilledCircle, ActualSize, sheet.Ink, sheet.Ink);
        sheet.Write(chart.ActualName, 18, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
        var next = 18 + sheet.Width(chart.ActualName, size, TextFace.SemiBold) + 24;
        PixelShapes.Mark(sheet, next + 6, Middle, MarkerShape.FilledCircle, ExpectedSize, Colors.White, sheet.Ink);
        sheet.Write(chart.ExpectedName, next + 18, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
    }

    private static void DrawFrame(ChartSheet sheet, PairPanel panel, PairScale scale, PlotArea area, double left, double right)
    {
        var look = SeriesLook.Of(panel.Scheme, sheet.Style);
        var size = sheet.Style.TextSize;
        sheet.Write(panel.Name, left, area.Top - 12, size, look.Text, face: TextFace.SemiBold);
        foreach (var tick in scale.Ticks)
        {
            PixelShapes.Line(sheet, area.X(tick), area.Top, area.X(tick), area.Bottom, 1, sheet.Grid);
            var text = NorwegianNumberText.Number(tick, 0);
            sheet.Write(text, area.X(tick), area.Bottom + 17, sheet.Style.SmallTextSize, sheet.MutedInk, TextAnchor.Middle);
        }

        PixelShapes.Line(sheet, left, area.Bottom, right, area.Bottom, 1, sheet.Rule);
    }

    private static void DrawRows(ChartSheet sheet, PairPanel panel, PlotArea area, double left, double[] heights)
    {
        var look = SeriesLook.Of(panel.Scheme, sheet.Style);
        var y = area.Top;
        for (var row = 0; row < heights.Length; row++)
        {
            DrawPair(sheet, look, area, left, y + heights[row] / 2, panel.Actual[row], panel.Expected[row]);
            y += heights[row];
        }
    }

    private static void DrawPair(
        ChartSheet sheet,
        SeriesLook look,
        PlotArea area,
        double left,
        double y,
        Quantity actual,
        Quantity expected
    )
    {
        if (!actual.HasValue)
        {
            Value(sheet, actual, left + 8, y, isRight: true, sheet.Ink);
            return;
        }

        var at = area.X(PairScale.Printed(actual));
        if (!expected.HasValue)
        {
            PixelShapes.Mark(sheet, at, y, MarkerShape.FilledCircle, ActualSize, look.Line, look.Line);
            Value(sheet, actual, at, y, isRight: true, sheet.Ink);
            return;
        }

        var to = area.X(PairScale.Printed(expected));
        PixelShapes.Line(sheet, at, y, to, y, LineWidth, look.Line);
        PixelShapes.Mark(sheet, to, y, MarkerShape.FilledCircle, ExpectedSize, Colors.White, look.Line);
        PixelShapes.Mark(sheet, at, y, MarkerShape.FilledCircle, ActualSize, look.Line, look.Line);
        Value(sheet, actual, at, y, isRight: at >= to, sheet.Ink);
        // The open mark is the wider.
        Value(sheet, expected, to + (at < to ? 1.5 : -1.5), y, isRight: at < to, sheet.MutedInk);
    }

    private static void Value(ChartSheet sheet, Quantity quantity, double x, double y, bool isRight, Color color) =>
        sheet.Write(
            NorwegianNumberText.Number(quantity),
            x + (isRight ? ValueGap : -ValueGap),
            ChartSheet.Centred(y, sheet.Style.TextSize),
            sheet.Style.TextSize,
            color,
            isRight ? TextAnchor.Left : TextAnchor.Right
        );
}
