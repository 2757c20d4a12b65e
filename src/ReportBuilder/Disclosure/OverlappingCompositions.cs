namespace ReportBuilder.Disclosure;

/// <summary>
/// Decides which counts of persons may be shown when a count belongs to several sets that each make a known total: the categories of a source variable, and
/// all categories that become one variable. What one set hides to protect a neighbour is hidden in the others too, and protected there.
/// </summary>
public static class OverlappingCompositions
{
    /// <summary>
    /// True for each count that must be hidden. A count of 1 to k−1 is hidden; where the hidden counts of a set follow from its total, or could be fewer than k
    /// numbers, its smallest other count is hidden too (see <see cref="CellProtection.OfComposition"/>), until no set gives anything away.
    /// </summary>
    /// <param name="persons">The counts.</param>
    /// <param name="sets">Indices of the counts of each set.</param>
    /// <param name="minimum">The threshold k.</param>
    public static bool[] Hidden(IReadOnlyList<int> persons, IReadOnlyList<IReadOnlyList<int>> sets, int minimum)
    {
        var isHidden = persons.Select(n => n > 0 && n < minimum).ToArray();
        var isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            foreach (var set in sets)
            {
                while (!IsSafe(set, persons, isHidden, minimum) && HideSmallest(set, persons, isHidden))
                {
                    isChanged = true;
                }
            }
        }

        return isHidden;
    }

    private static bool IsSafe(IReadOnlyList<int> set, IReadOnlyList<int> persons, bool[] isHidden, int minimum)
    {
        var hidden = set.Where(i => isHidden[i]).ToList();
        // With the other hidden ones at 1, a count can be any number from 1 to this.
        return hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum(i => persons[i]) - hidden.Count + 1 >= minimum);
    }

    private static bool HideSmallest(IReadOnlyList<int> set, IReadOnlyList<int> persons, bool[] isHidden)
    {
        var shown = set.Where(i => !isHidden[i] && persons[i] > 0).ToList();
        if (shown.Count == 0)
        {
            return false;
        }

        isHidden[shown.MinBy(i => persons[i])] = true;
        return true;
    }
}
