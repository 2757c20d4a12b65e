using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws a <see cref="DistributionChart"/>: each scheme an outline of steps over a light fill, solid or dashed, with its mean as a thin line.
/// A class that may not be shown breaks the outline and has its sign on the axis.
/// </summary>
internal static class DistributionSteps
{
    private const double PlotHeight = 215;
    private const double TickRoom = 20;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, DistributionChart chart, LabelSet labels)
    {
        var small = sheet.Style.SmallTextSize;
        var looks = SeriesLook.Of(chart.Series, sheet.Style);
        var top = SeriesKey.Draw(sheet, KeyNames(chart, labels), looks, isLight: true);
        sheet.Write(chart.ShareTitle, 0, top + 14, small, sheet.MutedInk);
        top += 24;

        var high = chart.Series.SelectMany(s => s.Values).Select(BarScale.Printed).DefaultIfEmpty(0).Max();
        var (ticks, decimals) = AxisTicks.FromZero(high > 0 ? high : 1, 5);
        var tickTexts = ticks.Select(t => NorwegianNumberText.Number(t, decimals)).ToArray();
        var left = tickTexts.Max(t => sheet.Width(t, small)) + 8;
        var scale = new PlotArea(left, 0, sheet.Style.Width - 2, 1, chart.Edges[0], chart.Edges[^1], 0, 1);
        var means = MeanMarks.Place(sheet, chart, looks, labels, scale);
        var headroom = means.Select(m => m.Level + 1).DefaultIfEmpty(0).Max() * MeanMarks.LevelHeight;
        var bottom = top + headroom + PlotHeight;
        // The lines of the means reach above the highest step, into the room of their words.
        var area = scale with
        {
            Top = top,
            Bottom = bottom,
            YAtBottom = 0,
            YAtTop = Math.Max(high, ticks[^1]) * (PlotHeight + headroom) / PlotHeight,
        };
        sheet.Height = bottom + 44;
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);

        for (var i = 0; i < ticks.Length; i++)
        {
            if (i > 0)
            {
                var grid = sheet.Plot.Add.Line(area.XAtLeft, ticks[i], area.XAtRight, ticks[i]);
                grid.LineWidth = 1;
                grid.LineColor = sheet.Grid;
            }

            sheet.Write(tickTexts[i], left - 8, ChartSheet.Centred(area.Y(ticks[i]), small), small, sheet.MutedInk, TextAnchor.Right);
        }

        DrawSteps(sheet, chart, looks);
        MeanMarks.Draw(sheet, means, area, top);
        DrawSigns(sheet, chart, looks, area);
        sheet.Line(area.Left, bottom, area.Right, bottom, 1, sheet.Rule);
        DrawEdges(sheet, chart, labels, area);
        sheet.Write(chart.AxisTitle, (area.Left + area.Right) / 2, bottom + 39, small, sheet.MutedInk, TextAnchor.Middle);
    }

    /// <summary>Names in the key; a mean that may not be shown has its sign there, since it has no place on the axis.</summary>
    private static IReadOnlyList<string> KeyNames(DistributionChart chart, LabelSet labels) =>
        [
            .. chart.Series.Select(
                (s, i) =>
                    chart.Means[i].HasValue
                        ? s.Name
                        : labels.Get("figur.navn_uten_gjennomsnitt", s.Name, NorwegianNumberText.Sign(chart.Means[i].Status))
            ),
        ];

    private static void DrawSteps(ChartSheet sheet, DistributionChart chart, IReadOnlyList<SeriesLook> looks)
    {
        var outlines = chart.Series.Select(s => Outlines(chart.Edges, s.Values)).ToArray();
        for (var s = 0; s < outlines.Length; s++)
        {
            foreach (var outline in outlines[s])
            {
                var fill = sheet.Plot.Add.Polygon(outline);
                fill.FillColor = looks[s].LightFill;
                fill.LineWidth = 0;
            }
        }

        // Outlines after all fills, so that none is dulled by the other's fill.
        for (var s = 0; s < outlines.Length; s++)
        {
            foreach (var outline in outlines[s])
            {
                var line = sheet.Plot.Add.ScatterLine(outline, looks[s].Line);
                line.LineWidth = 1.7f;
                line.LinePattern = looks[s].Pattern;
            }
        }
    }

    /// <summary>Steps from the axis up, along and down again; a new outline after each class without value.</summary>
    private static List<Coordinates[]> Outlines(IReadOnlyList<double> edges, IReadOnlyList<Quantity> values)
    {
        var outlines = new List<Coordinates[]>();
        var open = new List<Coordinates>();
        for (var i = 0; i < values.Count; i++)
        {
            if (!values[i].HasValue)
            {
                Close(edges[i]);
                continue;
            }

            if (open.Count == 0)
            {
                open.Add(new Coordinates(edges[i], 0));
            }

            open.Add(new Coordinates(edges[i], BarScale.Printed(values[i])));
            open.Add(new Coordinates(edges[i + 1], BarScale.Printed(values[i])));
        }

        Close(edges[^1]);
        return outlines;

        void Close(double edge)
        {
            if (open.Count > 0)
            {
                outlines.Add([.. open, new Coordinates(edge, 0)]);
                open.Clear();
            }
        }
    }

    private static void DrawSigns(ChartSheet sheet, DistributionChart chart, IReadOnlyList<SeriesLook> looks, PlotArea area)
    {
        for (var i = 0; i < chart.Edges.Count - 1; i++)
        {
            for (var s = 0; s < chart.Series.Count; s++)
            {
                var quantity = chart.Series[s].Values[i];
                if (!quantity.HasValue)
                {
                    var x = area.X((chart.Edges[i] + chart.Edges[i + 1]) / 2) + (s - (chart.Series.Count - 1) / 2.0) * 10;
                    sheet.Write(
                        NorwegianNumberText.Sign(quantity.Status),
                        x,
                        area.Bottom - 4,
                        sheet.Style.TextSize,
                        looks[s].Text,
                        TextAnchor.Middle,
                        TextFace.Bold
                    );
                }
            }
        }
    }

    private static void DrawEdges(ChartSheet sheet, DistributionChart chart, LabelSet labels, PlotArea area)
    {
        var small = sheet.Style.SmallTextSize;
        var decimals = AxisTicks.DecimalsOf(chart.Edges);
        var texts = chart.Edges.Select(e => NorwegianNumberText.Number(e, decimals)).ToArray();
        var room = (area.X(chart.Edges[1]) - area.X(chart.Edges[0])) / (texts.Max(t => sheet.Width(t, small)) + TickRoom);
        var limit = area.Right + 2;
        if (chart.LastIsOpen)
        {
            var open = labels.Get("figur.apen_klasse", texts[^2]);
            var middle = area.X((chart.Edges[^2] + chart.Edges[^1]) / 2);
            var half = sheet.Width(open, small) / 2;
            sheet.Write(open, Math.Min(middle, area.Right - half), area.Bottom + 19, small, sheet.MutedInk, TextAnchor.Middle);
            limit = Math.Min(middle, area.Right - half) - half - TickRoom / 2;
        }

        foreach (var i in AxisTicks.Labelled(chart.Edges, room))
        {
            var x = area.X(chart.Edges[i]);
            var half = sheet.Width(texts[i], small) / 2;
            if (chart.LastIsOpen && (i >= chart.Edges.Count - 2 || x + half > limit))
            {
                continue;
            }

            sheet.Line(x, area.Bottom, x, area.Bottom + 4, 1, sheet.Rule);
            sheet.Write(texts[i], Math.Min(x, limit - half), area.Bottom + 19, small, sheet.MutedInk, TextAnchor.Middle);
        }
    }
}
