using System.Globalization;

namespace ReportBuilder.Datasets;

/// <summary>Numbers and dates as text and back, the same in every culture.</summary>
internal static class Invariant
{
    /// <summary>Style for reading numbers: signs, decimal point and exponent, but no thousands, which would turn «1,5» into 15.</summary>
    public const NumberStyles Style = NumberStyles.Float & ~NumberStyles.AllowThousands;

    private const string DateForm = "yyyy-MM-dd";

    /// <summary>The number as digits.</summary>
    public static string ToText(this int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string ToText(this double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads a finite number.</summary>
    public static bool TryReadNumber(string text, out double value) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>Reads a finite number from UTF-8.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>The date as <c>2026-11-23</c>.</summary>
    public static string ToText(this DateOnly value) => value.ToString(DateForm, CultureInfo.InvariantCulture);

    /// <summary>Reads a date written so.</summary>
    public static bool TryReadDate(string? text, out DateOnly value) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <summary>Index of a value in a list, or −1.</summary>
    public static int IndexOf<T>(this IReadOnlyList<T> list, T value)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(list[i], value))
            {
                return i;
            }
        }

        return -1;
    }
}
