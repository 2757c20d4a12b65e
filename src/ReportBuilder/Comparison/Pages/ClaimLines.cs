using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>A sentence with checked claims that differ.</summary>
/// <param name="Place">Its chapter.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Old">The older side: how its claims stood, or its words; that it is new.</param>
/// <param name="New">The newer side; that it is gone.</param>
/// <param name="Keys">Keys of the differences.</param>
internal sealed record ClaimLine(string Place, string Sentence, string Old, string New, IReadOnlyList<string> Keys)
{
    /// <summary>True when the words of the sentence changed, and <see cref="Old"/> and <see cref="New"/> are the words.</summary>
    public bool IsOfWords { get; init; }
}

/// <summary>Checked claims that are new, gone or changed, one line a sentence however many claims it makes; the same in the page and in the annex.</summary>
internal static class ClaimLines
{
    /// <summary>The lines, in the order of the comparison.</summary>
    public static IReadOnlyList<ClaimLine> Of(ComparisonResult result, DifferenceText text, LabelSet labels) =>
        [
            .. result
                .Differences.Where(d => d.Subject == DifferenceSubject.Claim)
                .GroupBy(d => (ClaimPlace.TemplateOf(d), d.Context, IsOfWords: ClaimSection.IsOfWords(d)))
                .Select(g => Line([.. g], g.Key.IsOfWords, text, labels)),
        ];

    private static ClaimLine Line(Difference[] claims, bool isOfWords, DifferenceText text, LabelSet labels)
    {
        var words = claims.Select(text.Of).ToList();
        return new ClaimLine(
            ClaimPlace.Of(claims[0], labels),
            claims[0].Context ?? claims[0].Key,
            Joined(words.Select(w => w.Old.Length > 0 ? w.Old : labels.Get("sammenligning.setninger.ny"))),
            Joined(words.Select(w => w.New.Length > 0 ? w.New : labels.Get("sammenligning.setninger.borte"))),
            [.. claims.Select(c => c.Key)]
        )
        {
            IsOfWords = isOfWords,
        };
    }

    private static string Joined(IEnumerable<string> sides) => string.Join("; ", sides.Distinct(StringComparer.Ordinal));
}
