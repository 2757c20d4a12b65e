using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>A signed reason for one difference, or for all that a pattern names.</summary>
public sealed record Explanation : ExplanationTarget
{
    /// <summary>How grave.</summary>
    public required RevisionClass Class { get; init; }

    /// <summary>What it is about, in words for the reader of the publication (<c>gjelder</c>: «Individmodellen»); null when the name of the numbers must do.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, in words for the reader of the publication.</summary>
    public required string Reason { get; init; }

    /// <summary>Who signed it.</summary>
    public required string SignedBy { get; init; }

    /// <summary>When.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What a reader calls it: what it is about, or its pattern.</summary>
    public string Name => Subject ?? Pattern;

    /// <summary>All that a reader sees of it: explanations with the same words cannot be told from each other.</summary>
    internal ExplanationWords Words => new(Class, Name, Reason, SignedBy, Date);
}

/// <summary>What a reader sees of an explanation.</summary>
/// <param name="Class">How grave.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Reason">Why.</param>
/// <param name="SignedBy">Who signed it.</param>
/// <param name="Date">When.</param>
internal readonly record struct ExplanationWords(RevisionClass Class, string Name, string Reason, string SignedBy, DateOnly Date);

/// <summary>
/// What an entry of <c>avvik.yaml</c> is about, and the numbers it was written for. The entry is an <see cref="Explanation"/> once somebody has given a reason and signed it.
/// </summary>
public record ExplanationTarget
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

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }
}
