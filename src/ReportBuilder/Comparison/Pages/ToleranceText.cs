using System.Globalization;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The tolerances of a comparison in a sentence.</summary>
internal static class ToleranceText
{
    // More than any tolerance needs, so that none is told as 0.
    private const string Format = "0.###############";

    /// <summary>The sentence.</summary>
    public static string Of(Tolerances tolerances, LabelSet labels) =>
        labels.Get("sammenligning.toleranse.grenser", [.. Enum.GetValues<ToleranceClass>().Select(c => Number(tolerances.Of(c)))]);

    private static string Number(double tolerance) => tolerance.ToString(Format, CultureInfo.InvariantCulture).Replace('.', ',');
}
