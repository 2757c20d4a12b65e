using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>How great a change is, comparable across units (see <see cref="Difference.Size"/>).</summary>
public static class DifferenceSize
{
    /// <summary>The size of what is not a change of a number.</summary>
    public const double Structural = 100;

    /// <summary>Size of a change from one value to another in a unit.</summary>
    public static double Of(double old, double now, Unit unit) =>
        unit switch
        {
            Unit.Share or Unit.Probability or Unit.PercentagePoints or Unit.PValue or Unit.LogOdds => 100 * Math.Abs(now - old),
            Unit.OddsRatio when old > 0 && now > 0 => 100 * Math.Abs(Math.Log(now) - Math.Log(old)),
            Unit.OddsChange when old > -1 && now > -1 => 100 * Math.Abs(Math.Log(1 + now) - Math.Log(1 + old)),
            _ => OfGreater(old, now),
        };

    /// <summary>Per cent of the greater of the two in size, or of 1 when both are smaller: numbers near nought that change sign are no great changes.</summary>
    public static double OfGreater(double old, double now) =>
        100 * Math.Abs(now - old) / Math.Max(1, Math.Max(Math.Abs(old), Math.Abs(now)));
}
