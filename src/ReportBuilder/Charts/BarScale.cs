using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>What columns and horizontal bars have in common: range of values, label of a value, body of a bar.</summary>
internal static class BarScale
{
    /// <summary>Smallest and greatest value shown, 0 and the chart's own maximum included; 0–1 when there is nothing to show.</summary>
    public static (double Low, double High) Range(BarChart chart)
    {
        var values = chart.Quantities.Where(HasBar).Select(Printed).ToArray();
        var low = Math.Min(0, values.DefaultIfEmpty(0).Min());
        var high = Math.Max(chart.Maximum ?? 0, values.DefaultIfEmpty(0).Max());
        return high > low ? (low, high) : (0, 1);
    }

    /// <summary>True when the value has a bar; otherwise its sign stands at the baseline.</summary>
    public static bool HasBar(Quantity quantity) => quantity is { HasValue: true, Status: not QuantityStatus.Nil };

    /// <summary>The value in the scale it is printed in (shares in per cent); 0 when there is none.</summary>
    public static double Printed(Quantity quantity) =>
        HasBar(quantity) ? quantity.Value!.Value * NorwegianNumberText.PrintScale(quantity.Unit) : 0;

    /// <summary>One bar, in the look of its series.</summary>
    /// <param name="look">Look of the series.</param>
    /// <param name="position">Middle of the bar across its direction.</param>
    /// <param name="thickness">Thickness in the unit of <paramref name="position"/>.</param>
    /// <param name="value">Where it ends.</param>
    /// <param name="orientation">Its direction.</param>
    public static Bar Body(SeriesLook look, double position, double thickness, double value, Orientation orientation) =>
        new()
        {
            Position = position,
            Size = thickness,
            Value = value,
            Orientation = orientation,
            FillColor = look.IsOutlined ? look.LightFill : look.Fill,
            LineColor = look.Line,
            LineWidth = look.IsOutlined ? 1.2f : 0,
        };
}
