namespace ReportBuilder.Comparison.Contents;

/// <summary>Compares which municipalities two editions tell to have participants.</summary>
internal static class MunicipalityComparer
{
    /// <summary>The municipalities that appeared or vanished, by number; none when one of the editions does not tell.</summary>
    public static IReadOnlyList<Difference> Compare(IReadOnlyList<string> older, IReadOnlyList<string> newer)
    {
        if (older.Count == 0 || newer.Count == 0)
        {
            return [];
        }

        var gone = older.Except(newer, StringComparer.Ordinal).Select(code => Of(code, code, null));
        var added = newer.Except(older, StringComparer.Ordinal).Select(code => Of(code, null, code));
        return [.. gone.Concat(added).OrderBy(d => d.Key, StringComparer.Ordinal)];
    }

    private static Difference Of(string code, string? old, string? now) =>
        ContentDifference.Of("kommune:" + code, DifferenceSubject.Municipality, old, now);
}
