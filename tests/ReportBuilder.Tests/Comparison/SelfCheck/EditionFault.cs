using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>One fault put into an edition.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="What">Where and how, so that a miss can be named.</param>
/// <param name="Keys">What it touched: ids of numbers, facts, tables and figures; <see cref="Claims"/> for the text.</param>
/// <param name="After">The edition with the fault.</param>
internal sealed record EditionFault(EditionFaultKind Kind, string What, IReadOnlyList<string> Keys, SavedEdition After)
{
    /// <summary>How keys of claims begin.</summary>
    public const string Claims = "paastand:";

    /// <summary>How keys of municipalities begin.</summary>
    public const string Municipality = "kommune:";

    /// <summary>Tables and figures that show a number that it touched; what they print or draw may follow it, or be left behind.</summary>
    public IReadOnlyList<string> ShownIn { get; private init; } = [];

    /// <summary>True when the difference is the fault itself.</summary>
    public bool Touches(string key) => Keys.Any(k => IsOf(key, k) || (k == Claims && IsClaim(key)));

    /// <summary>True when the difference is in a table, figure or claim that rests on a number that the fault touched.</summary>
    public bool Follows(string key) =>
        ShownIn.Any(shown => IsOf(key, shown)) || (IsClaim(key) && key.Split(':', '#', ',', ' ').Any(part => Keys.Contains(part)));

    /// <summary>A fault in the numbers, tables, figures or claims; the drawings are as they were.</summary>
    public static EditionFault Of(EditionFaultKind kind, string what, IReadOnlyList<string> keys, SavedEdition before, Edition after)
    {
        var touched = keys.ToHashSet(StringComparer.Ordinal);
        var shown =
            from content in new[] { before.Edition, after }.SelectMany(e =>
                e.Tables.Select(t => (t.Id, t.QuantityIds)).Concat(e.Figures.Select(f => (f.Id, f.QuantityIds)))
            )
            where content.QuantityIds.Any(id => touched.Contains(id.Value))
            select content.Id;
        return new(kind, what, keys, before with { Edition = after }) { ShownIn = [.. shown.Distinct(StringComparer.Ordinal)] };
    }

    private static bool IsOf(string key, string owner) => key == owner || key.StartsWith(owner + "#", StringComparison.Ordinal);

    private static bool IsClaim(string key) => key.StartsWith(Claims, StringComparison.Ordinal);
}
