using ReportBuilder.Editions;
using ReportBuilder.Figures;

namespace ReportBuilder.Charts;

/// <summary>The axis that the panels of a pair chart or a profile share, in the scale printed (per cent).</summary>
/// <param name="Low">Value at the left end.</param>
/// <param name="High">Value at the right end.</param>
/// <param name="Ticks">Values with a tick.</param>
internal sealed record PairScale(double Low, double High, IReadOnlyList<double> Ticks)
{
    // A shorter axis would make small differences look large.
    private const double Shortest = 40;
    private const double Step = 10;
    private const int MostTicks = 6;

    /// <summary>The axis that holds all values, from one round number to another, within 0–100 where the values are.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="fromZero">True when the axis begins at 0, so that charts of different places can be laid beside each other.</param>
    public static PairScale Of(Chart chart, bool fromZero = false)
    {
        var values = chart.Quantities.Where(q => q.HasValue).Select(Printed).DefaultIfEmpty(0).ToArray();
        var low = fromZero ? 0 : Math.Floor(values.Min() / Step) * Step;
        var high = Math.Ceiling(values.Max() / Step) * Step;
        while (high - low < Shortest)
        {
            (low, high) = high < 100 ? (low, high + Step) : (low - Step, high);
        }

        var every = (high - low) / Step > MostTicks ? 2 * Step : Step;
        var first = Math.Ceiling(low / every) * every;
        return new PairScale(low, high, [.. Enumerable.Range(0, (int)((high - first) / every) + 1).Select(i => first + i * every)]);
    }

    /// <summary>The value in the scale it is printed in.</summary>
    public static double Printed(Quantity quantity) => quantity.Value!.Value * NorwegianNumberText.PrintScale(quantity.Unit);
}
