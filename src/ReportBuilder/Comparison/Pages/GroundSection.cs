namespace ReportBuilder.Comparison.Pages;

/// <summary>What changed in data, settings, templates and tool.</summary>
internal static class GroundSection
{
    public static string Write(ComparisonResult result, ComparisonPageContent content)
    {
        var html = new HtmlOutput();
        var labels = content.Labels;
        foreach (var remark in GroundLines.Remarks(result, content))
        {
            html.Element("p", remark).Markup("\n");
        }

        if (result.Ground.Count == 0)
        {
            return html.ToString();
        }

        string[] heads =
        [
            labels.Get("sammenligning.grunnlag.rolle"),
            labels.Get("sammenligning.grunnlag.navn"),
            labels.Get("sammenligning.for"),
            labels.Get("sammenligning.naa"),
        ];
        html.OpenCards(string.Empty, labels.Get("sammenligning.grunnlag.tittel"), heads);
        foreach (var line in GroundLines.Of(result.Ground, labels))
        {
            html.Markup("\n<tr>").Cell("td", heads[0], line.Role).Cell("th scope=\"row\"", heads[1], line.Name);
            html.Cell("td", heads[2], line.Old).Cell("td", heads[3], line.New).Markup("</tr>");
        }

        return html.CloseCards().ToString();
    }
}
