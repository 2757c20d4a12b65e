using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Finds the tables, or figures, that two editions share and those that only one has.</summary>
internal static class ContentPair
{
    /// <summary>The pairs by id: those of the newer edition in its order, then those that are gone in theirs.</summary>
    public static IEnumerable<(T? Old, T? New)> Of<T>(IReadOnlyList<T> older, IReadOnlyList<T> newer, Func<T, string> id)
        where T : class
    {
        var before = older.ToDictionary(id, StringComparer.Ordinal);
        var after = newer.Select(id).ToHashSet(StringComparer.Ordinal);
        return newer
            .Select(n => (before.GetValueOrDefault(id(n)), (T?)n))
            .Concat(older.Where(o => !after.Contains(id(o))).Select(o => ((T?)o, (T?)null)));
    }

    /// <summary>True when all that both show, of those that are there, is the report's account of its own revisions.</summary>
    public static bool AreOwnAccount(IReadOnlyList<QuantityId>? old, IReadOnlyList<QuantityId>? now) =>
        IsOwnAccount(old) && IsOwnAccount(now);

    private static bool IsOwnAccount(IReadOnlyList<QuantityId>? ids) =>
        ids is null || (ids.Count > 0 && ids.All(id => Revisions.IsOwnAccount(id.Value)));
}
