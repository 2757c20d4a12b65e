using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>What the differences mean, in sentences made from their flags; the same in the page and in the annex.</summary>
/// <param name="Flag">The flag that the sentence counts; null for one that counts no flag.</param>
/// <param name="Text">The sentence.</param>
/// <param name="IsOfClaims">True when it counts claims.</param>
internal sealed record ContentVerdict(DifferenceFlag? Flag, string Text, bool IsOfClaims = false)
{
    private static readonly (DifferenceFlag Flag, string Key)[] Told =
    [
        (DifferenceFlag.Significance, "sammenligning.innhold.signifikans"),
        (DifferenceFlag.Sign, "sammenligning.innhold.retning"),
        (DifferenceFlag.Rank, "sammenligning.innhold.rekkefolge"),
        (DifferenceFlag.Base, "sammenligning.innhold.grunnlag"),
    ];

    /// <summary>The sentences; none when nothing differs.</summary>
    public static IReadOnlyList<ContentVerdict> Of(ComparisonResult result, LabelSet labels)
    {
        if (result.IsEqual)
        {
            return [];
        }

        var counts = new int[Enum.GetValues<DifferenceFlag>().Length];
        foreach (var flag in result.Differences.SelectMany(d => d.Flags))
        {
            counts[(int)flag]++;
        }

        var isCalm = counts[(int)DifferenceFlag.Significance] + counts[(int)DifferenceFlag.Sign] == 0;
        var claims = result
            .Differences.Where(d => d.Subject == DifferenceSubject.Claim && !ClaimSection.IsOfWords(d))
            .GroupBy(d => d.Kind)
            .ToDictionary(g => g.Key, g => g.Count());
        return
        [
            .. isCalm ? [new ContentVerdict(null, labels.Get("sammenligning.innhold.ingen"))] : Array.Empty<ContentVerdict>(),
            .. Told.Where(t => counts[(int)t.Flag] > 0)
                .Select(t => new ContentVerdict(t.Flag, CountedText.Of(t.Key, counts[(int)t.Flag], labels))),
            .. claims
                .OrderBy(c => c.Key)
                .Select(c => new ContentVerdict(
                    null,
                    CountedText.Of("sammenligning.innhold.paastand." + TokenOf(c.Key), c.Value, labels),
                    IsOfClaims: true
                )),
        ];
    }

    private static string TokenOf(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.Changed => "endret",
            DifferenceKind.New => "ny",
            DifferenceKind.Gone => "borte",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
}
