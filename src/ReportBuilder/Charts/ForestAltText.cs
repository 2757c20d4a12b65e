using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>
/// Alt text of a forest plot: how many terms, which are significantly above and below 1 with their odds ratios, how many are neither,
/// the extremes, and which have no number.
/// </summary>
internal static class ForestAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(ForestChart chart, LabelSet labels)
    {
        var rows = chart.Groups.SelectMany(g => g.Rows).ToArray();
        var estimated = rows.Where(HasNumber).ToArray();
        yield return labels.Get("figur.alt.oddsrater", Count(rows.Length));
        if (estimated.Length > 0)
        {
            yield return Significant("figur.alt.over", row => row.OddsRatio.Value > 1);
            yield return Significant("figur.alt.under", row => row.OddsRatio.Value <= 1);
            yield return labels.Get("figur.alt.ikke_signifikant", Count(estimated.Count(r => !r.IsSignificant)));
            yield return labels.Get(
                "figur.alt.ytterpunkter",
                WithNumber(estimated.MaxBy(r => r.OddsRatio.Value)!),
                WithNumber(estimated.MinBy(r => r.OddsRatio.Value)!)
            );
        }

        if (estimated.Length < rows.Length)
        {
            yield return labels.Get("figur.alt.uten_tall_setning", Listed(r => !HasNumber(r), WithNumber));
        }

        string Significant(string key, Func<ForestRow, bool> isSide)
        {
            bool IsHere(ForestRow row) => HasNumber(row) && row.IsSignificant && isSide(row);
            var count = estimated.Count(IsHere);
            return count == 0 ? labels.Get(key + ".ingen") : labels.Get(key, Count(count), Listed(IsHere, WithNumber));
        }

        // «A2» says nothing without «Norskferdigheter»: terms are listed by group.
        string Listed(Func<ForestRow, bool> isMeant, Func<ForestRow, string> words) =>
            string.Join(
                "; ",
                chart
                    .Groups.Select(g => (g.Heading, Items: g.Rows.Where(isMeant).Select(words).ToArray()))
                    .Where(g => g.Items.Length > 0)
                    .Select(g =>
                        string.IsNullOrWhiteSpace(g.Heading)
                            ? AltText.List(g.Items)
                            : labels.Get("figur.alt.gruppe", g.Heading, AltText.List(g.Items))
                    )
            );

        string WithNumber(ForestRow row) => labels.Get("figur.alt.verdi", row.Label, QuantityWords.Of(row.OddsRatio, labels));
    }

    private static bool HasNumber(ForestRow row) => row.OddsRatio.Status is QuantityStatus.Estimated or QuantityStatus.Rounded;

    private static string Count(int count) => NorwegianNumberText.Number(count, 0);
}
