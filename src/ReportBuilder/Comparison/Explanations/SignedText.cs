using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>
/// The sides of a difference as a signature holds them: numbers that are not whole with six significant digits. Editions keep ten, of which the last may be another on another processor; a
/// signature given on one machine must hold on the next.
/// </summary>
internal static partial class SignedText
{
    /// <summary>A side of a difference; null when it has none.</summary>
    public static string? Of(DifferenceSubject subject, string? side) =>
        side is null || subject != DifferenceSubject.Quantity ? side : Fraction().Replace(side, n => Rounded(n.Value));

    /// <summary>True when both stand for the same.</summary>
    public static bool AreSame(DifferenceSubject subject, string? signed, string? side) =>
        string.Equals(Of(subject, signed), Of(subject, side), StringComparison.Ordinal);

    private static string Rounded(string number) =>
        double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("G6", CultureInfo.InvariantCulture);

    // The two limits of an interval stand as «0.1..0.2».
    [GeneratedRegex(@"-?\d+(\.\d+(E[+-]?\d+)?|E[+-]?\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fraction();
}
