using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>How grave a revision is, after Statistics Norway's classes of errors, or that it was planned.</summary>
public enum RevisionClass
{
    /// <summary><c>alvorlig</c>: a serious error; readers may have drawn wrong conclusions.</summary>
    Serious,

    /// <summary><c>mindre_alvorlig</c>: a less serious error.</summary>
    LessSerious,

    /// <summary><c>kosmetisk</c>: words, decimals, order; no number means anything else.</summary>
    Cosmetic,

    /// <summary><c>nye_data</c>: planned, new or later data.</summary>
    NewData,

    /// <summary><c>ny_metode</c>: planned, another rule, model or method.</summary>
    NewMethod,

    /// <summary><c>revidert_kilde</c>: planned, the source was revised.</summary>
    RevisedSource,
}

/// <summary>A signed reason for one difference, or for all that a pattern names.</summary>
public sealed record Explanation
{
    /// <summary>Key of the difference, or a pattern: <c>*</c> for one part of an id, <c>**</c> for any number of parts.</summary>
    public required string Pattern { get; init; }

    /// <summary>True when <see cref="Pattern"/> holds a star.</summary>
    public bool IsRule => Pattern.Contains('*', StringComparison.Ordinal);

    /// <summary>The older side that it explains (<see cref="Difference.Old"/>); null for a rule and for what is new.</summary>
    public string? Old { get; init; }

    /// <summary>The newer side; null for a rule and for what is gone.</summary>
    public string? New { get; init; }

    /// <summary>For a rule: how many differences it explains.</summary>
    public int? Count { get; init; }

    /// <summary>For a rule: fingerprint of the keys and both sides of all differences it explains; it changes with any of them.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How grave.</summary>
    public required RevisionClass Class { get; init; }

    /// <summary>Why, in words for the reader of the publication.</summary>
    public required string Reason { get; init; }

    /// <summary>Who signed it.</summary>
    public required string SignedBy { get; init; }

    /// <summary>When.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }
}
