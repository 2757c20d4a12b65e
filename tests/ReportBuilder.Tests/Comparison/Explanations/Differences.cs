using System.Collections.Immutable;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.Explanations;

/// <summary>Small comparisons and explanations, put together by hand.</summary>
internal static class Differences
{
    public static Difference Changed(string key, string old, string @new) => new(key, SubjectOf(key), DifferenceKind.Changed, old, @new);

    public static Difference New(string key, string @new) => new(key, SubjectOf(key), DifferenceKind.New, null, @new);

    public static Difference Gone(string key, string old) => new(key, SubjectOf(key), DifferenceKind.Gone, old, null);

    /// <summary>Differences of numbers 1 → 2 with these keys.</summary>
    public static IReadOnlyList<Difference> Of(params IEnumerable<string> keys) => [.. keys.Select(k => Changed(k, "1", "2"))];

    /// <summary>A comparison of «2022» and «2026-1»; both editions know a count of each name.</summary>
    public static ComparisonResult Result(IReadOnlyList<Difference> differences, params IEnumerable<string> names) =>
        new()
        {
            Old = Edition("2022", names),
            New = Edition("2026-1", names),
            Unchanged = 0,
            WithinTolerance = [],
            Differences = differences,
            Unknown = 0,
            Ground = [],
        };

    public static Explanation Explanation(string id, string? old, string? @new, int line = 1) =>
        new()
        {
            Pattern = id,
            Old = old,
            New = @new,
            Class = RevisionClass.NewData,
            Reason = "Nye data",
            SignedBy = "Kari Eksempel",
            Date = new DateOnly(2026, 11, 20),
            Place = new SourcePlace("avvik.yaml", line, 5),
        };

    /// <summary>A rule that fits the differences given.</summary>
    public static Explanation Rule(string pattern, params IReadOnlyList<Difference> differences) =>
        Explanation(pattern, null, null) with
        {
            Count = differences.Count,
            Fingerprint = DifferenceFingerprint.Of(differences),
        };

    private static Edition Edition(string name, IEnumerable<string> names) =>
        new()
        {
            Quantities = names
                .Where(QuantityId.IsValid)
                .ToImmutableSortedDictionary(n => n, n => Quantity.Of(n, 1, Unit.Count, 0), StringComparer.Ordinal),
            Tables = [.. names.Where(n => n.StartsWith("tbl-", StringComparison.Ordinal)).Select(n => new TableContent(n, [], []))],
            Figures = [],
            Origin = new EditionOrigin(name, "1.0", "data.csv", "ab", IsSynthetic: true, 10),
        };

    private static DifferenceSubject SubjectOf(string key) =>
        key.StartsWith("tbl-", StringComparison.Ordinal) ? DifferenceSubject.Table
        : key.StartsWith("paastand:", StringComparison.Ordinal) ? DifferenceSubject.Claim
        : DifferenceSubject.Quantity;
}
