using ReportBuilder.Datasets;
using ReportBuilder.Figures;

namespace ReportBuilder.Briefings.Maps;

/// <summary>The outlines of the municipalities, as read from a boundary file. Immutable.</summary>
/// <param name="Outlines">The outer rings of each municipality by its number, in degrees of longitude (X) and latitude (Y), WGS84.</param>
public sealed record Borders(IReadOnlyDictionary<string, IReadOnlyList<MapRing>> Outlines)
{
    // The drawn map is at most this many steps wide or high: about one a pixel.
    private const double Steps = 600;
    private const int FewestCorners = 4;

    /// <summary>
    /// The municipalities of a county around one of them, on a plane where distances to the east are shortened by the cosine of the middle latitude; corners are moved to a grid of about a pixel, so
    /// that borders that two share stay shared. Islands smaller than that are left out. Null when the boundary file lacks the municipality.
    /// </summary>
    /// <param name="marked">The municipality that the map is about.</param>
    /// <param name="county">All municipalities of its county.</param>
    /// <param name="description">What the map shows, in words.</param>
    public MapChart? MapOf(Municipality marked, IEnumerable<Municipality> county, string description)
    {
        if (!Outlines.ContainsKey(marked.Code))
        {
            return null;
        }

        var outlines = county.Where(m => Outlines.ContainsKey(m.Code)).Select(m => (m.Code, Rings: Outlines[m.Code])).ToList();
        var points = outlines.SelectMany(o => o.Rings).SelectMany(r => r.Points).ToList();
        var (south, north) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var shortening = Math.Cos((south + north) / 2 * Math.PI / 180);
        var extent = Math.Max(north - south, (points.Max(p => p.X) - points.Min(p => p.X)) * shortening);
        var step = extent > 0 ? extent / Steps : 1;
        var areas = outlines
            .Select(o => new MapArea(
                [.. o.Rings.Select(ring => OnGrid(ring, shortening, step)).Where(ring => ring.Points.Count >= FewestCorners)],
                IsMarked: o.Code == marked.Code
            ))
            .Where(a => a.Rings.Count > 0 || a.IsMarked)
            .ToList();
        return areas.Exists(a => a.IsMarked && a.Rings.Count > 0) ? new MapChart(areas, description) : null;
    }

    private static MapRing OnGrid(MapRing ring, double shortening, double step)
    {
        var points = new List<(double X, double Y)>();
        foreach (var (x, y) in ring.Points)
        {
            var point = (Math.Round(x * shortening / step), Math.Round(y / step));
            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }
        }

        return new MapRing(points);
    }
}
