using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of estimates of one difference: every estimate with its interval, and what lies between the lowest and the highest.</summary>
internal static class EffectAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(EffectChart chart, LabelSet labels)
    {
        yield return labels.Get("figur.alt.setning", chart.AxisTitle);
        foreach (var group in chart.Groups.Where(g => g.Rows.Count > 0))
        {
            var items = AltText.List(group.Rows.Select(r => labels.Get("figur.alt.verdi", r.Label, Words(r.Effect, labels))));
            yield return string.IsNullOrWhiteSpace(group.Heading)
                ? labels.Get("figur.alt.setning", items)
                : labels.Get("figur.alt.serie", group.Heading, items);
        }
    }

    private static string Words(Quantity effect, LabelSet labels) =>
        effect.HasValue && NorwegianNumberText.Limits(effect) is var (low, high)
            ? labels.Get("figur.alt.med_grunn", QuantityWords.Of(effect, labels), labels.Get("figur.intervall_ord", low, high))
            : QuantityWords.Of(effect, labels);
}
