using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Sentences whose claims changed: claims that turned, appeared or vanished, and words that changed around them.</summary>
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
            var kind = (int)difference.Kind;
            html.Markup("<div class=\"setning\">\n<span class=\"brikke slag")
                .Markup(((char)('0' + kind)).ToString())
                .Markup("\">")
                .Text(text.Kinds[kind])
                .Markup("</span>\n");
            if (IsOfWords(difference))
            {
                html.Markup("<blockquote>");
                OldNew.Write(html, words.Old, words.New, labels);
                html.Markup("</blockquote>\n");
            }
            else
            {
                html.Element("blockquote", difference.Context ?? string.Empty)
                    .Markup("\n<p>")
                    .Text(labels.Get("sammenligning.setninger.utsagn"))
                    .Markup(" ");
                OldNew.Write(html, words.Old, words.New, labels);
                html.Markup("</p>\n");
            }

            html.Element("code", difference.Key).Markup("</div>\n");
        }

        return html.ToString();
    }

    /// <summary>True for a difference of the sentence itself; otherwise it is the outcome of the claim.</summary>
    public static bool IsOfWords(Difference difference) => difference.Key.EndsWith("#setning", StringComparison.Ordinal);
}
