using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of bars: each series with all its categories and values.</summary>
internal static class BarAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(BarChart chart, LabelSet labels)
    {
        if (!string.IsNullOrWhiteSpace(chart.AxisTitle))
        {
            yield return labels.Get("figur.alt.stolper", chart.AxisTitle);
        }

        foreach (var series in chart.Series)
        {
            var values = AltText.List(
                chart.Categories.Zip(series.Values, (name, q) => labels.Get("figur.alt.verdi", name, QuantityWords.Of(q, labels)))
            );
            yield return string.IsNullOrWhiteSpace(series.Name)
                ? labels.Get("figur.alt.setning", values)
                : labels.Get("figur.alt.serie", series.Name, values);
        }
    }
}
