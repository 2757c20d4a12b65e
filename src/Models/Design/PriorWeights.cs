namespace ReportBuilder.Models.Design;

/// <summary>The weights of a design's rows, and which of them can be used.</summary>
internal static class PriorWeights
{
    /// <summary>Why a row with this weight is not used, or null when it is.</summary>
    public static DropReason? WhyUnusable(double? weight) =>
        weight switch
        {
            null => DropReason.Missing,
            0 => DropReason.ZeroWeight,
            < 0 => DropReason.NegativeWeight,
            { } value when double.IsFinite(value) => null,
            _ => DropReason.NotFinite,
        };

    /// <summary>A weight that no row can have: below 0, infinite, or not a number.</summary>
    public static bool IsInvalid(DropReason reason) => reason is DropReason.NegativeWeight or DropReason.NotFinite;
}
