using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Opens the part of the page about one table or figure: its name, what changed about it, and the way to its differences in the list.</summary>
internal static class ContentHead
{
    // The others are in the list of differences.
    private const int MostShown = 12;

    public static void Write(
        HtmlOutput html,
        string look,
        string id,
        ShownPlaces places,
        DifferenceNames names,
        LabelSet labels,
        IReadOnlyList<Difference> structure
    )
    {
        var place = places.Find(id) ?? new ShownPlace(id, id, string.Empty);
        html.Markup("<div class=\"").Markup(look).Markup("\"").Markup(" id=\"").Text(place.Anchor).Markup("\">\n<h3>").Text(place.Name);
        if (place.Caption.Length > 0)
        {
            html.Text(". " + place.Caption);
        }

        html.Markup("</h3>\n");
        if (structure.Count > 0)
        {
            html.Markup("<ul class=\"endringer\">");
            foreach (var difference in structure.Take(MostShown))
            {
                html.Markup("\n<li>").Text(string.Join(", ", names.Of(difference).Words)).Markup(": ");
                OldNew.Write(html, difference.Old, difference.New, labels);
                html.Markup("</li>");
            }

            html.Markup("</ul>\n");
            if (structure.Count > MostShown)
            {
                html.Element(
                    "p class=\"liten\"",
                    labels.Get("sammenligning.flere_endringer", NorwegianNumberText.Number(structure.Count - MostShown, 0))
                );
            }
        }

        html.Markup("<p class=\"vis\">")
            .Open("a href=\"#forskjeller\"", "data-vis", id)
            .Text(labels.Get("sammenligning.vis_i_listen"))
            .Markup("</a></p>\n");
    }
}
