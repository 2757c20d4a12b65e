namespace ReportBuilder.Models.Descriptive;

/// <summary>A class of a histogram: values from <paramref name="Low"/>, below <paramref name="High"/>.</summary>
/// <param name="Low">Lower limit, belonging to the class.</param>
/// <param name="High">Upper limit, not belonging to it; null for the open last class.</param>
/// <param name="Count">Number of values.</param>
public readonly record struct HistogramClass(double Low, double? High, int Count);

/// <summary>Counts of a numeric variable in classes of equal width, the last open upwards. Immutable.</summary>
/// <param name="Classes">The classes, ascending.</param>
/// <param name="Below">Number of values below the first class.</param>
/// <param name="Missing">Number of rows without a value, or with one that is not finite.</param>
public sealed record Histogram(IReadOnlyList<HistogramClass> Classes, int Below, int Missing)
{
    /// <summary>Number of values in the classes.</summary>
    public int Count => Classes.Sum(c => c.Count);

    /// <summary>Counts the values, one a row, null where missing.</summary>
    /// <param name="values">The values.</param>
    /// <param name="start">Lower limit of the first class.</param>
    /// <param name="width">Width of the closed classes.</param>
    /// <param name="closedClasses">Number of closed classes; the open one starts at start + width · closedClasses.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive, or the number of classes negative.</exception>
    public static Histogram Of(IReadOnlyList<double?> values, decimal start, decimal width, int closedClasses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(closedClasses);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);

        // In decimal, so that 3 · 0.1 is the limit 0.3 and the value 0.3 belongs to the class above it.
        double[] limits = [.. Enumerable.Range(0, closedClasses + 1).Select(i => (double)(start + i * width))];
        var counts = new int[limits.Length];
        var below = 0;
        var present = PresentValues.Of(values);
        foreach (var value in present)
        {
            // Searched for among the limits themselves, as dividing by the width could round across one.
            var place = Array.BinarySearch(limits, value);
            var index = place >= 0 ? place : ~place - 1;
            if (index < 0)
            {
                below++;
            }
            else
            {
                counts[index]++;
            }
        }

        var classes = counts.Select((count, i) => new HistogramClass(limits[i], i < closedClasses ? limits[i + 1] : null, count));
        return new Histogram([.. classes], below, values.Count - present.Length);
    }
}
