using ReportBuilder.Figures;

namespace ReportBuilder.Charts;

/// <summary>The logarithmic axis of a forest plot. Positions are base-2 logarithms of odds ratios.</summary>
/// <param name="Ticks">Odds ratios with a tick.</param>
/// <param name="Low">Position of the left end.</param>
/// <param name="High">Position of the right end.</param>
internal sealed record ForestAxis(IReadOnlyList<double> Ticks, double Low, double High)
{
    /// <summary>The axis that holds all intervals, within 1/32–32.</summary>
    public static ForestAxis Of(ForestChart chart)
    {
        var values = chart
            .Quantities.Where(q => q.Value is > 0)
            .SelectMany(q => new[] { q.Value!.Value, q.Interval?.Low ?? q.Value.Value, q.Interval?.High ?? q.Value.Value })
            .Where(v => v > 0)
            .DefaultIfEmpty(1)
            .ToArray();
        var ticks = AxisTicks.PowersOfTwo(values.Min(), values.Max());
        return new ForestAxis(
            ticks,
            Math.Min(Math.Log2(ticks[0]), Math.Max(Math.Log2(values.Min()), -5)),
            Math.Max(Math.Log2(ticks[^1]), Math.Min(Math.Log2(values.Max()), 5))
        );
    }

    /// <summary>Position of an odds ratio, moved to the end of the axis when outside. Nil is outside to the left.</summary>
    public double Position(double oddsRatio) => oddsRatio > 0 ? Math.Clamp(Math.Log2(oddsRatio), Low, High) : Low;

    /// <summary>True when the axis does not reach the odds ratio.</summary>
    public bool IsOutside(double oddsRatio) => !(oddsRatio > 0) || Math.Log2(oddsRatio) < Low - 1e-9 || Math.Log2(oddsRatio) > High + 1e-9;
}
