namespace ReportBuilder.Editions.Published;

/// <summary>All that a quantity may be after what is printed of it, in its unit. An end that nothing is said of is infinite.</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
public readonly record struct ValueRange(double Low, double High)
{
    // Ranges come from decimals such as 0.145 that no double holds exactly.
    private const double Touch = 1e-9;

    /// <summary>A value and how far from it.</summary>
    public static ValueRange Around(double value, double distance) => new(value - distance, value + distance);

    /// <summary>Length.</summary>
    public double Width => High - Low;

    /// <summary>What lies as far from both ends.</summary>
    public double Middle => (Low + High) / 2;

    /// <summary>
    /// How far apart two ranges are; 0 when they touch, negative when they have values in common. Rounded numbers that only touch have none in common: 70.5 is printed 71, not 70.
    /// </summary>
    public double DistanceTo(ValueRange other) => Math.Max(Low, other.Low) - Math.Min(High, other.High);

    /// <summary>
    /// True when the two cannot both be true: they have nothing in common that is longer than what doubles lose, and neither lies wholly within the other, however short it is.
    /// </summary>
    public bool Excludes(ValueRange other) => DistanceTo(other) > -Touch && !HoldsMiddleOf(other) && !other.HoldsMiddleOf(this);

    private bool HoldsMiddleOf(ValueRange other) => other.Middle > Low && other.Middle < High;
}
