using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>What a reader must know first: which editions, how it stands, how many of each kind.</summary>
internal static class SummarySection
{
    private static readonly DifferenceKind[] Kinds = Enum.GetValues<DifferenceKind>();

    /// <summary>The two editions side by side.</summary>
    public static string Editions(ExplainedComparison comparison, ComparisonPageContent content)
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
        foreach (var (key, valueOf) in EditionFacts.All)
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

    /// <summary>The verdict and the counts.</summary>
    public static string Counts(ExplainedComparison comparison, DifferenceText text, LabelSet labels)
    {
        var html = new HtmlOutput();
        var result = comparison.Result;
        html.Markup("<p class=\"dom")
            .Markup(comparison.IsSettled ? string.Empty : " uferdig")
            .Markup("\">")
            .Text(Verdict(comparison, labels))
            .Markup("</p>\n");
        if (result.Old.IsPartial)
        {
            html.Element("p", labels.Get("sammenligning.delvis")).Markup("\n");
        }

        html.Markup("<div class=\"telling\">\n<table><caption>")
            .Text(labels.Get("sammenligning.telling.forskjeller"))
            .Markup("</caption>\n<thead><tr><td></td>");
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

        html.Markup("</tbody></table>\n<table><caption>").Text(labels.Get("sammenligning.telling.tall")).Markup("</caption>\n<tbody>");
        Row("uendret", result.Unchanged);
        Row("toleranse", result.WithinTolerance.Count);
        if (result.Unknown > 0)
        {
            Row("ukjent", result.Unknown);
        }

        if (result.Unmatched > 0)
        {
            Row("nye_numre", result.Unmatched);
        }

        html.Markup("</tbody></table>\n<table><caption>")
            .Text(labels.Get("sammenligning.telling.forklaringer"))
            .Markup("</caption>\n<tbody>");
        Row("forklart", comparison.Explained.Count);
        Row("uforklart", comparison.Unexplained.Count);
        Row("passer_ikke", comparison.Misfits.Count);
        Row("ubrukt", comparison.Idle.Count);
        return html.Markup("</tbody></table>\n</div>").ToString();

        void Row(string key, int count) =>
            html.Markup("\n<tr>")
                .Element("th scope=\"row\"", labels.Get("sammenligning.telling." + key))
                .Element("td class=\"tall\"", Number(count))
                .Markup("</tr>");
    }

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

        return labels.Get(
            comparison.Result.IsEqual ? "sammenligning.dom.like" : "sammenligning.dom.forklart",
            Number(comparison.Explained.Count)
        );
    }

    private static string Number(int count) => NorwegianNumberText.Number(count, 0);
}
