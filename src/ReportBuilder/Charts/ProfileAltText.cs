using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of a profile: for each scheme and row the numbers of all places.</summary>
internal static class ProfileAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(ProfileChart chart, LabelSet labels)
    {
        yield return labels.Get("figur.alt.profil", chart.AxisTitle, AltText.List(chart.Places.Select(p => p.Name)));
        foreach (var panel in chart.Panels)
        {
            var row = 0;
            foreach (var group in chart.Groups)
            {
                var rows = new List<string>();
                foreach (var name in group.Rows)
                {
                    var values = string.Join(" / ", panel.Values.Select(v => QuantityWords.Of(v[row], labels)));
                    rows.Add(labels.Get("figur.alt.verdi", name, values));
                    row++;
                }

                var heading = group.Heading.Length > 0 ? labels.Get("figur.alt.verdi", panel.Name, group.Heading) : panel.Name;
                yield return labels.Get("figur.alt.serie", heading, AltText.List(rows));
            }
        }
    }
}
