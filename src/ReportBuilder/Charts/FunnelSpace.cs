using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>Which persons and differences the axes of a funnel plot hold.</summary>
/// <param name="Low">Fewest persons.</param>
/// <param name="High">Most persons.</param>
/// <param name="Reach">Largest difference, up and down.</param>
internal sealed record FunnelScale(double Low, double High, double Reach)
{
    /// <summary>Numbers of persons that may stand on the axis.</summary>
    public static IReadOnlyList<double> Ticks { get; } = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000];

    private const double LeastOfMarked = 10;
    private const double MostOfMarked = 500;
    private const double ReachOfMarked = 40;

    /// <summary>A scale that holds all of a plot. One about a single unit is wide enough for the limits to be seen at any size, and alike for most.</summary>
    public static FunnelScale Of(FunnelChart chart)
    {
        ScatterPoint[] points =
        [
            .. chart.Series.SelectMany(DotMarks.Known),
            .. chart.Marked is { } mark ? [mark.Point] : Array.Empty<ScatterPoint>(),
        ];
        var (low, high) = Persons([
            .. points.Select(p => BarScale.Printed(p.X)),
            .. chart.Areas.SelectMany(a => new[] { a.XLow, a.XHigh }),
        ]);
        var reach = Steps([.. points.Select(p => BarScale.Printed(p.Y)), .. chart.Areas.SelectMany(a => new[] { a.YLow, a.YHigh })]);
        return chart.Marked is null
            ? new FunnelScale(low, high, reach)
            : new FunnelScale(Math.Min(low, LeastOfMarked), Math.Max(high, MostOfMarked), Math.Max(reach, ReachOfMarked));
    }

    private static (double Low, double High) Persons(double[] values)
    {
        double[] persons = [.. values.DefaultIfEmpty(Ticks[1])];
        return (
            Ticks.LastOrDefault(t => t <= persons.Min(), Ticks[0]),
            Math.Max(Ticks.FirstOrDefault(t => t >= persons.Max(), persons.Max()), Ticks[3])
        );
    }

    /// <summary>Whole steps of 20 that hold every dot.</summary>
    private static double Steps(double[] differences) =>
        Math.Max(20, Math.Ceiling(differences.Select(Math.Abs).DefaultIfEmpty(0).Max() / 20 - 1e-9) * 20);
}

/// <summary>Where a funnel plot stands on its sheet: the whole plot of the sheet, or one of several panels, whose sheet is in pixels (<see cref="PixelShapes"/>).</summary>
/// <param name="Area">Its place and limits; the horizontal values are logarithms.</param>
/// <param name="IsPanel">True for one of several.</param>
internal sealed record FunnelSpace(PlotArea Area, bool IsPanel)
{
    /// <summary>A space between two edges.</summary>
    public static FunnelSpace Of(FunnelScale scale, double left, double top, double right, double bottom, bool isPanel) =>
        new(new PlotArea(left, top, right, bottom, Math.Log10(scale.Low), Math.Log10(scale.High), -scale.Reach, scale.Reach), isPanel);

    /// <summary>Where a logarithm of persons and a difference lie in the plot of the sheet.</summary>
    public Coordinates At(double x, double y) => IsPanel ? new Coordinates(Area.X(x), Area.Y(y)) : new Coordinates(x, y);
}
