using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions;

/// <summary>How a claim stands up to the numbers.</summary>
public enum ClaimOutcome
{
    /// <summary>The numbers bear it out.</summary>
    Holds,

    /// <summary>The numbers say otherwise.</summary>
    Fails,

    /// <summary>A number it rests on has no value.</summary>
    Untried,
}

/// <summary>
/// What a sentence of the publication says of the numbers, in a form that can be tried: «a is higher than b». Saved with the edition, so that
/// a later one can tell which sentences no longer hold.
/// </summary>
public sealed record Claim
{
    /// <summary>Kind of claim, as templates name it: <c>hoyere</c>, <c>over</c>, <c>storst</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>The numbers it rests on, in the order the claim names them.</summary>
    public required IReadOnlyList<QuantityId> QuantityIds { get; init; }

    /// <summary>Fixed numbers and fractions in the claim as its author wrote them, in the unit the reader sees: «50», «1/3».</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>How it stands up.</summary>
    public required ClaimOutcome Outcome { get; init; }

    /// <summary>Name of the template that makes it, within the book.</summary>
    public string Template { get; init; } = string.Empty;

    /// <summary>Where the template makes it.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The sentence that makes it, «…» for what code prints in it; empty when the claim stands outside any sentence.</summary>
    public string Sentence { get; init; } = string.Empty;
}
