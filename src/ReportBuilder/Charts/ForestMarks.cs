using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Gathers the markers and intervals of a forest plot and draws them as few shapes: one plottable for each kind, since ScottPlot
/// clips each plottable by itself.
/// </summary>
internal sealed class ForestMarks(ChartSheet sheet, ForestAxis axis)
{
    private const float MarkerSize = 7.5f;

    private readonly List<Coordinates> _filled = [];
    private readonly List<Coordinates> _hollow = [];
    private readonly List<Coordinates> _beyondLeft = [];
    private readonly List<Coordinates> _beyondRight = [];
    private readonly List<(double Low, double High, double Y)> _intervals = [];

    /// <summary>Adds a term; one without value has no mark.</summary>
    public void Add(ForestRow row, double y)
    {
        if (row.OddsRatio.Value is not { } value)
        {
            return;
        }

        if (row.OddsRatio.Interval is { } interval)
        {
            _intervals.Add((axis.Position(interval.Low), axis.Position(interval.High), y));
            AddIfBeyond(interval.Low, y);
            AddIfBeyond(interval.High, y);
        }

        if (!axis.IsOutside(value))
        {
            (row.IsSignificant ? _filled : _hollow).Add(new Coordinates(axis.Position(value), y));
        }
    }

    /// <summary>Draws all of them: intervals first, markers over them.</summary>
    public void Draw()
    {
        if (_intervals.Count > 0)
        {
            var middles = _intervals.Select(i => (i.Low + i.High) / 2).ToArray();
            var halves = _intervals.Select(i => (i.High - i.Low) / 2).ToArray();
            var none = new double[middles.Length];
            var bars = new ScottPlot.Plottables.ErrorBar(middles, [.. _intervals.Select(i => i.Y)], halves, halves, none, none)
            {
                CapSize = 0,
                LineWidth = 1.4f,
                LineColor = sheet.Ink,
            };
            sheet.Plot.Add.Plottable(bars);
        }

        DrawMarkers(_beyondLeft, MarkerShape.FilledTriangleUp, sheet.Ink);
        DrawMarkers(_beyondRight, MarkerShape.FilledTriangleUp, sheet.Ink);
        DrawMarkers(_filled, MarkerShape.FilledCircle, sheet.Ink);
        DrawMarkers(_hollow, MarkerShape.FilledCircle, Colors.White);
    }

    private void AddIfBeyond(double limit, double y)
    {
        if (axis.IsOutside(limit))
        {
            (limit < 1 ? _beyondLeft : _beyondRight).Add(new Coordinates(axis.Position(limit), y));
        }
    }

    private void DrawMarkers(List<Coordinates> places, MarkerShape shape, Color fill)
    {
        if (places.Count == 0)
        {
            return;
        }

        var markers = sheet.Plot.Add.Markers(places, shape, MarkerSize);
        markers.MarkerStyle.FillColor = fill;
        markers.MarkerStyle.OutlineColor = sheet.Ink;
        markers.MarkerStyle.OutlineWidth = 1.3f;
    }
}
