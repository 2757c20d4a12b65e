using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>What changed in data, settings, templates and tool.</summary>
internal static class GroundSection
{
    private const int FingerprintLength = 64;

    public static string Write(IReadOnlyList<GroundChange> changes, ComparisonPageContent content)
    {
        var html = new HtmlOutput();
        var labels = content.Labels;
        if (changes.Count == 0)
        {
            var isKnown = content is { OldGround: not null, NewGround: not null };
            return html.Element("p", labels.Get(isKnown ? "sammenligning.grunnlag.likt" : "sammenligning.grunnlag.ukjent")).ToString();
        }

        html.Markup("<table><caption class=\"skjult\">")
            .Text(labels.Get("sammenligning.grunnlag.tittel"))
            .Markup("</caption>\n<thead><tr>");
        foreach (
            var key in new[] { "sammenligning.grunnlag.rolle", "sammenligning.grunnlag.navn", "sammenligning.for", "sammenligning.naa" }
        )
        {
            html.Element("th scope=\"col\"", labels.Get(key));
        }

        html.Markup("</tr></thead>\n<tbody>");
        foreach (var change in changes)
        {
            html.Markup("\n<tr>")
                .Element("td", Role(change.Role, labels))
                .Markup("<th scope=\"row\">")
                .Element("code", change.Name)
                .Markup("</th>");
            html.Element("td", Side(change.Old, labels)).Element("td", Side(change.New, labels)).Markup("</tr>");
        }

        return html.Markup("</tbody></table>").ToString();
    }

    /// <summary>What changed, in words; the role itself when it has none.</summary>
    public static string Role(string role, LabelSet labels) =>
        $"sammenligning.rolle.{role}" is var key && labels.Has(key) ? labels.Get(key) : role;

    /// <summary>A value, a fingerprint cut short, or that there is none.</summary>
    public static string Side(string? value, LabelSet labels) =>
        value switch
        {
            null => labels.Get("sammenligning.ingen"),
            { Length: FingerprintLength } when value.All(char.IsAsciiHexDigitLower) => EditionFacts.Short(value),
            _ => value,
        };
}
