using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>A quantity in running words: «37 år», «73 prosent», «kan ikke vises». A number that may not be shown is never looked at.</summary>
internal static class QuantityWords
{
    /// <summary>The words.</summary>
    public static string Of(Quantity quantity, LabelSet labels) =>
        quantity.Status is QuantityStatus.Estimated or QuantityStatus.Rounded
            ? labels.Get("figur.tall." + Key(quantity.Unit), NorwegianNumberText.Number(quantity))
            : labels.Get("figur.uten_tall." + Key(quantity.Status));

    private static string Key(Enum value) => value.ToString().ToLowerInvariant();
}
