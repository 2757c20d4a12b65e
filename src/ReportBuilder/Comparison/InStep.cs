using System.Collections.Immutable;

namespace ReportBuilder.Comparison;

/// <summary>Goes through two sorted maps at once: each key comes once, with what each map has under it.</summary>
public static class InStep
{
    /// <summary>The pairs, by key in ordinal order; null where a map lacks the key. Both maps are in ordinal order.</summary>
    public static IEnumerable<(T? Old, T? New)> Pairs<T>(
        ImmutableSortedDictionary<string, T> older,
        ImmutableSortedDictionary<string, T> newer
    )
        where T : class
    {
        using var left = older.GetEnumerator();
        using var right = newer.GetEnumerator();
        var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
        while (hasLeft || hasRight)
        {
            var order =
                !hasLeft ? 1
                : !hasRight ? -1
                : string.CompareOrdinal(left.Current.Key, right.Current.Key);
            yield return (order <= 0 ? left.Current.Value : null, order >= 0 ? right.Current.Value : null);
            hasLeft = order <= 0 ? left.MoveNext() : hasLeft;
            hasRight = order >= 0 ? right.MoveNext() : hasRight;
        }
    }
}
