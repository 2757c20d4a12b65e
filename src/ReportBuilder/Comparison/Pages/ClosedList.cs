using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Numbers that need no explanation: a list that is closed at first, and filled by the script when it is opened.</summary>
internal static class ClosedList
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

    /// <summary>Writes the list.</summary>
    /// <param name="name">Its name in the data of the page, <c>tolerance</c> or <c>outliers</c>.</param>
    /// <param name="differences">What is in it.</param>
    /// <param name="key">Where its words begin, <c>sammenligning.toleranse</c>.</param>
    /// <param name="labels">Words.</param>
    public static string Write(string name, IReadOnlyList<Difference> differences, string key, LabelSet labels)
    {
        var html = new HtmlOutput();
        if (differences.Count == 0)
        {
            return html.Element("p", labels.Get(key + ".ingen")).ToString();
        }

        html.Markup("<details data-lukket=\"").Markup(name).Markup("\">\n");
        html.Element("summary", labels.Get(key + ".antall", NorwegianNumberText.Number(differences.Count, 0)));
        html.Element("p class=\"ledetekst\"", labels.Get(key + ".hva"))
            .Markup("\n<p class=\"status\" role=\"status\" data-status=\"")
            .Markup(name);
        html.Markup("\"></p>\n<div class=\"rulle\">\n<table class=\"liste\" data-liste=\"")
            .Markup(name)
            .Markup("\"><caption class=\"skjult\">");
        html.Text(labels.Get(key + ".tittel")).Markup("</caption>\n<thead><tr>");
        foreach (var (column, word, isNumber) in Columns)
        {
            html.Markup("<th scope=\"col\" data-kolonne=\"").Markup(column).Markup("\"");
            html.Markup(isNumber ? " class=\"tall\">" : ">");
            html.Element("button type=\"button\"", labels.Get(word))
                .Element("span class=\"papir\" aria-hidden=\"true\"", labels.Get(word))
                .Markup("</th>");
        }

        html.Markup("</tr></thead>\n<tbody></tbody></table></div>\n<p class=\"mer\"><button type=\"button\" data-mer=\"")
            .Markup(name)
            .Markup("\" hidden>");
        return html.Text(labels.Get("sammenligning.side.flere")).Markup("</button></p>\n</details>").ToString();
    }
}
