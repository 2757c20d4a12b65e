using ReportBuilder.Editions;

namespace ReportBuilder.Templating;

/// <summary>The value that means «no difference» in a unit, and comparisons with it.</summary>
public static class Neutral
{
    /// <summary>The units that have such a value.</summary>
    public static Unit[] Units { get; } = [.. Enum.GetValues<Unit>().Where(u => Of(u) is not null)];

    /// <summary>1 for odds ratios, 0 for differences, changes and log odds; null for units that say nothing of a difference.</summary>
    public static double? Of(Unit unit) =>
        unit switch
        {
            Unit.OddsRatio => 1,
            Unit.LogOdds or Unit.PercentagePoints or Unit.OddsChange => 0,
            _ => null,
        };

    /// <summary>
    /// Sign of the distance from the neutral value, judged on the number as printed: what prints as «0 prosent» is neither higher nor lower.
    /// </summary>
    /// <exception cref="InvalidOperationException">The unit has no neutral value, or the quantity no value.</exception>
    public static int Compare(Quantity quantity, int? decimals = null)
    {
        var neutral = Of(quantity.Unit) ?? throw new InvalidOperationException($"{quantity.Unit} has no neutral value.");
        var value = quantity.Value ?? throw new InvalidOperationException($"'{quantity.Id}' has no value.");
        return Math.Sign(AsPrinted(value, quantity.Unit, decimals ?? quantity.Decimals) - (decimal)neutral);
    }

    /// <summary>True when the interval leaves out the neutral value; null when the unit has none or there is no interval.</summary>
    public static bool? IsExcluded(Quantity quantity) =>
        quantity.Interval is { } interval && Of(quantity.Unit) is { } neutral ? interval.Low > neutral || interval.High < neutral : null;

    /// <summary>The value scaled and rounded as a reader sees it, half away from zero.</summary>
    public static decimal AsPrinted(double value, Unit unit, int decimals) =>
        Math.Round((decimal)(value * NorwegianNumberText.PrintScale(unit)), decimals, MidpointRounding.AwayFromZero);
}
