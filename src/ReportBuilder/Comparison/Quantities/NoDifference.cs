using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>The value that means «no difference» or «no effect».</summary>
public static class NoDifference
{
    /// <summary>The value in a unit: 1 for odds ratios, 0 for what has a sign; null for units where no value means that.</summary>
    public static double? Of(Unit unit) =>
        unit switch
        {
            Unit.OddsRatio => 1,
            Unit.PercentagePoints or Unit.LogOdds or Unit.OddsChange or Unit.Numeric => 0,
            _ => null,
        };

    /// <summary>True when two values lie on either side of it.</summary>
    public static bool IsBetween(double a, double b, Unit unit) => Of(unit) is { } nought && (a - nought) * (b - nought) < 0;

    /// <summary>True when the interval holds it; null when the unit has no such value.</summary>
    public static bool? IsIn(Interval interval, Unit unit) =>
        Of(unit) is { } nought ? interval.Low <= nought && nought <= interval.High : null;
}
