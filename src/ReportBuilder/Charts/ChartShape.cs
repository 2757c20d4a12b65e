using ReportBuilder.Figures;

namespace ReportBuilder.Charts;

/// <summary>Checks that the parts of a chart match in number. Charts are built by code, so a mismatch is a programming error.</summary>
internal static class ChartShape
{
    /// <summary>Checks one chart.</summary>
    /// <exception cref="ArgumentException">They do not match.</exception>
    public static void Check(Chart chart)
    {
        var isSound = chart switch
        {
            BarChart bars => bars.Categories.Count > 0 && HasValues(bars.Series, bars.Categories.Count),
            DistributionChart d => d.Edges.Count > 1
                && HasValues(d.Series, d.Edges.Count - 1)
                && d.Means.Count == d.Series.Count
                && d.Edges.Zip(d.Edges.Skip(1)).All(pair => pair.First < pair.Second),
            ForestChart forest => forest.Groups.Any(g => g.Rows.Count > 0),
            FlowChart flow => flow.Steps is [{ Leaves: false }, ..] && HasValues(flow.Series, flow.Steps.Count),
            PairChart pairs => pairs is { Categories.Count: > 0, Panels.Count: > 0 }
                && pairs.Panels.All(p => p.Actual.Count == pairs.Categories.Count && p.Expected.Count == pairs.Categories.Count),
            ProfileChart profile => profile is { Places.Count: > 0, Panels.Count: > 0 }
                && profile.Panels.All(p =>
                    p.Values.Count == profile.Places.Count && p.Values.All(v => v.Count == profile.Rows.Count && v.Count > 0)
                ),
            MapChart map => map.Areas.Count > 0,
            ScatterChart scatter => scatter.Series.Count > 0,
            FunnelChart funnel => funnel.Series.Count > 0 || funnel.Marked is not null,
            FunnelPanels funnels => funnels.Panels.Count > 0 && funnels.Panels.All(p => p.Funnel is { Series.Count: 0, Marked: not null }),
            EffectChart effect => effect.Groups.Any(g => g.Rows.Count > 0),
            _ => true,
        };
        if (!isSound)
        {
            throw new ArgumentException($"The parts of the {chart.GetType().Name} do not match in number or order.", nameof(chart));
        }
    }

    private static bool HasValues(IReadOnlyList<ChartSeries> series, int count) =>
        series.Count > 0 && series.All(s => s.Values.Count == count);
}
