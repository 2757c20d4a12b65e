using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>Draws a <see cref="MapChart"/>: areas with pale fill and thin borders, the marked one dark, as large as the sheet allows.</summary>
internal static class Maps
{
    private const double MostHeight = 300;

    // A place smaller than this, in pixels, is not seen by itself.
    private const double SmallestSeen = 16;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, MapChart chart)
    {
        var points = chart.Areas.SelectMany(a => a.Rings).SelectMany(r => r.Points).ToList();
        var (left, right) = (points.Min(p => p.X), points.Max(p => p.X));
        var (low, high) = (points.Min(p => p.Y), points.Max(p => p.Y));
        var (width, height) = (Math.Max(right - left, double.Epsilon), Math.Max(high - low, double.Epsilon));
        const double Edge = 4;
        // One unit is as many pixels both ways.
        var scale = Math.Min((sheet.Style.Width - 2 * Edge) / width, (MostHeight - 2 * Edge) / height);
        sheet.Height = Math.Ceiling(height * scale + 2 * Edge);
        var start = (sheet.Style.Width - width * scale) / 2;
        var area = new PlotArea(start, Edge, start + width * scale, Edge + height * scale, left, right, low, high);
        area.ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        var marked = SeriesLook.Of(Editions.Scheme.Jobbsjansen, sheet.Style).Fill;
        foreach (var one in chart.Areas.OrderBy(a => a.IsMarked))
        {
            foreach (var ring in one.Rings)
            {
                var polygon = sheet.Plot.Add.Polygon(ring.Points.Select(p => new Coordinates(p.X, p.Y)).ToArray());
                polygon.FillColor = one.IsMarked ? marked : sheet.Rule.WithAlpha(0.55);
                polygon.LineColor = one.IsMarked ? marked : Colors.White;
                polygon.LineWidth = 0.8f;
            }
        }

        MarkSmall(sheet, [.. chart.Areas.Where(a => a.IsMarked).SelectMany(a => a.Rings).SelectMany(r => r.Points)], scale, marked);
    }

    /// <summary>A ring around a place that would otherwise not be seen.</summary>
    private static void MarkSmall(ChartSheet sheet, IReadOnlyList<(double X, double Y)> points, double scale, Color color)
    {
        var (left, right, low, high) = (points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y), points.Max(p => p.Y));
        if (Math.Max(right - left, high - low) * scale >= SmallestSeen)
        {
            return;
        }

        var ring = sheet.Plot.Add.Markers(
            new List<Coordinates> { new((left + right) / 2, (low + high) / 2) },
            MarkerShape.OpenCircle,
            (float)SmallestSeen + 8
        );
        ring.MarkerStyle.LineColor = color;
        ring.MarkerStyle.OutlineColor = color;
        ring.MarkerStyle.LineWidth = 2;
    }
}
