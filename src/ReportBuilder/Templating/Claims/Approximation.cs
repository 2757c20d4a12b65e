using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Templating.Claims;

/// <summary>
/// When «about» is true. Per cent may be off by 3 percentage points, though never by more than a quarter of what is claimed (12 per cent is
/// about a tenth, 13 is not); other numbers by 10 per cent of it.
/// </summary>
internal static class Approximation
{
    private const decimal MostPoints = 3;
    private const decimal MostPartOfPercent = 0.25m;
    private const decimal MostPartOfOthers = 0.10m;

    public static bool Holds(ClaimSubject subject)
    {
        var target = subject.Limits.Count > 0 ? subject.Limits[0] : subject.Printed[1];
        var size = Math.Abs(target);
        var tolerance = IsPercent(subject.Quantities[0].Unit) ? Math.Min(MostPoints, size * MostPartOfPercent) : size * MostPartOfOthers;
        return Math.Abs(subject.Printed[0] - target) <= tolerance;
    }

    /// <summary>«1/3» as the reader sees it in the unit: 33.3… in per cent, 0.333… elsewhere; null for anything else.</summary>
    public static decimal? Fraction(string text, Unit unit)
    {
        var parts = text.Split('/');
        return
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var above)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var below)
            && below > 0
            ? (decimal)above / below * (decimal)NorwegianNumberText.PrintScale(unit)
            : null;
    }

    private static bool IsPercent(Unit unit) => NorwegianNumberText.PrintScale(unit) > 1;
}
