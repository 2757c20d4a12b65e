using ReportBuilder.Datasets;
using ReportBuilder.Editions;

namespace ReportBuilder.Briefings;

/// <summary>All that the briefing of one municipality may say. Numbers that may not be shown are already gone: nothing after this can leak them.</summary>
public sealed record Briefing
{
    /// <summary>The municipality as it is in the last year.</summary>
    public required Municipality Municipality { get; init; }

    /// <summary>The schemes that it has had participants in, Jobbsjansen first.</summary>
    public required IReadOnlyList<Scheme> Schemes { get; init; }

    /// <summary>The numbers, by the names of <see cref="BriefingIds"/>, each rounded as it is printed. The same ids in every briefing.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Number of the group of comparable municipalities.</summary>
    public required int Group { get; init; }

    /// <summary>The other municipalities of that group, by number.</summary>
    public IReadOnlyList<Municipality> Comparable { get; init; } = [];

    /// <summary>The earlier municipalities whose participants are counted here because of mergers and new borders, by number; empty when it is as it was.</summary>
    public IReadOnlyList<Municipality> Formerly { get; init; } = [];

    /// <summary>True when a municipality that was divided is counted here as a whole, or was counted with another although a part of it came here.</summary>
    public bool IsTouchedByDivision { get; init; }
}
