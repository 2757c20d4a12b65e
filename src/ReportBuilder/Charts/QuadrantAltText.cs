using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of four fields: where each is, its name, what being there means, and how many are.</summary>
internal static class QuadrantAltText
{
    private static readonly string[] Places = ["oppe_venstre", "oppe_hoyre", "nede_venstre", "nede_hoyre"];

    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(QuadrantChart chart, LabelSet labels)
    {
        foreach (var (place, field) in Places.Zip(chart.Fields))
        {
            yield return labels.Get($"figur.alt.kvadrant.{place}", field.Name, field.Explanation);
            if (field.Count.HasValue)
            {
                yield return labels.Get("figur.alt.setning", field.CountWords);
            }
        }
    }
}
