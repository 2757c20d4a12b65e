namespace ReportBuilder.Comparison.Pages;

/// <summary>Sentences of the annex that the page has too, as lists for its templates: each item has <c>tekst</c>, and a list without items has nothing to tell.</summary>
internal static class AnnexSentences
{
    /// <summary>The lists by name.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<IReadOnlyDictionary<string, string>> Items)> Of(
        ComparisonResult result,
        ComparisonPageContent content,
        AnnexFigures figures
    )
    {
        var labels = content.Labels;
        yield return ("innhold", Items(ContentVerdict.Of(result, labels).Select(v => v.Text)));
        yield return ("delvis", Items(new[] { SummarySection.Partial(result, labels) }.OfType<string>()));
        yield return ("grunnlag_merknader", Items(GroundLines.Remarks(result, content)));
        yield return ("toleranse", Items([ToleranceText.Of(content.Tolerances, labels)]));
        yield return (
            "figurmerknader",
            Items(
                new[] { ("sammenligning.vedlegg.figurer_til", figures.LeftOut), ("sammenligning.vedlegg.uten_par", figures.WithoutPair) }
                    .Where(n => n.Item2 > 0)
                    .Select(n => CountedText.Of(n.Item1, n.Item2, labels))
            )
        );
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Items(IEnumerable<string> sentences) =>
        [.. sentences.Select(s => new Dictionary<string, string>(StringComparer.Ordinal) { ["tekst"] = s })];
}
