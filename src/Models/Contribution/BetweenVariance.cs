using MathNet.Numerics.RootFinding;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Contribution;

/// <summary>Estimates τ² when differences dᵢ are normal with mean 0 and variance τ² + sᵢ², sᵢ² known.</summary>
internal static class BetweenVariance
{
    public static BetweenGroupVariance? Estimate(IReadOnlyList<(double Difference, double Variance)> groups, BetweenVarianceMethod method)
    {
        if (groups.Count == 0)
        {
            return null;
        }

        var q = groups.Sum(g => g.Difference * g.Difference / g.Variance);
        var variance = method switch
        {
            BetweenVarianceMethod.PauleMandel => PauleMandel(groups, q),
            BetweenVarianceMethod.DerSimonianLaird => Math.Max(0, (q - groups.Count) / groups.Sum(g => 1 / g.Variance)),
            _ => MaximumLikelihood(groups),
        };
        return new BetweenGroupVariance(variance, method, groups.Count, q, Distributions.ChiSquaredUpper(q, groups.Count));
    }

    /// <summary>The τ² at which Σ dᵢ²/(τ² + sᵢ²) equals its expectation, the number of groups.</summary>
    private static double PauleMandel(IReadOnlyList<(double Difference, double Variance)> groups, double q)
    {
        if (q <= groups.Count)
        {
            return 0;
        }

        // At Σd² each term is at most d²/Σd², so the sum is at most 1.
        var largest = groups.Sum(g => g.Difference * g.Difference);
        return Brent.FindRoot(
            tau2 => groups.Sum(g => g.Difference * g.Difference / (tau2 + g.Variance)) - groups.Count,
            0,
            largest,
            1e-16 * largest,
            500
        );
    }

    /// <summary>
    /// The root of the score in τ². The likelihood may have more than one maximum when sizes differ much, so the best place of a grid is where
    /// the root is looked for.
    /// </summary>
    private static double MaximumLikelihood(IReadOnlyList<(double Difference, double Variance)> groups)
    {
        const int Places = 200;
        var largest = groups.Max(g => g.Difference * g.Difference);
        double[] grid = [0, .. Enumerable.Range(0, Places).Select(i => largest * Math.Pow(10, -8 + 8.0 * i / (Places - 1)))];
        var best = Enumerable.Range(0, grid.Length).MaxBy(i => LogLikelihood(grid[i]));
        var (low, high) = (grid[Math.Max(best - 1, 0)], grid[Math.Min(best + 1, grid.Length - 1)]);
        return Score(low) <= 0 || Score(high) >= 0 ? grid[best] : Brent.FindRoot(Score, low, high, 1e-16 * largest, 500);

        double LogLikelihood(double tau2) =>
            -0.5 * groups.Sum(g => Math.Log(tau2 + g.Variance) + g.Difference * g.Difference / (tau2 + g.Variance));

        double Score(double tau2) =>
            0.5 * groups.Sum(g => (g.Difference * g.Difference - tau2 - g.Variance) / ((tau2 + g.Variance) * (tau2 + g.Variance)));
    }
}
