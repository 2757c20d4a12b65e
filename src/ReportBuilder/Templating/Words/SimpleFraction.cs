namespace ReportBuilder.Templating.Words;

/// <summary>A fraction that has a name: a tenth, a third, the half …</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line.</param>
internal readonly record struct SimpleFraction(int Numerator, int Denominator)
{
    /// <summary>One half.</summary>
    public static SimpleFraction Half { get; } = new(1, 2);

    /// <summary>All of it.</summary>
    public static SimpleFraction Whole { get; } = new(1, 1);

    /// <summary>The fractions in use below the whole, in ascending order.</summary>
    public static IReadOnlyList<SimpleFraction> Named { get; } =
    [new(1, 10), new(1, 5), new(1, 4), new(1, 3), new(2, 5), Half, new(3, 5), new(2, 3), new(3, 4), new(4, 5), new(9, 10)];

    /// <summary>As per cent.</summary>
    public decimal Percent => 100m * Numerator / Denominator;

    /// <summary>Its name in label keys: «1_3».</summary>
    public string Token => FormattableString.Invariant($"{Numerator}_{Denominator}");
}
