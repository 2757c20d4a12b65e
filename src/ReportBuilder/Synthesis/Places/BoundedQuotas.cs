namespace ReportBuilder.Synthesis.Places;

/// <summary>Whole numbers in proportion to weights, each within its bounds, with an exact sum.</summary>
internal static class BoundedQuotas
{
    /// <summary>Finds the factor at which the clamped products have the sum, then rounds by largest remainder.</summary>
    /// <param name="weights">Relative weights, positive.</param>
    /// <param name="lower">Smallest number of each.</param>
    /// <param name="upper">Largest number of each.</param>
    /// <param name="total">The sum.</param>
    /// <exception cref="NoSuchPlacesException">The bounds do not allow the sum.</exception>
    public static int[] Divide(double[] weights, int[] lower, int[] upper, int total)
    {
        if (total < lower.Sum() || total > upper.Sum())
        {
            throw new NoSuchPlacesException($"{total} is not between {lower.Sum()} and {upper.Sum()}.");
        }

        var (low, high) = (0.0, upper.Max() / weights.Min() + 1);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            var sum = 0.0;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += Math.Clamp(middle * weights[i], lower[i], upper[i]);
            }

            (low, high) = sum < total ? (middle, high) : (low, middle);
        }

        // The factor is rounded down a little, so that the floors never sum to too much.
        var exact = weights.Select((w, i) => Math.Clamp(high * w, lower[i], upper[i])).ToArray();
        var counts = exact.Select(e => (int)Math.Floor(Math.Round(e, 6))).ToArray();
        var byRest = Enumerable
            .Range(0, counts.Length)
            .Where(i => counts[i] < upper[i])
            .OrderByDescending(i => Math.Round(exact[i] - counts[i], 6))
            .ThenBy(i => i)
            .ToList();
        var left = total - counts.Sum();
        for (var i = 0; left > 0; i = (i + 1) % byRest.Count)
        {
            if (counts[byRest[i]] < upper[byRest[i]])
            {
                counts[byRest[i]]++;
                left--;
            }
        }

        return counts;
    }
}
