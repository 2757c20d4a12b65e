namespace ReportBuilder.Disclosure;

/// <summary>
/// Decides, for one set of categories that together make a published total, which numbers may be shown. The one place where that is decided; tables,
/// charts, sentences and alt texts only see the outcome. See <c>docs/limitations.md</c> for what is not covered yet.
/// </summary>
public static class CellProtection
{
    /// <summary>Width of a share printed in whole per cent.</summary>
    private const double PrintedWidth = 0.01;

    /// <summary>
    /// Shares of a group by category. A category with 1 to k−1 persons is hidden; when that leaves exactly one hidden (it
    /// would follow from the total), the smallest other category is hidden too. A group smaller than k is hidden whole.
    /// </summary>
    /// <param name="persons">Persons in each category; together the whole group.</param>
    /// <param name="minimum">The threshold k.</param>
    public static IReadOnlyList<Protection> OfComposition(IReadOnlyList<int> persons, int minimum)
    {
        if (persons.Sum() < minimum)
        {
            return [.. persons.Select(_ => Protection.Hidden)];
        }

        var result = persons.Select(n => n > 0 && n < minimum ? Protection.Hidden : Protection.Exact).ToArray();
        if (HiddenPersons(result, persons) is > 0 and var hidden && (result.Count(p => p == Protection.Hidden) == 1 || hidden < minimum))
        {
            HideSmallest(result, persons);
        }

        return result;
    }

    /// <summary>
    /// Shares with an outcome by category. A category is hidden when <see cref="OfComposition"/> hides its size, or when fewer than k have or
    /// lack the outcome (zero and all included: then everyone's outcome is known). The hidden persons must not follow from the
    /// total and the rest: if the rest, printed in whole per cent, leave at least as much room as there are hidden persons (and 2k), the rest
    /// are shown rounded; otherwise the smallest of them are hidden as well.
    /// </summary>
    /// <param name="counts">Persons and successes of each category; together the whole group, whose total is published.</param>
    /// <param name="minimum">The threshold k.</param>
    public static IReadOnlyList<Protection> OfOutcome(IReadOnlyList<CellCount> counts, int minimum)
    {
        int[] persons = [.. counts.Select(c => c.Persons)];
        // The base of a shown share tells the size of its category, so sizes hidden in the composition stay hidden here.
        var sizes = OfComposition(persons, minimum);
        var result = new Protection[counts.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var isHidden = sizes[i] == Protection.Hidden || IsSmall(counts[i], minimum);
            result[i] =
                persons[i] == 0 ? Protection.Empty
                : isHidden ? Protection.Hidden
                : Protection.Exact;
        }

        while (result.Contains(Protection.Hidden) && result.Contains(Protection.Exact))
        {
            var hidden = HiddenPersons(result, persons);
            var room = Enumerable.Range(0, counts.Count).Where(i => result[i] == Protection.Exact).Sum(i => persons[i] * PrintedWidth);
            if (room >= Math.Max(hidden, 2 * minimum))
            {
                return [.. result.Select(p => p == Protection.Exact ? Protection.Rounded : p)];
            }

            HideSmallest(result, persons);
        }

        return result;
    }

    private static bool IsSmall(CellCount count, int minimum) => Math.Min(count.Successes, count.Persons - count.Successes) < minimum;

    private static int HiddenPersons(Protection[] result, IReadOnlyList<int> persons) =>
        Enumerable.Range(0, result.Length).Where(i => result[i] == Protection.Hidden).Sum(i => persons[i]);

    private static void HideSmallest(Protection[] result, IReadOnlyList<int> persons)
    {
        var shown = Enumerable.Range(0, result.Length).Where(i => result[i] == Protection.Exact && persons[i] > 0).ToList();
        if (shown.Count > 0)
        {
            result[shown.MinBy(i => persons[i])] = Protection.Hidden;
        }
    }
}
