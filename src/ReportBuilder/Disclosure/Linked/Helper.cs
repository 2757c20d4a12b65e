namespace ReportBuilder.Disclosure.Linked;

/// <summary>Finds what to hide in order to protect a hidden cell: what costs the reader least.</summary>
internal static class Helper
{
    // Further off than the sums of the neighbours, hiding helps the neighbours, and not the cell.
    private const int LargestDistance = 2;
    private const int WeightOfTotal = 3;

    /// <summary>
    /// The cheapest to hide in one of several sums: one cell, or all the empty parts of a sum that has no other part left to hide. Nothing when all are hidden or published.
    /// </summary>
    public static IReadOnlyList<int> Cheapest(LinkedSystem system, IReadOnlyList<int> relations)
    {
        IReadOnlyList<int> best = [];
        var lowest = long.MaxValue;
        foreach (var relation in relations)
        {
            foreach (var link in system.CellsOf(relation))
            {
                if (system.CanHide(link.Index) && system.Counts[link.Index] > 0 && Cost(system, link.Index) is var cost && cost < lowest)
                {
                    (best, lowest) = ([link.Index], cost);
                }
            }

            var empty = EmptyParts(system, relation);
            if (empty.Count > 0 && empty.Sum(i => Cost(system, i)) is var sum && sum < lowest)
            {
                (best, lowest) = (empty, sum);
            }
        }

        return best;
    }

    /// <summary>The cheapest in the sums of a cell, or when nothing is left there, in the sums of the hidden cells in them, and so on.</summary>
    public static IReadOnlyList<int> Nearest(LinkedSystem system, int cell)
    {
        var known = new HashSet<int>();
        var seen = new HashSet<int> { cell };
        List<int> ring = [cell];
        for (var distance = 0; distance < LargestDistance && ring.Count > 0; distance++)
        {
            List<int> relations = [];
            foreach (var at in ring)
            {
                foreach (var link in system.RelationsOf(at))
                {
                    if (known.Add(link.Index))
                    {
                        relations.Add(link.Index);
                    }
                }
            }

            if (Cheapest(system, relations) is { Count: > 0 } found)
            {
                return found;
            }

            ring = [];
            foreach (var relation in relations)
            {
                foreach (var link in system.CellsOf(relation))
                {
                    if (system.IsHidden(link.Index) && seen.Add(link.Index))
                    {
                        ring.Add(link.Index);
                    }
                }
            }
        }

        return [];
    }

    /// <summary>
    /// Persons that the reader is no longer told of, an empty cell as a threshold of them; as many again for each sum where nothing else is hidden yet, as another must then be hidden there, and for
    /// each sum that it is the total of, as readers need totals most.
    /// </summary>
    private static long Cost(LinkedSystem system, int cell)
    {
        var more = 0;
        foreach (var link in system.RelationsOf(cell))
        {
            more += (system.HiddenIn(link.Index) == 0 ? 1 : 0) + (link.Sign < 0 ? WeightOfTotal : 0);
        }

        return (long)Math.Max(system.Counts[cell], system.ThresholdOf(cell)) * (1 + more);
    }

    /// <summary>The shown empty parts of a sum, when nothing but they are shown of it and all may be hidden.</summary>
    private static List<int> EmptyParts(LinkedSystem system, int relation)
    {
        List<int> empty = [];
        foreach (var link in system.CellsOf(relation))
        {
            if (link.Sign < 0 || system.IsHidden(link.Index) || system.IsPlainlyEmpty(link.Index))
            {
                continue;
            }

            if (system.Counts[link.Index] > 0 || !system.CanHide(link.Index))
            {
                return [];
            }

            empty.Add(link.Index);
        }

        return empty;
    }
}
