namespace ReportBuilder.Models.Descriptive;

/// <summary>Picks the values that are there; a number that is not finite counts as missing.</summary>
internal static class PresentValues
{
    public static double[] Of(IReadOnlyList<double?> values) => [.. values.OfType<double>().Where(double.IsFinite)];
}
