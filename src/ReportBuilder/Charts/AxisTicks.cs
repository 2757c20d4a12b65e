namespace ReportBuilder.Charts;

/// <summary>Round values for an axis.</summary>
internal static class AxisTicks
{
    private static readonly double[] Steps = [1, 2, 5, 10];
    private static readonly int[] Intervals = [1, 2, 5, 10, 20, 50, 100];

    private const int MostPowers = 8;

    /// <summary>Values 0, s, 2s … up to at least <paramref name="high"/>, s being 1, 2 or 5 times a power of ten, and the decimals to print.</summary>
    /// <param name="high">Greatest value, above 0.</param>
    /// <param name="most">Greatest number of steps.</param>
    public static (double[] Values, int Decimals) FromZero(double high, int most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(high / most)));
        var step = Steps.Select(m => m * power).First(s => high / s <= most);
        var count = (int)Math.Ceiling(high / step - 1e-9);
        var decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        return ([.. Enumerable.Range(0, count + 1).Select(i => i * step)], decimals);
    }

    /// <summary>Decimals that a value needs to be printed as it stands, at most 5.</summary>
    public static int DecimalsOf(IEnumerable<double> values) =>
        Enumerable.Range(0, 6).First(d => d == 5 || values.All(v => Math.Abs(Math.Round(v, d) - v) < 1e-9));

    /// <summary>Which edges have room for a label: every one, or every 2nd, 5th, 10th …, on round values where there are any.</summary>
    /// <param name="edges">Edges at equal distances.</param>
    /// <param name="room">Width of a class as a part of the width that a label needs.</param>
    public static IEnumerable<int> Labelled(IReadOnlyList<double> edges, double room)
    {
        var every = Intervals.First(k => k == Intervals[^1] || k * room >= 1);
        var step = every * (edges[1] - edges[0]);
        var first = Enumerable
            .Range(0, Math.Min(every, edges.Count))
            .FirstOrDefault(i => Math.Abs(edges[i] / step - Math.Round(edges[i] / step)) < 1e-9);
        for (var i = first; i < edges.Count; i += every)
        {
            yield return i;
        }
    }

    /// <summary>
    /// Powers of two that hold the values between them, at least 0.5–2, at most 1/32–32: beyond that an interval says only «unknown», and
    /// would press the others together. Powers of four when those of two are many.
    /// </summary>
    public static double[] PowersOfTwo(double low, double high)
    {
        var first = (int)Math.Clamp(Math.Floor(Math.Log2(low) + 0.1), -5, -1);
        var last = (int)Math.Clamp(Math.Ceiling(Math.Log2(high) - 0.1), 1, 5);
        var exponents = Enumerable.Range(first, last - first + 1);
        return [.. exponents.Where(e => last - first < MostPowers || e % 2 == 0).Select(e => Math.Pow(2, e))];
    }
}
