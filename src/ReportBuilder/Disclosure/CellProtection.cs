namespace ReportBuilder.Disclosure;

/// <summary>
/// Decides, for one set of categories that together make a published total, which numbers may be shown. The one place where that is decided; tables,
/// charts, sentences and alt texts only see the outcome. See <c>docs/limitations.md</c> for what is not covered yet.
/// </summary>
public static class CellProtection
{
    /// <summary>
    /// Shares of a group by category. A category with 1 to k−1 persons is hidden; when the sizes hidden follow from the total, or could be fewer than k
    /// numbers (nobody hides an empty category, so each is at least 1), the smallest other category is hidden too. A group smaller
    /// than k is hidden whole.
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
        var hidden = result.Count(p => p == Protection.Hidden);
        // With the other hidden ones at 1, a size can be any number from 1 to this; a category of k or more makes it enough.
        var largest = HiddenPersons(result, persons) - hidden + 1;
        if (hidden == 1 || (hidden > 1 && largest < minimum))
        {
            HideSmallest(result, persons);
        }

        return result;
    }

    /// <summary>
    /// Shares with an outcome by category. A category is hidden when <see cref="OfComposition"/> hides its size, or when fewer than k have or
    /// lack the outcome (zero and all included: then everyone's outcome is known).
    /// </summary>
    /// <remarks>
    /// The attacker in mind knows the size of every category, the number with the outcome in the whole group, all that is shown, the threshold,
    /// and which categories were small themselves. What he can work out of a hidden category is a range for its number with the outcome. It must
    /// hold more than min(k, size) numbers, and for a small category at least min(k, size + 1) that are small. The same holds for the hidden ones
    /// together, unless they would be large enough to be shown as one category. If it does not hold, the shown categories are shown rounded as
    /// printed; if that is not enough, the smallest of them is hidden too. When all are hidden there is nothing more to take away.
    /// </remarks>
    /// <param name="counts">Persons and successes of each category; together the whole group, whose total is published.</param>
    /// <param name="minimum">The threshold k.</param>
    /// <param name="decimals">Decimals of the percentages printed.</param>
    public static IReadOnlyList<Protection> OfOutcome(IReadOnlyList<CellCount> counts, int minimum, int decimals = 0)
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

        while (result.Contains(Protection.Exact) && !IsSafe(result, counts, minimum, _ => (0, 0)))
        {
            if (IsSafe(result, counts, minimum, count => RoundingRoom(count, decimals)))
            {
                return [.. result.Select(p => p == Protection.Exact ? Protection.Rounded : p)];
            }

            HideSmallest(result, persons);
        }

        return result;
    }

    /// <summary>A share in per cent as it is printed: rounded half away from zero. Decimal, as 29 of 200 is 14.5 and not a little less.</summary>
    /// <param name="successes">Numerator.</param>
    /// <param name="persons">Denominator, more than 0.</param>
    /// <param name="decimals">Decimals printed.</param>
    public static decimal PrintedPerCent(int successes, int persons, int decimals) =>
        Math.Round(100m * successes / persons, decimals, MidpointRounding.AwayFromZero);

    private static bool IsSmall(CellCount count, int minimum) => Math.Min(count.Successes, count.Persons - count.Successes) < minimum;

    /// <summary>True when the range left for every hidden category is wide enough, given how far each shown one may be from what is shown.</summary>
    private static bool IsSafe(
        Protection[] result,
        IReadOnlyList<CellCount> counts,
        int minimum,
        Func<CellCount, (int Below, int Above)> room
    )
    {
        CellCount[] hidden = [.. counts.Where((_, i) => result[i] == Protection.Hidden)];
        var shown = counts.Where((_, i) => result[i] == Protection.Exact).Select(room).ToList();
        var persons = hidden.Sum(c => c.Persons);
        var successes = hidden.Sum(c => c.Successes);

        // Successes that a shown category may lack would be in the hidden ones, and the other way round.
        var low = successes - shown.Sum(r => r.Above);
        var high = successes + shown.Sum(r => r.Below);
        var together = new CellCount(persons, successes);
        return hidden.All(c => IsWide(c, low - (persons - c.Persons), high, minimum))
            && (!IsSmall(together, minimum) || Numbers(together, low, high) >= Math.Min(minimum, persons + 1));
    }

    private static bool IsWide(CellCount cell, int low, int high, int minimum)
    {
        if (Numbers(cell, low, high) <= Math.Min(minimum, cell.Persons))
        {
            return false;
        }

        // Who knows that the cell was small itself leaves out the numbers between.
        var first = Math.Max(0, low);
        return !IsSmall(cell, minimum)
            || Enumerable.Range(first, Numbers(cell, low, high)).Count(s => IsSmall(cell with { Successes = s }, minimum))
                >= Math.Min(minimum, cell.Persons + 1);
    }

    /// <summary>How many numbers of successes the cell can have between two limits.</summary>
    private static int Numbers(CellCount cell, int low, int high) => Math.Min(cell.Persons, high) - Math.Max(0, low) + 1;

    /// <summary>How many fewer and more successes would be printed as the same percentage.</summary>
    private static (int Below, int Above) RoundingRoom(CellCount count, int decimals)
    {
        decimal Printed(int successes) => PrintedPerCent(successes, count.Persons, decimals);
        var printed = Printed(count.Successes);
        var (below, above) = (0, 0);
        while (count.Successes - below > 0 && Printed(count.Successes - below - 1) == printed)
        {
            below++;
        }

        while (count.Successes + above < count.Persons && Printed(count.Successes + above + 1) == printed)
        {
            above++;
        }

        return (below, above);
    }

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
