using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of funnel plots: where the unit lies that a plot is about, or how many dots of each scheme there are and how many lie outside each pair of limits.</summary>
internal static class FunnelAltText
{
    /// <summary>The sentences of several plots, each after the name of its own.</summary>
    public static IEnumerable<string> Sentences(FunnelPanels chart, LabelSet labels) =>
        chart.Panels.SelectMany(
            (panel, i) =>
                Sentences(panel.Funnel, labels)
                    .Prepend(labels.Get("figur.alt.trakt.panel", NorwegianNumberText.Number(i + 1, 0), panel.Name))
        );

    /// <summary>The sentences of one plot.</summary>
    public static IEnumerable<string> Sentences(FunnelChart chart, LabelSet labels)
    {
        if (chart.Marked is { } mark)
        {
            yield return labels.Get(
                "figur.alt.trakt.merket",
                mark.Name,
                QuantityWords.Of(mark.Point.X, labels),
                QuantityWords.Of(mark.Point.Y, labels)
            );
            foreach (var limit in chart.Limits.Where(l => l.AtOne.HasValue && mark.Point is { X.HasValue: true, Y.HasValue: true }))
            {
                var isInside = Math.Abs(BarScale.Printed(mark.Point.Y)) <= Reach(limit, mark.Point);
                yield return labels.Get(isInside ? "figur.alt.trakt.innenfor" : "figur.alt.trakt.merket_utenfor", limit.Name);
            }
        }

        foreach (var series in chart.Series)
        {
            var points = DotMarks.Known(series).ToArray();
            if (points.Length == 0)
            {
                yield return labels.Get("figur.alt.prikker.ingen", series.Name);
                continue;
            }

            yield return labels.Get(
                "figur.alt.trakt",
                series.Name,
                Count(points.Length),
                NorwegianNumberText.Number(points.Min(p => BarScale.Printed(p.X)), 0),
                NorwegianNumberText.Number(points.Max(p => BarScale.Printed(p.X)), 0)
            );
            foreach (var limit in chart.Limits.Where(l => l.AtOne.HasValue))
            {
                yield return labels.Get(
                    "figur.alt.trakt.utenfor",
                    limit.Name,
                    Count(points.Count(p => BarScale.Printed(p.Y) > Reach(limit, p))),
                    Count(points.Count(p => BarScale.Printed(p.Y) < -Reach(limit, p)))
                );
            }
        }
    }

    private static double Reach(FunnelLimit limit, ScatterPoint point) => FunnelLines.Reach(limit, BarScale.Printed(point.X));

    private static string Count(int count) => NorwegianNumberText.Number(count, 0);
}
