using ReportBuilder.Editions;
using ReportBuilder.Models;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Quantities that are no more exact than they are printed, value and interval: a change too small to be printed changes no briefing.</summary>
internal static class Printed
{
    /// <summary>A number; not estimable when null.</summary>
    public static Quantity Number(
        string id,
        double? value,
        Unit unit,
        int decimals,
        int? persons = null,
        ConfidenceInterval? interval = null
    ) =>
        value is { } number && double.IsFinite(number)
            ? Quantity.Rounded(id, Rounded(number, unit, decimals), unit, decimals) with
            {
                Base = persons,
                Interval = interval is { } i ? Rounded(i, unit, decimals) : null,
            }
            : Quantity.Without(id, unit, decimals, QuantityStatus.NotEstimable);

    /// <summary>A count; nil when 0.</summary>
    public static Quantity Count(string id, int count) =>
        count == 0 ? Quantity.Without(id, Unit.Count, 0, QuantityStatus.Nil) : Quantity.Of(id, count, Unit.Count, 0);

    /// <summary>A share of persons in whole per cent, with Wilson's interval; nil when no one, and not applicable of no one.</summary>
    public static Quantity Share(string id, int successes, int persons) =>
        persons == 0 ? Quantity.Without(id, Unit.Share, 0, QuantityStatus.NotApplicable)
        : successes == 0 ? Quantity.Without(id, Unit.Share, 0, QuantityStatus.Nil) with { Base = persons }
        : Number(id, (double)successes / persons, Unit.Share, 0, persons, Models.Descriptive.Share.Of(successes, persons).Interval);

    /// <summary>A quantity of the report, as exact as it is printed.</summary>
    public static Quantity As(Quantity exact) =>
        exact.Value is not { } value || exact.Status == QuantityStatus.Nil
            ? exact
            : Number(
                exact.Id.Value,
                exact.Unit == Unit.PValue ? PValue(value) : value,
                exact.Unit,
                exact.Decimals,
                exact.Base,
                exact.Interval is { } i ? new ConfidenceInterval(i.Low, i.High, i.Level) : null
            );

    /// <summary>A p-value; those printed as «less than» are alike.</summary>
    public static double? PValue(double? p) => p < NorwegianNumberText.SmallestPValue ? 0 : p;

    private static Interval Rounded(ConfidenceInterval interval, Unit unit, int decimals) =>
        new(Rounded(interval.Low, unit, decimals), Rounded(interval.High, unit, decimals), interval.Level);

    private static double Rounded(double value, Unit unit, int decimals)
    {
        var scale = (decimal)NorwegianNumberText.PrintScale(unit);
        // What rounds to nought has no sign.
        return (double)(Math.Round((decimal)value * scale, decimals, MidpointRounding.AwayFromZero) / scale) + 0.0;
    }
}
