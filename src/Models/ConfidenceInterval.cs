namespace ReportBuilder.Models;

/// <summary>A confidence interval in the unit of the number it belongs to.</summary>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Level">Confidence level, 0.95 for 95 per cent.</param>
public readonly record struct ConfidenceInterval(double Low, double High, double Level)
{
    /// <summary>The level used unless another is given.</summary>
    public const double DefaultLevel = 0.95;

    internal static void CheckLevel(double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1.");
        }
    }
}
