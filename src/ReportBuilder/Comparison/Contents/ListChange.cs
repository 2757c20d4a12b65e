namespace ReportBuilder.Comparison.Contents;

/// <summary>An item that changed places with another.</summary>
/// <param name="Label">Which.</param>
/// <param name="Old">Its place before, from 1, among the items of both lists.</param>
/// <param name="New">Its place now.</param>
public readonly record struct MovedItem(string Label, int Old, int New);

/// <summary>How a list of distinct labels changed.</summary>
/// <param name="Gone">Labels only in the older, in its order.</param>
/// <param name="New">Labels only in the newer, in its order.</param>
/// <param name="Moved">As few labels as possible whose moving makes the order of the others the same; in the order of the newer.</param>
public sealed record ListChange(IReadOnlyList<string> Gone, IReadOnlyList<string> New, IReadOnlyList<MovedItem> Moved)
{
    /// <summary>Compares two lists, each of distinct labels.</summary>
    public static ListChange Of(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        var before = older.ToHashSet(StringComparer.Ordinal);
        var after = newer.ToHashSet(StringComparer.Ordinal);
        var places = older
            .Where(after.Contains)
            .Select((label, i) => (label, i))
            .ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
        Item[] common = [.. newer.Where(before.Contains).Select((label, i) => new Item(label, places[label], i))];
        var kept = Longest(common);
        return new ListChange(
            [.. older.Where(label => !after.Contains(label))],
            [.. newer.Where(label => !before.Contains(label))],
            [.. common.Where(i => !kept.Contains(i.Label)).Select(i => new MovedItem(i.Label, i.Old + 1, i.New + 1))]
        );
    }

    /// <summary>
    /// The longest run of items that are in the same order in both lists. Of several the choice follows the labels, so that it is the same whichever list is the older.
    /// </summary>
    private static HashSet<string> Longest(Item[] items)
    {
        var length = new int[items.Length];
        var next = new int[items.Length];
        var first = -1;
        for (var i = items.Length - 1; i >= 0; i--)
        {
            (length[i], next[i]) = (1, -1);
            // An item in its place has its best successor right behind it when that one is in place too; else all are tried.
            for (var j = i + 1; j < items.Length; j++)
            {
                if (items[j].Old > items[i].Old && IsBetter(length[j] + 1, items[j], length[i], next[i]))
                {
                    (length[i], next[i]) = (length[j] + 1, j);
                    if (items[j].Old == items[i].Old + 1 && j == i + 1)
                    {
                        break;
                    }
                }
            }

            if (first < 0 || IsBetter(length[i], items[i], length[first], first))
            {
                first = i;
            }
        }

        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i >= 0; i = next[i])
        {
            kept.Add(items[i].Label);
        }

        return kept;

        bool IsBetter(int candidate, Item item, int best, int at) =>
            candidate > best || (candidate == best && at >= 0 && string.CompareOrdinal(item.Label, items[at].Label) < 0);
    }

    private readonly record struct Item(string Label, int Old, int New);
}
