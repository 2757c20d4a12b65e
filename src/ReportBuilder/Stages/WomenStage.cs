using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Stages;

/// <summary>
/// The schemes compared among women with the same Norwegian level, or the same absence: nearly all of Jobbsjansen are women, so that a comparison of everyone is one of women with mostly men.
/// </summary>
public static class WomenStage
{
    /// <summary>
    /// Largest share of men in a category of a scheme for everyone there to stand for its women. A few men cannot be left out: they would follow from everyone less the women.
    /// </summary>
    public const double FewMen = 0.05;

    private static readonly DescriptiveVariable[] Variables = [DescriptiveVariables.Norwegian, DescriptiveVariables.Absence];

    /// <summary>
    /// Adds <c>kvinner.forskjell.{variable}.{category}</c>: the share who reach the goal among the women of Jobbsjansen in the category less that among those of introduksjonsprogrammet,
    /// unadjusted, with Newcombe's interval. Where the men of a scheme are too few to be told apart but no more than <see cref="FewMen"/>, they are counted with the women. Suppressed
    /// where that is not so, and where the result of everyone in the category is; not applicable where a scheme has nobody.
    /// </summary>
    /// <param name="data">The dataset.</param>
    /// <param name="sample">The net sample.</param>
    /// <param name="edition">Receives the quantities.</param>
    /// <param name="minimum">The privacy threshold.</param>
    public static void Run(Dataset data, Sample sample, EditionBuilder edition, int minimum)
    {
        var sex = data.Codes(DescriptiveVariables.Sex.Token);
        var woman = sex.IndexOf(DescriptiveVariables.Sex.Categories[0]);
        var women = sample.Where(row => sex.Indices[row] == woman);
        foreach (var variable in Variables)
        {
            var all = DescriptiveCategories.Count(variable, data, sample);
            var part = DescriptiveCategories.Count(variable, data, women);
            var shown = Shown(all, minimum);
            var groups = Breakdown.Schemes.ToDictionary(s => s, s => Groups(all.Counts[s], part.Counts[s], shown, minimum));
            for (var i = 0; i < shown.Length; i++)
            {
                var id = $"kvinner.forskjell.{variable.Token}.{variable.Categories[i]}";
                var isEmpty = Breakdown.Schemes.Any(s => all.Counts[s][i].Persons == 0);
                edition.Add(
                    isEmpty
                        ? Quantity.Without(id, Unit.PercentagePoints, 0, QuantityStatus.NotApplicable)
                        : Difference(id, groups[Scheme.Jobbsjansen][i], groups[Scheme.Introduksjonsprogrammet][i])
                );
            }
        }
    }

    /// <summary>The categories in which the result of everyone is published exactly, in both schemes: what is hidden of everyone, the women would give away.</summary>
    private static bool[] Shown(Breakdown all, int minimum)
    {
        var protections = Breakdown.Schemes.Select(s => CellProtection.OfOutcome(all.Counts[s], minimum)).ToList();
        return [.. all.Categories.Select((_, i) => protections.TrueForAll(p => p[i] == Protection.Exact))];
    }

    /// <summary>Those of a scheme who are compared in each category; null where nobody may be.</summary>
    private static List<CellCount?> Groups(IReadOnlyList<CellCount> all, IReadOnlyList<CellCount> women, bool[] shown, int minimum)
    {
        CellCount[] men = [.. all.Zip(women, (a, w) => new CellCount(a.Persons - w.Persons, a.Successes - w.Successes))];
        var (safeWomen, safeMen) = (Safe(women, shown, minimum), Safe(men, shown, minimum));
        return
        [
            .. shown.Select(
                (isShown, i) =>
                    !isShown ? (CellCount?)null
                    : safeWomen[i] && safeMen[i] ? women[i]
                    : men[i].Persons <= FewMen * all[i].Persons ? all[i]
                    : null
            ),
        ];
    }

    /// <summary>Which of the categories shown may be shown exactly, when the others are known only together, as what the total leaves.</summary>
    private static bool[] Safe(IReadOnlyList<CellCount> counts, bool[] shown, int minimum)
    {
        var rest = counts.Where((_, i) => !shown[i]).ToList();
        CellCount[] published = [.. counts.Where((_, i) => shown[i]), new(rest.Sum(c => c.Persons), rest.Sum(c => c.Successes))];
        var protection = CellProtection.OfOutcome(published, minimum);
        return [.. shown.Select((isShown, i) => isShown && protection[shown.Take(i).Count(s => s)] == Protection.Exact)];
    }

    private static Quantity Difference(string id, CellCount? first, CellCount? second)
    {
        if (first is not { } one || second is not { } other)
        {
            return Quantity.Without(id, Unit.PercentagePoints, 0, QuantityStatus.Suppressed);
        }

        var difference = ShareDifference.Of(one.Successes, one.Persons, other.Successes, other.Persons);
        return Quantity.Of(id, difference.Value!.Value, Unit.PercentagePoints, 0) with
        {
            Interval = BreakdownQuantities.IntervalOf(difference.Interval),
        };
    }
}
