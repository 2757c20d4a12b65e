using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Descriptive;

/// <summary>Mean and spread of a numeric variable, with Student's t interval for the mean. Immutable.</summary>
public sealed record MeanSummary
{
    private MeanSummary() { }

    /// <summary>Number of values.</summary>
    public int Count { get; private init; }

    /// <summary>Number of rows without a value, or with one that is not finite.</summary>
    public int Missing { get; private init; }

    /// <summary>Mean; null without values.</summary>
    public double? Mean { get; private init; }

    /// <summary>Standard deviation, with n − 1; null with fewer than two values.</summary>
    public double? StandardDeviation { get; private init; }

    /// <summary>Standard error of the mean, sd/√n; null with fewer than two values.</summary>
    public double? StandardError { get; private init; }

    /// <summary>t interval of the mean, as R's <c>t.test</c>; null with fewer than two values.</summary>
    public ConfidenceInterval? Interval { get; private init; }

    /// <summary>Summarises the values, one a row, null where missing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static MeanSummary Of(IReadOnlyList<double?> values, double level = ConfidenceInterval.DefaultLevel)
    {
        ConfidenceInterval.CheckLevel(level);
        var present = PresentValues.Of(values);
        var missing = values.Count - present.Length;
        if (present.Length == 0)
        {
            return new MeanSummary { Missing = missing };
        }

        // A second pass over the deviations takes off what rounding left in the mean, as in R.
        var rough = present.Sum() / present.Length;
        var mean = rough + present.Sum(value => value - rough) / present.Length;
        if (present.Length == 1)
        {
            return new MeanSummary
            {
                Count = 1,
                Missing = missing,
                Mean = mean,
            };
        }

        var deviation = Math.Sqrt(present.Sum(value => (value - mean) * (value - mean)) / (present.Length - 1));
        var error = deviation / Math.Sqrt(present.Length);
        var reach = Distributions.StudentCritical(level, present.Length - 1) * error;
        return new MeanSummary
        {
            Count = present.Length,
            Missing = missing,
            Mean = mean,
            StandardDeviation = deviation,
            StandardError = error,
            Interval = new ConfidenceInterval(mean - reach, mean + reach, level),
        };
    }
}
