namespace ReportBuilder.Editions.Published;

/// <summary>A published edition in our names, and what the publication says that is not in it.</summary>
public sealed record PublishedImport
{
    /// <summary>The quantities that the publication prints, each known as printed only.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Printed numbers that contradict others, in the order of the mapping.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>Printed numbers that cannot be mapped, with the line that says why, in the order printed.</summary>
    public required IReadOnlyList<(PublishedCell Cell, MappingLine Line)> Unmapped { get; init; }

    /// <summary>How many times a number could be held against another and agreed with it.</summary>
    public required int Agreements { get; init; }

    /// <summary>Number of printed numbers.</summary>
    public required int Cells { get; init; }
}
