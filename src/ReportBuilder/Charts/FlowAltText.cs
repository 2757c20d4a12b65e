using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of a flow: each step with its number, and how it is made up.</summary>
internal static class FlowAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(FlowChart chart, LabelSet labels)
    {
        yield return labels.Get("figur.alt.stolper", chart.AxisTitle);
        for (var i = 0; i < chart.Steps.Count; i++)
        {
            var step = chart.Steps[i];
            var parts = AltText.List(
                chart.Series.Select(s => labels.Get("figur.alt.verdi", s.Name, QuantityWords.Of(s.Values[i], labels)))
            );
            yield return labels.Get(
                step.Leaves ? "figur.alt.flyt.forlater" : "figur.alt.flyt.er",
                step.Label,
                QuantityWords.Of(step.Total, labels),
                parts
            );
        }
    }
}
