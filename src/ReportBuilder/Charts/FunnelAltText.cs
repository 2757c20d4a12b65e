using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of a funnel plot: how many dots of each scheme, and how many lie outside each pair of limits.</summary>
internal static class FunnelAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(FunnelChart chart, LabelSet labels)
    {
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

    private static double Reach(FunnelLimit limit, ScatterPoint point) =>
        BarScale.Printed(limit.AtOne) / Math.Sqrt(BarScale.Printed(point.X));

    private static string Count(int count) => NorwegianNumberText.Number(count, 0);
}
