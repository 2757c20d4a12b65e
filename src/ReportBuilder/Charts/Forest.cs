using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws a <see cref="ForestChart"/>: groups of terms with odds ratio and interval on a logarithmic axis, filled markers where the interval
/// does not hold 1, and the numbers in a column at the right. Rows grow closer so that the chart stands on one page.
/// </summary>
internal static class Forest
{
    private const double MaxNameWidth = 262;
    private const double Indent = 12;
    private const double AxisRoom = 66;
    private const double TallRow = 21;
    private const double LowRow = 16;
    private const double ClosestLines = 15;

    private static readonly LinePattern Dashes = new([4, 3], 0, "dashes");

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, ForestChart chart, LabelSet labels)
    {
        var size = sheet.Style.TextSize;
        var rows = ForestLayout.Rows(chart, t => sheet.Wrap(t, MaxNameWidth, size), t => sheet.Wrap(t, MaxNameWidth, size, TextFace.Bold));
        var column = ForestColumn.Of(chart, labels, t => sheet.Width(t, size));
        const double top = 24;
        var rowHeight = Math.Clamp((sheet.Style.MaxHeight - top - AxisRoom) / rows.Sum(r => r.Weight), LowRow, TallRow);
        var heights = rows.Select(r => Math.Max(r.Weight * rowHeight, r.Lines.Count * ClosestLines + 3)).ToArray();
        var total = heights.Sum();
        sheet.Height = top + total + AxisRoom;

        var left = rows.SelectMany(r => r.Lines.Select(l => NameLeft(r) + sheet.Width(l, size, Face(r)))).Max() + 18;
        var right = sheet.Style.Width - column.Width - 18;
        var axis = ForestAxis.Of(chart);
        var area = new PlotArea(left, top, right, top + total, axis.Low, axis.High, total, 0);
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);

        DrawAxis(sheet, chart, labels, axis, area);
        column.DrawHeading(sheet, top - 10);
        var marks = new ForestMarks(sheet, axis, area);
        var y = 0.0;
        for (var i = 0; i < rows.Count; i++)
        {
            var middle = y + heights[i] / 2;
            DrawName(sheet, rows[i], area.Y(middle));
            if (rows[i].Row is { } row)
            {
                marks.Add(row, middle);
                column.DrawRow(sheet, row.OddsRatio, area.Y(middle));
            }
            else if (i > 0)
            {
                sheet.Line(0, area.Y(y) + 1, sheet.Style.Width, area.Y(y) + 1, 0.7, sheet.Grid);
            }

            y += heights[i];
        }

        marks.Draw();
    }

    private static void DrawName(ChartSheet sheet, ForestLayoutRow row, double middle)
    {
        var size = sheet.Style.TextSize;
        var step = Math.Min(sheet.Style.LineHeight, ClosestLines);
        // A heading stands nearer to its rows than to the group above.
        var first = middle - (row.Lines.Count - 1) * step / 2 + (row.Row is null ? 3 : 0);
        for (var line = 0; line < row.Lines.Count; line++)
        {
            sheet.Write(
                row.Lines[line],
                NameLeft(row),
                ChartSheet.Centred(first + line * step, size),
                size,
                sheet.Ink,
                TextAnchor.Left,
                Face(row)
            );
        }
    }

    private static void DrawAxis(ChartSheet sheet, ForestChart chart, LabelSet labels, ForestAxis axis, PlotArea area)
    {
        var small = sheet.Style.SmallTextSize;
        foreach (var tick in axis.Ticks)
        {
            var x = Math.Log2(tick);
            var isNoDifference = Math.Abs(x) < 1e-9;
            var line = sheet.Plot.Add.Line(x, area.YAtBottom, x, area.YAtTop);
            line.LineWidth = 1;
            line.LineColor = isNoDifference ? sheet.Ink : sheet.Grid;
            line.LinePattern = isNoDifference ? Dashes : LinePattern.Solid;
            sheet.Line(area.X(x), area.Bottom, area.X(x), area.Bottom + 4, 1, sheet.Rule);
            var text = NorwegianNumberText.Number(tick, AxisTicks.DecimalsOf([tick]));
            sheet.Write(text, area.X(x), area.Bottom + 18, small, sheet.MutedInk, TextAnchor.Middle);
        }

        sheet.Line(area.Left, area.Bottom, area.Right, area.Bottom, 1, sheet.Rule);
        var lower = labels.Get("figur.lavere", chart.LowerHint);
        var higher = labels.Get("figur.hoyere", chart.HigherHint);
        // Words at the ends, or out from 1 when they would meet in the middle of a narrow axis.
        sheet.Write(lower, area.X(0) - 14, area.Bottom + 38, small, sheet.Ink, TextAnchor.Right);
        sheet.Write(higher, area.X(0) + 14, area.Bottom + 38, small, sheet.Ink, TextAnchor.Left);
        sheet.Write(chart.AxisTitle, (area.Left + area.Right) / 2, area.Bottom + 58, small, sheet.MutedInk, TextAnchor.Middle);
    }

    private static double NameLeft(ForestLayoutRow row) => row.Row is null ? 0 : Indent;

    private static TextFace Face(ForestLayoutRow row) => row.Row is null ? TextFace.Bold : TextFace.Regular;
}
