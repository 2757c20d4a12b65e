using System.Globalization;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Explanations that no longer fit their numbers, and those that explain nothing.</summary>
internal static class ExplanationSection
{
    private const int ShownKeys = 5;

    public static string Write(ExplainedComparison comparison, LabelSet labels)
    {
        var html = new HtmlOutput();
        if (comparison.Misfits.Count + comparison.Idle.Count == 0)
        {
            return html.Element("p", labels.Get("sammenligning.forklaringer.ingen")).ToString();
        }

        html.Markup("<table><caption class=\"skjult\">")
            .Text(labels.Get("sammenligning.forklaringer.tittel"))
            .Markup("</caption>\n<thead><tr>");
        foreach (var column in new[] { "gjelder", "feil", "grunn", "signert" })
        {
            html.Element("th scope=\"col\"", labels.Get("sammenligning.forklaringer." + column));
        }

        html.Markup("</tr></thead>\n<tbody>");
        foreach (var misfit in comparison.Misfits)
        {
            Row(html, misfit.Explanation, Fault(misfit, labels), labels);
        }

        foreach (var idle in comparison.Idle)
        {
            Row(html, idle, labels.Get("sammenligning.forklaringer.ubrukt"), labels);
        }

        return html.Markup("</tbody></table>").ToString();
    }

    private static void Row(HtmlOutput html, Explanation explanation, string fault, LabelSet labels)
    {
        html.Markup("\n<tr><th scope=\"row\">").Element("code", explanation.Pattern).Markup("</th>").Element("td", fault);
        html.Markup("<td>")
            .Element("span class=\"brikke\"", DifferenceRows.ClassName(explanation, labels))
            .Markup(" ")
            .Text(explanation.Reason)
            .Markup("</td>");
        html.Element("td", DifferenceRows.Signed(explanation, labels)).Markup("</tr>");
    }

    /// <summary>What an explanation was written for, and what it meets.</summary>
    public static string Fault(ExplanationMisfit misfit, LabelSet labels)
    {
        var none = labels.Get("sammenligning.ingen");
        if (misfit is { Explanation: { IsRule: false } only, Differences: [var difference, ..] })
        {
            return labels.Get(
                "sammenligning.forklaringer.andre_tall",
                only.Old ?? none,
                only.New ?? none,
                difference.Old ?? none,
                difference.New ?? none
            );
        }

        var keys =
            string.Join(", ", misfit.Differences.Take(ShownKeys).Select(d => d.Key))
            + (misfit.Differences.Count > ShownKeys ? " …" : string.Empty);
        return labels.Get(
            "sammenligning.forklaringer.annen_mengde",
            misfit.Explanation.Count?.ToString(CultureInfo.InvariantCulture) ?? none,
            misfit.Differences.Count.ToString(CultureInfo.InvariantCulture),
            keys
        );
    }
}
