using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of a pair chart: each scheme with both numbers of every category.</summary>
internal static class PairAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(PairChart chart, LabelSet labels)
    {
        yield return labels.Get("figur.alt.par", chart.AxisTitle);
        foreach (var panel in chart.Panels)
        {
            var values = AltText.List(
                chart.Categories.Select(
                    (name, i) =>
                        labels.Get(
                            "figur.alt.par.verdier",
                            name,
                            QuantityWords.Of(panel.Actual[i], labels),
                            QuantityWords.Of(panel.Expected[i], labels)
                        )
                )
            );
            yield return labels.Get("figur.alt.serie", panel.Name, values);
        }
    }
}
