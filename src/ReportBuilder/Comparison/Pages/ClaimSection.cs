using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Sentences whose claims changed.</summary>
internal static class ClaimSection
{
    public static string Write(ComparisonResult result, LabelSet labels, DifferenceText text)
    {
        var html = new HtmlOutput();
        var claims = result.Differences.Where(d => d.Subject == DifferenceSubject.Claim).ToList();
        if (claims.Count == 0)
        {
            return html.Element("p", labels.Get("sammenligning.setninger.ingen")).ToString();
        }

        foreach (var difference in claims)
        {
            var words = text.Of(difference);
            html.Markup("<div class=\"setning\">\n")
                .Element("span class=\"brikke slag" + (int)difference.Kind + "\"", text.Kinds[(int)difference.Kind])
                .Markup(" ")
                .Element("code", difference.Key);
            html.Markup("\n<blockquote>");
            OldNew.Write(html, words.Old, words.New, labels);
            html.Markup("</blockquote></div>\n");
        }

        return html.ToString();
    }
}
