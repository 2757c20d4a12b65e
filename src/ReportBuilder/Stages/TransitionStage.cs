using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>
/// Tabell 1 of the 2022 edition: what those who finished each year went on to, in per cent of all who finished. Who has no known outcome is in the base and
/// counts as not having reached the goal: with that base alone do the published totals by year (48, 55, 55, 49) agree with the published whole (54.1).
/// </summary>
public static class TransitionStage
{
    /// <summary>What one may go on to, as tokens of the transition; then the two together.</summary>
    public static IReadOnlyList<string> Rows { get; } = ["arbeid", "utdanning", Total];

    private const string Total = "i_alt";

    /// <summary>Adds <c>overgang.{to}.{year}.{scheme}</c>.</summary>
    public static void Run(Dataset data, Sample all, EditionBuilder edition, int minimum)
    {
        var transition = data.Codes(StageColumns.Transition);
        var year = data.Numbers(StageColumns.Year);
        foreach (var scheme in Breakdown.Schemes)
        {
            foreach (var category in DescriptiveVariables.Years.Categories)
            {
                var rows = all.Rows.Where(r => all.SchemeOf(r) == scheme && year.Values[r].ToText() == category).ToList();
                int Count(string token) => rows.Count(r => transition.Indices[r] == transition.IndexOf(token));
                Add(
                    edition,
                    $"{category}.{Breakdown.Token(scheme)}",
                    Count("arbeid"),
                    Count("utdanning"),
                    rows.Count(all.Succeeded),
                    rows.Count,
                    minimum
                );
            }
        }
    }

    private static void Add(EditionBuilder edition, string place, int work, int education, int reached, int persons, int minimum)
    {
        // Reached, but not known how, is a part of its own, so that the four parts make the whole.
        var other = Math.Max(0, reached - work - education);
        var parts = CellProtection.OfComposition([work, education, other, persons - work - education - other], minimum);
        var total = CellProtection.OfComposition([reached, persons - reached], minimum)[0];
        // With a part hidden, an exact total less the part that is shown would give it away.
        var isTold = total == Protection.Exact && parts.Contains(Protection.Hidden);
        edition.Add(Share("arbeid", work, parts[0]));
        edition.Add(Share("utdanning", education, parts[1]));
        edition.Add(Share(Total, reached, isTold ? Protection.Hidden : total));

        Quantity Share(string to, int count, Protection protection) =>
            BreakdownQuantities.Share($"overgang.{to}.{place}", count, persons, persons == 0 ? Protection.Empty : protection);
    }
}
