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

    /// <summary>True when a difference with this key is one that the fault made.</summary>
    public bool Touches(string key) =>
        Keys.Any(k =>
            key == k || key.StartsWith(k + "#", StringComparison.Ordinal) || (k == Claims && key.StartsWith(k, StringComparison.Ordinal))
        );

    /// <summary>A fault in the numbers, tables, figures or claims; the drawings are as they were.</summary>
    public static EditionFault Of(EditionFaultKind kind, string what, IReadOnlyList<string> keys, SavedEdition before, Edition after) =>
        new(kind, what, keys, before with { Edition = after });
}
