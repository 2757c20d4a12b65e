using System.Globalization;

namespace ReportBuilder.Formulas;

/// <summary>
/// A number as R's <c>as.character</c> writes it (R 4.2): the fewest of at most 15 significant digits that give the number to that precision, in
/// fixed notation unless that is wider than scientific. Names of factor levels come from it.
/// </summary>
internal static class RNumberText
{
    private const int SignificantDigits = 15;

    /// <summary>The text of a finite number.</summary>
    public static string Of(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var text = Math.Abs(value)
            .ToString("E" + (SignificantDigits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = text[..mark].Replace(".", string.Empty, StringComparison.Ordinal).TrimEnd('0');
        var fixedText = Fixed(digits, exponent);
        var scientific = Scientific(digits, exponent);
        return (value < 0 ? "-" : string.Empty) + (fixedText.Length <= scientific.Length ? fixedText : scientific);
    }

    private static string Fixed(string digits, int exponent) =>
        exponent < 0 ? "0." + new string('0', -exponent - 1) + digits
        : digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0')
        : $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";

    private static string Scientific(string digits, int exponent)
    {
        var mantissa = digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : digits;
        var size = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{size}";
    }
}
