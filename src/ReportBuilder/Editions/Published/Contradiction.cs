namespace ReportBuilder.Editions.Published;

/// <summary>Something printed that cannot be true when another printed thing is, however both were rounded.</summary>
public sealed record Contradiction
{
    /// <summary>The quantity, or «one − another» when the statement is about a difference.</summary>
    public required string Id { get; init; }

    /// <summary>Its unit.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The printed number that is held to be wrong.</summary>
    public required PublishedCell Statement { get; init; }

    /// <summary>What it says of the quantity, in its unit.</summary>
    public required ValueRange Says { get; init; }

    /// <summary>The printed numbers that say otherwise: one of the same quantity, or those that the quantity follows from.</summary>
    public required IReadOnlyList<PublishedCell> Against { get; init; }

    /// <summary>What they say of the quantity, in its unit.</summary>
    public required ValueRange AgainstSays { get; init; }

    /// <summary>What the mapping remarks on the statement.</summary>
    public required string Remark { get; init; }
}
