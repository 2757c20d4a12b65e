using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Gathers the markers and intervals of a forest plot and draws them as few shapes: one plottable for each kind, since ScottPlot
/// clips each plottable by itself.
/// </summary>
internal sealed class ForestMarks(ChartSheet sheet, ForestAxis axis, PlotArea area)
{
    private const float MarkerSize = 7.5f;
    private const float LineWidth = 1.4f;
    private const double ArrowLength = 5;
    private const double ArrowHalfWidth = 3.5;

    private readonly List<Coordinates> _filled = [];
    private readonly List<Coordinates> _hollow = [];
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
            DrawArrowIfBeyond(interval.Low, y);
            DrawArrowIfBeyond(interval.High, y);
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
            var bars = new ScottPlot.Plottables.ErrorBar(middles, [.. _intervals.Select(i => i.Y)], halves, halves, null, null)
            {
                CapSize = 0,
                LineWidth = LineWidth,
                LineColor = sheet.Ink,
            };
            sheet.Plot.Add.Plottable(bars);
        }

        DrawMarkers(_filled, sheet.Ink);
        DrawMarkers(_hollow, Colors.White);
    }

    /// <summary>An arrowhead at the end of the axis says that the interval goes on.</summary>
    private void DrawArrowIfBeyond(double limit, double y)
    {
        if (!axis.IsOutside(limit))
        {
            return;
        }

        var x = area.X(axis.Position(limit));
        var back = x + (limit < 1 ? ArrowLength : -ArrowLength);
        var middle = area.Y(y);
        sheet.Line(back, middle - ArrowHalfWidth, x, middle, LineWidth, sheet.Ink);
        sheet.Line(back, middle + ArrowHalfWidth, x, middle, LineWidth, sheet.Ink);
    }

    private void DrawMarkers(List<Coordinates> places, Color fill)
    {
        if (places.Count == 0)
        {
            return;
        }

        var markers = sheet.Plot.Add.Markers(places, MarkerShape.FilledCircle, MarkerSize);
        markers.MarkerStyle.FillColor = fill;
        markers.MarkerStyle.OutlineColor = sheet.Ink;
        markers.MarkerStyle.OutlineWidth = LineWidth;
    }
}
