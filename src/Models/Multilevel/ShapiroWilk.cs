using MathNet.Numerics.Distributions;

namespace ReportBuilder.Models.Multilevel;

/// <summary>The Shapiro–Wilk test of normality by Royston's approximation (1995, Applied Statistics 44: 547–551), as R's <c>shapiro.test</c>.</summary>
internal static class ShapiroWilk
{
    private static readonly double[] First = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
    private static readonly double[] Second = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
    private static readonly double[] SmallMean = [0.544, -0.39978, 0.025054, -6.714e-4];
    private static readonly double[] SmallDeviation = [1.3822, -0.77857, 0.062767, -0.0020322];
    private static readonly double[] LargeMean = [-1.5861, -0.31082, -0.083751, 0.0038915];
    private static readonly double[] LargeDeviation = [-0.4803, -0.082676, 0.0030302];
    private static readonly double[] Limit = [-2.273, 0.459];

    /// <summary>W and its p-value; null below 4 or above 5000 values, or when all are the same.</summary>
    public static (double W, double P)? Test(IReadOnlyList<double> values)
    {
        var n = values.Count;
        double[] sorted = [.. values.Order()];
        if (n is < 4 or > 5000 || !(sorted[^1] - sorted[0] > 1e-12 * Math.Max(1, Math.Abs(sorted[0]))))
        {
            return null;
        }

        var factors = Factors(n);
        var mean = sorted.Average();
        var (numerator, denominator) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            numerator += factors[i] * sorted[i];
            denominator += (sorted[i] - mean) * (sorted[i] - mean);
        }

        var w = Math.Min(1, numerator * numerator / denominator);
        return (w, Probability(w, n));
    }

    /// <summary>Factors of the ordered values, antisymmetric with squares that sum to 1.</summary>
    private static double[] Factors(int n)
    {
        double[] scores = [.. Enumerable.Range(1, n).Select(i => Normal.InvCDF(0, 1, (i - 0.375) / (n + 0.25)))];
        var square = scores.Sum(m => m * m);
        var root = 1 / Math.Sqrt(n);
        var factors = new double[n];
        factors[n - 1] = Polynomial(First, root) + scores[n - 1] / Math.Sqrt(square);
        var inner = n > 5 ? 2 : 1;
        if (inner == 2)
        {
            factors[n - 2] = Polynomial(Second, root) + scores[n - 2] / Math.Sqrt(square);
        }

        var (left, used) = (square, 0.0);
        for (var i = 1; i <= inner; i++)
        {
            left -= 2 * scores[n - i] * scores[n - i];
            used += 2 * factors[n - i] * factors[n - i];
            factors[i - 1] = -factors[n - i];
        }

        var scale = Math.Sqrt(left / (1 - used));
        for (var i = inner; i < n - inner; i++)
        {
            factors[i] = scores[i] / scale;
        }

        return factors;
    }

    private static double Probability(double w, int n)
    {
        var (y, log) = (Math.Log(1 - w), Math.Log(n));
        if (n > 11)
        {
            return 1 - Normal.CDF(Polynomial(LargeMean, log), Math.Exp(Polynomial(LargeDeviation, log)), y);
        }

        var limit = Polynomial(Limit, n);
        return y >= limit ? 0 : 1 - Normal.CDF(Polynomial(SmallMean, n), Math.Exp(Polynomial(SmallDeviation, n)), -Math.Log(limit - y));
    }

    private static double Polynomial(double[] coefficients, double x) => coefficients.Reverse().Aggregate(0.0, (sum, c) => sum * x + c);
}
