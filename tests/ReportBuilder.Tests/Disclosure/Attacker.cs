using ReportBuilder.Disclosure;

namespace ReportBuilder.Tests.Disclosure;

/// <summary>
/// Works out hidden numbers from shown ones by trying everything, knowing nothing of how they were hidden. He knows how many persons
/// there are in every category and with the outcome in the whole group, exact numbers of exact categories, and of rounded ones
/// the percentage as printed.
/// </summary>
internal static class Attacker
{
    /// <summary>All numbers of successes that a hidden category can have.</summary>
    public static List<int> PossibleSuccesses(IReadOnlyList<CellCount> counts, IReadOnlyList<Protection> shown, int category, int decimals)
    {
        var total = counts.Sum(c => c.Successes);
        var others = Sums(
            Enumerable.Range(0, counts.Count).Where(i => i != category).Select(i => Candidates(counts[i], shown[i], decimals)),
            total
        );
        return [.. Enumerable.Range(0, counts[category].Persons + 1).Where(s => s <= total && others[total - s])];
    }

    /// <summary>All numbers of successes that the hidden categories can have together.</summary>
    public static List<int> PossibleTogether(IReadOnlyList<CellCount> counts, IReadOnlyList<Protection> shown, int decimals)
    {
        var total = counts.Sum(c => c.Successes);
        var visible = Sums(
            Enumerable
                .Range(0, counts.Count)
                .Where(i => shown[i] != Protection.Hidden)
                .Select(i => Candidates(counts[i], shown[i], decimals)),
            total
        );
        var persons = counts.Where((_, i) => shown[i] == Protection.Hidden).Sum(c => c.Persons);
        return [.. Enumerable.Range(0, persons + 1).Where(s => s <= total && visible[total - s])];
    }

    /// <summary>All sizes that a hidden category can have, when sizes of the others are known and none hidden is empty.</summary>
    public static List<int> PossiblePersons(IReadOnlyList<int> persons, IReadOnlyList<Protection> shown, int category)
    {
        var total = persons.Sum();
        int[] any = [.. Enumerable.Range(1, total)];
        var others = Sums(
            Enumerable.Range(0, persons.Count).Where(i => i != category).Select(i => shown[i] == Protection.Hidden ? any : [persons[i]]),
            total
        );
        return [.. any.Where(n => others[total - n])];
    }

    private static IReadOnlyList<int> Candidates(CellCount count, Protection shown, int decimals) =>
        shown switch
        {
            Protection.Hidden => [.. Enumerable.Range(0, count.Persons + 1)],
            Protection.Rounded =>
            [
                .. Enumerable
                    .Range(0, count.Persons + 1)
                    .Where(s => Printed(s, count.Persons, decimals) == Printed(count.Successes, count.Persons, decimals)),
            ],
            _ => [count.Successes],
        };

    // Half up on whole numbers: floor((2·100·10^d·s + n) / 2n).
    private static long Printed(int successes, int persons, int decimals)
    {
        var scale = decimals == 0 ? 100L : 1000L;
        return (2 * scale * successes + persons) / (2 * persons);
    }

    /// <summary>Which sums up to a limit can be made with one candidate of each.</summary>
    private static bool[] Sums(IEnumerable<IReadOnlyList<int>> candidates, int limit)
    {
        var reachable = new bool[limit + 1];
        reachable[0] = true;
        foreach (var choices in candidates)
        {
            var next = new bool[limit + 1];
            for (var sum = 0; sum <= limit; sum++)
            {
                if (reachable[sum])
                {
                    foreach (var choice in choices.Where(c => sum + c <= limit))
                    {
                        next[sum + choice] = true;
                    }
                }
            }

            reachable = next;
        }

        return reachable;
    }
}
