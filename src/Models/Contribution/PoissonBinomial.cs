namespace ReportBuilder.Models.Contribution;

/// <summary>The number of successes in independent trials of unequal probabilities.</summary>
internal static class PoissonBinomial
{
    /// <summary>P(S ≤ s) and P(S ≥ s), by adding one trial at a time; all terms are positive, so no digits are lost.</summary>
    public static (double AtMost, double AtLeast) Tails(ReadOnlySpan<double> probabilities, int successes)
    {
        var mass = new double[probabilities.Length + 1];
        mass[0] = 1;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var p = probabilities[i];
            for (var s = i + 1; s > 0; s--)
            {
                mass[s] = mass[s] * (1 - p) + mass[s - 1] * p;
            }

            mass[0] *= 1 - p;
        }

        var (atMost, atLeast) = (0.0, 0.0);
        for (var s = 0; s < mass.Length; s++)
        {
            atMost += s <= successes ? mass[s] : 0;
            atLeast += s >= successes ? mass[s] : 0;
        }

        return (Math.Min(atMost, 1), Math.Min(atLeast, 1));
    }
}
