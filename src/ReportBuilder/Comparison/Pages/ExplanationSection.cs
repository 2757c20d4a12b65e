using System.Globalization;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The signed explanations, each with the way to its differences in the list; then those that no longer fit their numbers, and those that explain nothing.</summary>
internal static class ExplanationSection
{
    private const int ShownKeys = 5;
    private static readonly string[] FaultColumns = ["gjelder", "feil", "grunn", "signert"];

    /// <summary>Writes them.</summary>
    public static string Write(ExplainedComparison comparison, ExplanationGroups groups, DifferenceNames names, LabelSet labels)
    {
        var html = new HtmlOutput();
        WriteSigned(html, comparison, groups, labels);
        if (comparison.Misfits.Count + comparison.Idle.Count > 0)
        {
            html.Markup("\n").Element("h3", labels.Get("sammenligning.forklaringer.tittel")).Markup("\n");
            html.Element("p class=\"ledetekst\"", labels.Get("sammenligning.forklaringer.hva")).Markup("\n");
            WriteFaults(html, comparison, names, labels);
        }

        return html.ToString();
    }

    private static void WriteSigned(HtmlOutput html, ExplainedComparison comparison, ExplanationGroups groups, LabelSet labels)
    {
        if (groups.All.Count == 0)
        {
            html.Element("p", labels.Get("sammenligning.forklaringer.ingen"));
            return;
        }

        string[] heads =
        [
            labels.Get("sammenligning.forklaringer.klasse"),
            labels.Get("sammenligning.forklaringer.gjelder"),
            labels.Get("sammenligning.forklaringer.grunn"),
            labels.Get("sammenligning.forklaringer.antall"),
            labels.Get("sammenligning.forklaringer.signert"),
        ];
        html.Element("p class=\"ledetekst\"", labels.Get("sammenligning.forklaringer.forbehold")).Markup("\n");
        html.OpenCards("forklaringer", labels.Get("sammenligning.forklaringer.alle"), heads);
        foreach (var (index, (explanation, count)) in groups.All.Index())
        {
            html.Markup("\n<tr>").OpenCell("td", heads[0]);
            WriteClass(html, explanation, labels);
            html.CloseCell("td").Cell("th scope=\"row\"", heads[1], explanation.Name);
            html.Cell("td", heads[2], explanation.Reason).OpenCell("td class=\"tall\"", heads[3]);
            WriteLink(html, "nr:" + index.ToString(CultureInfo.InvariantCulture), NorwegianNumberText.Number(count, 0), labels);
            html.CloseCell("td").Cell("td", heads[4], DifferenceRows.Signed(explanation, labels)).Markup("</tr>");
        }

        if (comparison.Unexplained.Count > 0)
        {
            html.Markup("\n<tr>").OpenCell("td", heads[0]);
            html.Element("span class=\"brikke uforklart\"", labels.Get("sammenligning.side.uforklart"))
                .CloseCell("td")
                .Markup("<td></td><td></td>")
                .OpenCell("td class=\"tall\"", heads[3]);
            WriteLink(html, "nei", NorwegianNumberText.Number(comparison.Unexplained.Count, 0), labels);
            html.CloseCell("td").Markup("<td></td></tr>");
        }

        html.CloseCards();
    }

    /// <summary>The number of differences, as the way to them in the list.</summary>
    private static void WriteLink(HtmlOutput html, string filter, string count, LabelSet labels) =>
        html.Open("a href=\"#forskjeller\"", "data-forklaring", filter)
            .Text(count)
            .Markup("<span class=\"skjult\"> ")
            .Text(labels.Get("sammenligning.forklaringer.vis"))
            .Markup("</span></a>");

    private static void WriteFaults(HtmlOutput html, ExplainedComparison comparison, DifferenceNames names, LabelSet labels)
    {
        string[] heads = [.. FaultColumns.Select(column => labels.Get("sammenligning.forklaringer." + column))];
        html.OpenCards("forklaringer", labels.Get("sammenligning.forklaringer.tittel"), heads);
        foreach (var misfit in comparison.Misfits)
        {
            Row(html, heads, misfit.Explanation, Fault(misfit, names, labels), labels);
        }

        foreach (var idle in comparison.Idle)
        {
            Row(html, heads, idle, labels.Get("sammenligning.forklaringer.ubrukt"), labels);
        }

        html.CloseCards();
    }

    private static void Row(HtmlOutput html, string[] heads, Explanation explanation, string fault, LabelSet labels)
    {
        html.Markup("\n<tr>").OpenCell("th scope=\"row\"", heads[0]).Text(explanation.Subject ?? string.Empty);
        html.Markup(" ").Element("code", explanation.Pattern).CloseCell("th").Cell("td", heads[1], fault).OpenCell("td", heads[2]);
        WriteClass(html, explanation, labels);
        html.Markup(" ").Text(explanation.Reason).CloseCell("td");
        html.Cell("td", heads[3], DifferenceRows.Signed(explanation, labels)).Markup("</tr>");
    }

    private static void WriteClass(HtmlOutput html, Explanation explanation, LabelSet labels) =>
        html.Markup("<span class=\"brikke ")
            .Markup(explanation.Class.Token())
            .Markup("\">")
            .Text(DifferenceRows.ClassName(explanation, labels))
            .Markup("</span>");

    /// <summary>What an explanation was written for, and what it meets.</summary>
    public static string Fault(ExplanationMisfit misfit, DifferenceNames names, LabelSet labels)
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

        var found =
            string.Join("; ", misfit.Differences.Take(ShownKeys).Select(names.Told))
            + (misfit.Differences.Count > ShownKeys ? " …" : string.Empty);
        return labels.Get(
            "sammenligning.forklaringer.annen_mengde",
            misfit.Explanation.Count?.ToString(CultureInfo.InvariantCulture) ?? none,
            misfit.Differences.Count.ToString(CultureInfo.InvariantCulture),
            found
        );
    }
}
