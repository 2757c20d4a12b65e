namespace ReportBuilder.Models.Descriptive;

/// <summary>
/// How far two groups are apart in standard deviations, whatever their sizes (Austin 2009, Statistics in Medicine 28: 3083–3107): above 0.1 is
/// commonly called an imbalance.
/// </summary>
public static class StandardisedDifference
{
    /// <summary>(mean₁ − mean₂)/√((s₁² + s₂²)/2); null when a group has fewer than two values, or neither varies.</summary>
    public static double? Of(MeanSummary first, MeanSummary second) =>
        first is { Mean: { } m1, StandardDeviation: { } s1 } && second is { Mean: { } m2, StandardDeviation: { } s2 }
            ? Ratio(m1 - m2, s1 * s1, s2 * s2)
            : null;

    /// <summary>(p₁ − p₂)/√((p₁(1 − p₁) + p₂(1 − p₂))/2); null when a group is empty, or both shares are 0 or 1.</summary>
    public static double? Of(Share first, Share second) =>
        first.Value is { } p1 && second.Value is { } p2 ? Ratio(p1 - p2, p1 * (1 - p1), p2 * (1 - p2)) : null;

    private static double? Ratio(double difference, double first, double second) =>
        first + second > 0 ? difference / Math.Sqrt((first + second) / 2) : null;
}
