using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws an <see cref="EffectChart"/>: names at the left, estimates with intervals on an axis in the middle, numbers at the right. The interval of the reference estimate is a
/// pale band from top to bottom.
/// </summary>
internal static class EffectRows
{
    private const double MaxNameWidth = 285;
    private const double Indent = 12;
    private const double RowHeight = 23;
    private const double HeadingHeight = 29;
    private const double ExtraLine = 15;
    private const double AxisRoom = 66;
    private const double Top = 24;
    private const float MarkerSize = 8;
    private const float LineWidth = 1.6f;
    private static readonly LinePattern Dashes = new([4, 3], 0, "dashes");

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, EffectChart chart, LabelSet labels)
    {
        var size = sheet.Style.TextSize;
        var rows = Rows(sheet, chart);
        var total = rows.Sum(r => r.Height);
        sheet.Height = Top + total + AxisRoom;
        var numbers = chart.Quantities.Max(q => sheet.Width(NorwegianNumberText.Number(q), size));
        var intervals = chart.Quantities.Max(q => sheet.Width(Interval(q, labels), size));
        var right = sheet.Style.Width - Math.Max(numbers + 8 + intervals, sheet.Width(chart.ColumnTitle, size)) - 18;
        var left = rows.SelectMany(r => r.Lines.Select(l => (r.Row is null ? 0 : Indent) + sheet.Width(l, size, Face(r)))).Max() + 16;
        var (low, high, step) = Scale(chart);
        var area = new PlotArea(left, Top, right, Top + total, low, high, total, 0);
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        DrawBand(sheet, chart.Reference, total);
        DrawAxis(sheet, chart, labels, area, step);
        sheet.Write(chart.ColumnTitle, sheet.Style.Width, Top - 10, size, sheet.MutedInk, TextAnchor.Right);
        var y = 0.0;
        foreach (var row in rows)
        {
            DrawRow(sheet, row, labels, area, y, intervals);
            y += row.Height;
        }
    }

    private static void DrawRow(ChartSheet sheet, Line line, LabelSet labels, PlotArea area, double y, double intervals)
    {
        var size = sheet.Style.TextSize;
        var middle = y + line.Height / 2;
        if (line.Row is not { } row)
        {
            if (y > 0)
            {
                sheet.Line(0, area.Y(y) + 1, sheet.Style.Width, area.Y(y) + 1, 0.7, sheet.Grid);
            }

            sheet.Write(line.Lines[0], 0, ChartSheet.Centred(area.Y(middle) + 3, size), size, sheet.Ink, face: TextFace.Bold);
            return;
        }

        sheet.WriteCentred(line.Lines, Indent, area.Y(middle), size, sheet.Ink, TextAnchor.Left);
        var baseline = ChartSheet.Centred(area.Y(middle), size);
        var split = sheet.Style.Width - intervals;
        sheet.Write(NorwegianNumberText.Number(row.Effect), split - 8, baseline, size, sheet.Ink, TextAnchor.Right);
        if (!row.Effect.HasValue)
        {
            return;
        }

        var value = BarScale.Printed(row.Effect);
        if (row.Effect.Interval is { } interval)
        {
            sheet.Write(Interval(row.Effect, labels), split, baseline, size, sheet.MutedInk);
            var scale = NorwegianNumberText.PrintScale(row.Effect.Unit);
            var reach = sheet.Plot.Add.Line(interval.Low * scale, middle, interval.High * scale, middle);
            reach.LineWidth = LineWidth;
            reach.LineColor = sheet.Ink;
        }

        var isClear = row.Effect.Interval is { } i && (i.Low > 0 || i.High < 0);
        var marker = sheet.Plot.Add.Markers(new List<Coordinates> { new(value, middle) }, MarkerShape.FilledCircle, MarkerSize);
        marker.MarkerStyle.FillColor = isClear ? sheet.Ink : Colors.White;
        marker.MarkerStyle.OutlineColor = sheet.Ink;
        marker.MarkerStyle.OutlineWidth = LineWidth;
    }

    private static void DrawBand(ChartSheet sheet, Quantity reference, double total)
    {
        if (reference.Interval is not { } interval)
        {
            return;
        }

        var scale = NorwegianNumberText.PrintScale(reference.Unit);
        var band = sheet.Plot.Add.Rectangle(interval.Low * scale, interval.High * scale, 0, total);
        band.FillColor = Color.FromHex(sheet.Style.Jobbsjansen).WithAlpha(0.13);
        band.LineWidth = 0;
    }

    private static void DrawAxis(ChartSheet sheet, EffectChart chart, LabelSet labels, PlotArea area, double step)
    {
        var small = sheet.Style.SmallTextSize;
        var decimals = AxisTicks.DecimalsOf([step]);
        for (var i = (int)Math.Round(area.XAtLeft / step); i <= (int)Math.Round(area.XAtRight / step); i++)
        {
            var line = sheet.Plot.Add.Line(i * step, area.YAtBottom, i * step, area.YAtTop);
            line.LineWidth = 1;
            line.LineColor = i == 0 ? sheet.Ink : sheet.Grid;
            line.LinePattern = i == 0 ? Dashes : LinePattern.Solid;
            var x = area.X(i * step);
            sheet.Line(x, area.Bottom, x, area.Bottom + 4, 1, sheet.Rule);
            sheet.Write(NorwegianNumberText.Number(i * step, decimals), x, area.Bottom + 18, small, sheet.MutedInk, TextAnchor.Middle);
        }

        sheet.Line(area.Left, area.Bottom, area.Right, area.Bottom, 1, sheet.Rule);
        sheet.Write(labels.Get("figur.lavere", chart.LowerHint), area.X(0) - 12, area.Bottom + 38, small, sheet.Ink, TextAnchor.Right);
        sheet.Write(labels.Get("figur.hoyere", chart.HigherHint), area.X(0) + 12, area.Bottom + 38, small, sheet.Ink);
        sheet.Write(chart.AxisTitle, (area.Left + area.Right) / 2, area.Bottom + 58, small, sheet.MutedInk, TextAnchor.Middle);
    }

    private static List<Line> Rows(ChartSheet sheet, EffectChart chart)
    {
        var rows = new List<Line>();
        foreach (var group in chart.Groups)
        {
            if (!string.IsNullOrWhiteSpace(group.Heading))
            {
                rows.Add(new Line([group.Heading], null, HeadingHeight));
            }

            foreach (var row in group.Rows)
            {
                var lines = sheet.Wrap(row.Label, MaxNameWidth, sheet.Style.TextSize);
                rows.Add(new Line(lines, row, RowHeight + (lines.Count - 1) * ExtraLine));
            }
        }

        return rows;
    }

    /// <summary>Whole steps that hold every interval and 0, with a step at each side of 0 so that the words below have a place.</summary>
    private static (double Low, double High, double Step) Scale(EffectChart chart)
    {
        double[] values =
        [
            .. chart
                .Quantities.Where(q => q.HasValue)
                .SelectMany(q =>
                    new[] { q.Interval?.Low ?? q.Value!.Value, q.Interval?.High ?? q.Value!.Value }.Select(v =>
                        v * NorwegianNumberText.PrintScale(q.Unit)
                    )
                ),
        ];
        var (low, high) = (Math.Min(0, values.DefaultIfEmpty(0).Min()), Math.Max(0, values.DefaultIfEmpty(0).Max()));
        var widest = Math.Max(Math.Max(-low, high), 1e-6);
        var (ticks, _) = AxisTicks.FromZero(widest, 5);
        var step = ticks[1];
        return (Math.Min(-step, Math.Floor(low / step + 1e-9) * step), Math.Max(step, Math.Ceiling(high / step - 1e-9) * step), step);
    }

    private static string Interval(Quantity quantity, LabelSet labels) =>
        quantity.HasValue && NorwegianNumberText.Limits(quantity) is var (low, high)
            ? labels.Get("figur.intervall_til", low, high)
            : string.Empty;

    private static TextFace Face(Line line) => line.Row is null ? TextFace.Bold : TextFace.Regular;

    private sealed record Line(IReadOnlyList<string> Lines, EffectRow? Row, double Height);
}
