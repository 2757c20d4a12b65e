using System.Globalization;
using System.Text;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>
/// A number as explanations quote it: its value with ten digits, or the name of its status, and after it each thing beside the value that differs. So an explanation fits the
/// difference it was written for and no other.
/// </summary>
public static class ExactText
{
    /// <summary>For example <c>0.5712</c>, <c>suppressed</c>, <c>0.5712 base=120</c>, <c>1.2 interval=0.9..1.6@0.95</c>.</summary>
    /// <param name="quantity">The number.</param>
    /// <param name="flags">How it differs from the other; empty for the value alone.</param>
    public static string Of(Quantity quantity, IReadOnlyList<DifferenceFlag> flags)
    {
        var value = quantity is { Value: { } number, Status: not QuantityStatus.Nil }
            ? SavedNumber.Text(number)
            : EditionWriter.NameOf(quantity.Status);
        if (flags.Count == 0)
        {
            return value;
        }

        var text = new StringBuilder(value);
        foreach (var flag in flags)
        {
            var aspect = flag switch
            {
                DifferenceFlag.Base => $" base={quantity.Base?.ToString(CultureInfo.InvariantCulture) ?? "-"}",
                DifferenceFlag.Interval => " interval=" + TextOf(quantity.Interval),
                // A status without a value is the text already.
                DifferenceFlag.Status when quantity.Status is QuantityStatus.Estimated or QuantityStatus.Rounded => " status="
                    + EditionWriter.NameOf(quantity.Status),
                DifferenceFlag.Unit => " unit=" + EditionWriter.NameOf(quantity.Unit),
                DifferenceFlag.Decimals => $" decimals={quantity.Decimals.ToString(CultureInfo.InvariantCulture)}",
                _ => string.Empty,
            };
            text.Append(aspect);
        }

        return text.ToString();
    }

    private static string TextOf(Interval? interval) =>
        interval is { } i ? $"{SavedNumber.Text(i.Low)}..{SavedNumber.Text(i.High)}@{SavedNumber.Text(i.Level)}" : "-";
}
