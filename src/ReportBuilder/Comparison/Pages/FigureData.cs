using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The numbers of a figure as a small table, for an edition that has no drawing of it.</summary>
internal static class FigureData
{
    private const int MostRows = 40;

    public static void Write(HtmlOutput html, FigureContent figure, Edition edition, QuantityText numbers, LabelSet labels)
    {
        var rows = figure.Series.Select(s => s.QuantityIds.Count).DefaultIfEmpty(0).Max();
        if (rows == 0)
        {
            html.Element("p class=\"liten\"", labels.Get("sammenligning.figurer.uten_data"));
            return;
        }

        html.Markup("<table><caption class=\"skjult\">").Text(figure.Caption ?? figure.Id).Markup("</caption>\n<thead><tr><td></td>");
        foreach (var series in figure.Series)
        {
            html.Element("th scope=\"col\" class=\"tall\"", series.Name);
        }

        html.Markup("</tr></thead>\n<tbody>");
        for (var row = 0; row < Math.Min(rows, MostRows); row++)
        {
            html.Markup("\n<tr>").Element("th scope=\"row\"", row < figure.Categories.Count ? figure.Categories[row] : string.Empty);
            foreach (var series in figure.Series)
            {
                var quantity = row < series.QuantityIds.Count ? edition.Find(series.QuantityIds[row].Value) : null;
                html.Element("td class=\"tall\"", quantity is null ? string.Empty : numbers.Value(quantity));
            }

            html.Markup("</tr>");
        }

        html.Markup("</tbody></table>");
        if (rows > MostRows)
        {
            html.Element(
                "p class=\"liten\"",
                labels.Get("sammenligning.figurer.flere_rader", NorwegianNumberText.Number(rows - MostRows, 0))
            );
        }
    }
}
