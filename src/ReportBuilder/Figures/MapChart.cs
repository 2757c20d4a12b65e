using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>A closed line on a map, in the plane of the map: x to the east, y to the north, both in the same unit.</summary>
/// <param name="Points">Its corners, in order.</param>
public sealed record MapRing(IReadOnlyList<(double X, double Y)> Points);

/// <summary>An area on a map.</summary>
/// <param name="Rings">Its outlines: islands apart, and holes as lines inside another.</param>
/// <param name="IsMarked">True for the one that the map is about.</param>
public sealed record MapArea(IReadOnlyList<MapRing> Rings, bool IsMarked);

/// <summary>A small map that shows where a place lies. It tells no number.</summary>
/// <param name="Areas">The areas, the marked one among them.</param>
/// <param name="Description">What the map shows, in words.</param>
public sealed record MapChart(IReadOnlyList<MapArea> Areas, string Description) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [];
}
