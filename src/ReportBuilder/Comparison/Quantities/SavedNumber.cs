using System.Globalization;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>Numbers with the ten significant digits of <c>utgave.json</c>, so that an edition in memory and the same read from a file are one.</summary>
public static class SavedNumber
{
    // Two numbers with the same ten digits differ by no more than one unit of the tenth.
    private const double Near = 1e-9;

    /// <summary>The number as saved.</summary>
    public static string Text(double value) => value.ToString("G10", CultureInfo.InvariantCulture);

    /// <summary>True when both are saved alike.</summary>
    public static bool AreSame(double a, double b) =>
        a.Equals(b)
        || (Math.Abs(a - b) <= Near * Math.Max(Math.Abs(a), Math.Abs(b)) && string.Equals(Text(a), Text(b), StringComparison.Ordinal));
}
