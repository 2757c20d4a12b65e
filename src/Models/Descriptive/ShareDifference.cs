namespace ReportBuilder.Models.Descriptive;

/// <summary>The difference of two independent shares, first minus second. Immutable.</summary>
public sealed record ShareDifference
{
    private ShareDifference(Share first, Share second)
    {
        First = first;
        Second = second;
        if (first is { Value: { } p1, Interval: { } i1 } && second is { Value: { } p2, Interval: { } i2 })
        {
            var difference = p1 - p2;
            Value = difference;
            Interval = new ConfidenceInterval(
                difference - Length(p1 - i1.Low, i2.High - p2),
                difference + Length(i1.High - p1, p2 - i2.Low),
                i1.Level
            );
        }
    }

    /// <summary>The first share.</summary>
    public Share First { get; }

    /// <summary>The second share.</summary>
    public Share Second { get; }

    /// <summary>First minus second, from −1 to 1; null when either has no rows.</summary>
    public double? Value { get; }

    /// <summary>
    /// Hybrid score interval from the two Wilson intervals (Newcombe 1998, Statistics in Medicine 17: 873–890, method 10);
    /// null when either share has no rows.
    /// </summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>Makes the difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Successes are not between 0 and the count, or the level not between 0 and 1.</exception>
    public static ShareDifference Of(
        int firstSuccesses,
        int firstCount,
        int secondSuccesses,
        int secondCount,
        double level = ConfidenceInterval.DefaultLevel
    ) => new(Share.Of(firstSuccesses, firstCount, level), Share.Of(secondSuccesses, secondCount, level));

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
}
