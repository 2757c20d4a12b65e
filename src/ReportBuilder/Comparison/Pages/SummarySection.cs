using System.Globalization;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>What a reader must know first: which editions, how it stands, how many of each kind.</summary>
internal static class SummarySection
{
    private static readonly DifferenceKind[] Kinds = Enum.GetValues<DifferenceKind>();

    /// <summary>Some facts about the two editions, side by side.</summary>
    public static string Editions(
        IReadOnlyList<(string Key, Func<Edition, EditionGround?, LabelSet, string> ValueOf)> facts,
        ExplainedComparison comparison,
        ComparisonPageContent content
    )
    {
        var html = new HtmlOutput();
        var labels = content.Labels;
        var (old, @new) = (comparison.Result.Old, comparison.Result.New);
        html.Markup("<table class=\"utgaver\"><caption class=\"skjult\">")
            .Text(labels.Get("sammenligning.utgaver"))
            .Markup("</caption>\n<thead><tr><td></td>");
        html.Element("th scope=\"col\"", labels.Get("sammenligning.for"))
            .Element("th scope=\"col\"", labels.Get("sammenligning.naa"))
            .Markup("</tr></thead>\n<tbody>");
        foreach (var (key, valueOf) in facts)
        {
            var (before, after) = (valueOf(old, content.OldGround, labels), valueOf(@new, content.NewGround, labels));
            if (before.Length + after.Length > 0)
            {
                html.Markup("\n<tr>")
                    .Element("th scope=\"row\"", labels.Get(key))
                    .Element("td", before)
                    .Element("td", after)
                    .Markup("</tr>");
            }
        }

        return html.Markup("</tbody></table>").ToString();
    }

    /// <summary>What the differences mean, how it stands, and how many there are.</summary>
    public static string Write(ExplainedComparison comparison, DifferenceText text, ContentDifferences differences, LabelSet labels)
    {
        var html = new HtmlOutput();
        var result = comparison.Result;
        WriteContent(html, result, labels);
        html.Markup("<p class=\"dom")
            .Markup(comparison.IsSettled ? string.Empty : " uferdig")
            .Markup("\">")
            .Text(Verdict(comparison, labels))
            .Markup("</p>\n");
        if (Partial(result, labels) is { } partial)
        {
            html.Element("p", partial).Markup("\n");
        }

        html.Markup("<div class=\"telling\">\n");
        WriteDifferences(html, result, text, labels);
        Table(
            "vises",
            [
                ("tabeller", Shown(result, differences, e => e.Tables.Select(t => t.Id))),
                ("figurer", Shown(result, differences, e => e.Figures.Select(f => f.Id))),
            ]
        );
        Table(
            "tall",
            [
                ("uendret", result.Unchanged),
                ("toleranse", result.WithinTolerance.Count),
                .. new[] { ("ukjent", result.Unknown), ("nye_numre", result.Unmatched) }.Where(r => r.Item2 > 0),
            ]
        );
        Table(
            "forklaringer",
            [
                ("forklart", comparison.Explained.Count),
                ("uforklart", comparison.Unexplained.Count),
                ("passer_ikke", comparison.Misfits.Count),
                ("ubrukt", comparison.Idle.Count),
            ]
        );
        return html.Markup("</div>").ToString();

        void Table(string name, (string Key, int Count)[] rows)
        {
            html.Markup("<table><caption>").Text(labels.Get("sammenligning.telling." + name)).Markup("</caption>\n<tbody>");
            foreach (var (key, count) in rows)
            {
                html.Markup("\n<tr>")
                    .Element("th scope=\"row\"", labels.Get("sammenligning.telling." + key))
                    .Element("td class=\"tall\"", Number(count))
                    .Markup("</tr>");
            }

            html.Markup("</tbody></table>\n");
        }
    }

    /// <summary>What an edition that is known only as printed leaves out of the comparison; null when both are whole.</summary>
    public static string? Partial(ComparisonResult result, LabelSet labels) =>
        result.Old.IsPartial ? labels.Get("sammenligning.delvis")
        : result.New.IsPartial ? labels.Get("sammenligning.delvis.ny")
        : null;

    private static void WriteContent(HtmlOutput html, ComparisonResult result, LabelSet labels)
    {
        var sentences = ContentVerdict.Of(result, labels);
        if (sentences.Count == 0)
        {
            return;
        }

        html.Markup("<ul class=\"innholdsdom\">");
        foreach (var (flag, sentence, isOfClaims) in sentences)
        {
            html.Markup("\n<li>").Text(sentence);
            if (flag is { } filter)
            {
                html.Markup(" ")
                    .Open("a class=\"vis\" href=\"#forskjeller\"", "data-merke", ((int)filter).ToString(CultureInfo.InvariantCulture))
                    .Text(labels.Get("sammenligning.innhold.vis"))
                    .Markup("</a>");
            }
            else if (isOfClaims)
            {
                html.Markup(" ").Element("a class=\"vis\" href=\"#tekst\"", labels.Get("sammenligning.innhold.vis"));
            }

            html.Markup("</li>");
        }

        html.Markup("</ul>\n");
    }

    private static void WriteDifferences(HtmlOutput html, ComparisonResult result, DifferenceText text, LabelSet labels)
    {
        html.Markup("<table><caption>").Text(labels.Get("sammenligning.telling.forskjeller")).Markup("</caption>\n<thead><tr><td></td>");
        foreach (var kind in text.Kinds)
        {
            html.Element("th scope=\"col\" class=\"tall\"", kind);
        }

        html.Markup("</tr></thead>\n<tbody>");
        foreach (var (index, subject) in text.Subjects.Index())
        {
            var ofSubject = result.Differences.Where(d => (int)d.Subject == index).ToList();
            html.Markup("\n<tr>").Element("th scope=\"row\"", subject);
            foreach (var kind in Kinds)
            {
                html.Element("td class=\"tall\"", Number(ofSubject.Count(d => d.Kind == kind)));
            }

            html.Markup("</tr>");
        }

        html.Markup("</tbody></table>\n");
    }

    /// <summary>How many tables, or figures, show a number that differs.</summary>
    private static int Shown(ComparisonResult result, ContentDifferences differences, Func<Edition, IEnumerable<string>> idsOf) =>
        idsOf(result.New).Union(idsOf(result.Old), StringComparer.Ordinal).Count(id => differences.NumbersOf(id) > 0);

    /// <summary>How it stands, in a sentence.</summary>
    public static string Verdict(ExplainedComparison comparison, LabelSet labels)
    {
        if (!comparison.IsSettled)
        {
            var wrong = comparison.Misfits.Count + comparison.Idle.Count;
            return labels.Get(
                wrong == 0 ? "sammenligning.dom.uforklart" : "sammenligning.dom.uferdig",
                Number(comparison.Unexplained.Count),
                Number(wrong)
            );
        }

        return comparison.Result.IsEqual
            ? labels.Get("sammenligning.dom.like")
            : CountedText.Of("sammenligning.dom.forklart", comparison.Explained.Count, labels);
    }

    private static string Number(int count) => NorwegianNumberText.Number(count, 0);
}
