using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Numbers that differ by no more than their tolerance: closed at first, and filled by the script when it is opened.</summary>
internal static class ToleranceSection
{
    private static readonly (string Column, string Key, bool IsNumber)[] Columns =
    [
        ("storrelse", "sammenligning.kolonne.storrelse", true),
        ("id", "sammenligning.kolonne.hva", false),
        ("sted", "sammenligning.kolonne.sted", false),
        ("for", "sammenligning.for", true),
        ("naa", "sammenligning.naa", true),
        ("endring", "sammenligning.kolonne.endring", true),
        ("flagg", "sammenligning.kolonne.merker", false),
    ];

    public static string Write(ComparisonResult result, LabelSet labels)
    {
        var html = new HtmlOutput();
        if (result.WithinTolerance.Count == 0)
        {
            return html.Element("p", labels.Get("sammenligning.toleranse.ingen")).ToString();
        }

        html.Markup("<details>\n")
            .Element("summary", labels.Get("sammenligning.toleranse.antall", NorwegianNumberText.Number(result.WithinTolerance.Count, 0)));
        html.Element("p class=\"ledetekst\"", labels.Get("sammenligning.toleranse.hva"));
        html.Markup(
            "\n<p class=\"status\" role=\"status\" data-status=\"toleranse\"></p>\n<div class=\"rulle\">\n<table class=\"liste\" data-liste=\"toleranse\"><caption class=\"skjult\">"
        );
        html.Text(labels.Get("sammenligning.toleranse.tittel")).Markup("</caption>\n<thead><tr>");
        foreach (var (column, key, isNumber) in Columns)
        {
            html.Markup("<th scope=\"col\" data-kolonne=\"")
                .Markup(column)
                .Markup("\"")
                .Markup(column == "storrelse" ? " aria-sort=\"descending\"" : string.Empty);
            html.Markup(isNumber ? " class=\"tall\">" : ">").Element("button type=\"button\"", labels.Get(key)).Markup("</th>");
        }

        html.Markup("</tr></thead>\n<tbody></tbody></table></div>\n<p class=\"mer\">");
        return html.Element("button type=\"button\" data-mer=\"toleranse\" hidden", labels.Get("sammenligning.side.flere"))
            .Markup("</p>\n</details>")
            .ToString();
    }
}
