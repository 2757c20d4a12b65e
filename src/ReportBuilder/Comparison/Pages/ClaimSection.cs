using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Sentences whose checked claims are new, gone or changed, and where they stand.</summary>
internal static class ClaimSection
{
    public static string Write(ComparisonResult result, LabelSet labels, DifferenceText text)
    {
        var html = new HtmlOutput();
        var lines = ClaimLines.Of(result, text, labels);
        if (result.Old.IsPartial || result.New.IsPartial)
        {
            return html.Element("p", labels.Get("sammenligning.setninger.ikke_sammenlignet")).ToString();
        }

        if (lines.Count == 0)
        {
            return html.Element("p", labels.Get("sammenligning.setninger.ingen")).ToString();
        }

        string[] heads =
        [
            labels.Get("sammenligning.kolonne.kapittel"),
            labels.Get("sammenligning.kolonne.setning"),
            labels.Get("sammenligning.for"),
            labels.Get("sammenligning.naa"),
        ];
        html.OpenCards("setninger", labels.Get("sammenligning.setninger.tittel"), heads);
        foreach (var line in lines)
        {
            html.Markup("\n<tr>").Cell("td", heads[0], line.Place).OpenCell("th scope=\"row\" class=\"setning\"", heads[1]);
            if (line.IsOfWords)
            {
                OldNew.Write(html, line.Old, line.New, labels);
            }
            else
            {
                html.Text(line.Sentence);
            }

            foreach (var key in line.Keys)
            {
                html.Markup(" ").Element("code", key);
            }

            html.CloseCell("th");
            var told = labels.Get("sammenligning.setninger.andre_ord");
            html.Cell("td", heads[2], line.IsOfWords ? string.Empty : line.Old);
            html.Cell("td", heads[3], line.IsOfWords ? told : line.New).Markup("</tr>");
        }

        return html.CloseCards().ToString();
    }

    /// <summary>True for a difference of the sentence itself; otherwise it is the outcome of the claim.</summary>
    public static bool IsOfWords(Difference difference) => difference.Key.EndsWith("#setning", StringComparison.Ordinal);
}
