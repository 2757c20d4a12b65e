namespace ReportBuilder.Models.Descriptive;

/// <summary>Whether a density could be estimated.</summary>
public enum DensityStatus
{
    /// <summary>It could.</summary>
    Estimated,

    /// <summary>Fewer than two values.</summary>
    TooFewValues,
}

/// <summary>A point of a density.</summary>
/// <param name="X">Where.</param>
/// <param name="Density">The density there.</param>
public readonly record struct DensityPoint(double X, double Density);

/// <summary>
/// The density of a numeric variable, by a Gaussian kernel. Summed directly over the values at every point; R's <c>density</c> bins them first, which
/// changes the third or fourth digit. Immutable.
/// </summary>
/// <param name="Status">Whether it could be estimated.</param>
/// <param name="Count">Number of values.</param>
/// <param name="Missing">Rows without a value, or with one that is not finite.</param>
/// <param name="Bandwidth">Standard deviation of the kernel; null when not estimated.</param>
/// <param name="Points">The density at equally spaced points; empty when not estimated.</param>
public sealed record KernelDensity(DensityStatus Status, int Count, int Missing, double? Bandwidth, IReadOnlyList<DensityPoint> Points)
{
    /// <summary>Bandwidths beyond the extremes that the points reach, as R's <c>cut</c>.</summary>
    private const double Cut = 3;

    /// <summary>Estimates the density from 3 bandwidths below the least value to 3 above the largest.</summary>
    /// <param name="values">One a row, null where missing.</param>
    /// <param name="pointCount">Number of points.</param>
    /// <param name="bandwidth">Standard deviation of the kernel; null for <see cref="RuleOfThumb"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two points, or a bandwidth that is not positive.</exception>
    public static KernelDensity Of(IReadOnlyList<double?> values, int pointCount = 512, double? bandwidth = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pointCount, 2);
        if (bandwidth is { } given && !(given > 0 && double.IsFinite(given)))
        {
            throw new ArgumentOutOfRangeException(nameof(bandwidth), given, "A bandwidth is positive.");
        }

        var present = PresentValues.Of(values);
        Array.Sort(present);
        if (present.Length < 2)
        {
            return new KernelDensity(DensityStatus.TooFewValues, present.Length, values.Count - present.Length, null, []);
        }

        var width = bandwidth ?? RuleOfThumb(present);
        var (low, high) = (present[0] - Cut * width, present[^1] + Cut * width);
        var points = new DensityPoint[pointCount];
        for (var i = 0; i < pointCount; i++)
        {
            var x = low + (high - low) * i / (pointCount - 1);
            points[i] = new DensityPoint(x, At(x, present, width));
        }

        return new KernelDensity(DensityStatus.Estimated, present.Length, values.Count - present.Length, width, points);
    }

    /// <summary>
    /// Silverman's rule, 0.9 · min(sd, IQR/1.34) · n^(−1/5) (1986, page 48, equation 3.31), as R's <c>bw.nrd0</c>: where that spread is 0, the standard
    /// deviation, or the size of the first value, or 1.
    /// </summary>
    private static double RuleOfThumb(double[] sorted)
    {
        double?[] values = [.. sorted.Select(v => (double?)v)];
        var deviation = MeanSummary.Of(values).StandardDeviation.GetValueOrDefault();
        var quartiles = QuantileSummary.Of(values, 0.25, 0.75).Quantiles;
        var spread = Math.Min(deviation, (quartiles[1].Value - quartiles[0].Value) / 1.34);
        spread =
            spread > 0 ? spread
            : deviation > 0 ? deviation
            : sorted[0] != 0 ? Math.Abs(sorted[0])
            : 1;
        return 0.9 * spread * Math.Pow(sorted.Length, -0.2);
    }

    private static double At(double x, double[] sorted, double width)
    {
        var sum = 0.0;
        foreach (var value in sorted)
        {
            var z = (x - value) / width;
            sum += Math.Exp(-z * z / 2);
        }

        return sum / (sorted.Length * width * Math.Sqrt(2 * Math.PI));
    }
}
