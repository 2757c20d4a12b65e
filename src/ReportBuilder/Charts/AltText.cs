using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>
/// Writes what a chart shows, for readers who cannot see it. Made from the same quantities as the drawing, with words from the label file
/// (<c>figur.alt.*</c>): a number that may not be published is named as such, never given.
/// </summary>
public static class AltText
{
    /// <summary>The text, sentences in running order.</summary>
    /// <exception cref="ArgumentException">Categories, edges, means and values do not match in number.</exception>
    public static string Describe(Chart chart, LabelSet labels)
    {
        ChartShape.Check(chart);
        var sentences = chart switch
        {
            BarChart bars => BarAltText.Sentences(bars, labels),
            DistributionChart distribution => DistributionAltText.Sentences(distribution, labels),
            ForestChart forest => ForestAltText.Sentences(forest, labels),
            FlowChart flow => FlowAltText.Sentences(flow, labels),
            PairChart pairs => PairAltText.Sentences(pairs, labels),
            ProfileChart profile => ProfileAltText.Sentences(profile, labels),
            MapChart map => [map.Description],
            ScatterChart scatter => ScatterAltText.Sentences(scatter, labels),
            FunnelChart funnel => FunnelAltText.Sentences(funnel, labels),
            FunnelPanels funnels => FunnelAltText.Sentences(funnels, labels),
            QuadrantChart quadrants => QuadrantAltText.Sentences(quadrants, labels),
            EffectChart effect => EffectAltText.Sentences(effect, labels),
            _ => throw new ArgumentException($"No alt text for {chart.GetType().Name}.", nameof(chart)),
        };
        return string.Join(' ', sentences);
    }

    /// <summary>Several things in a row.</summary>
    internal static string List(IEnumerable<string> items) => string.Join(", ", items);
}
