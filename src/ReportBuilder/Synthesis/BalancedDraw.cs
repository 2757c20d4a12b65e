using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Draws 0 or 1 for each person with given probabilities, so that the sums of the design over those drawn come close to their
/// expectations: a draw at random, then single persons changed wherever that brings the sums nearer. Akin to balanced sampling
/// (Deville and Tillé 2004). The point: a model fitted to the draw has the coefficients and shares put in, for every seed, instead
/// of these plus a sampling error.
/// </summary>
internal static class BalancedDraw
{
    /// <summary>Probabilities are rounded to this many parts, far above the last bit of the exponential function.</summary>
    private const int Parts = 10_000;

    /// <summary>Draws.</summary>
    /// <param name="design">Sums to be kept near their expectation.</param>
    /// <param name="probabilities">One a row.</param>
    /// <param name="random">Source of chance.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool[] Draw(SparseRows design, ReadOnlySpan<double> probabilities, RandomSource random)
    {
        var drawn = new bool[probabilities.Length];
        var gap = new double[design.ColumnCount];
        var variance = new double[design.ColumnCount];
        for (var row = 0; row < drawn.Length; row++)
        {
            var p = (int)Math.Round(probabilities[row] * Parts);
            drawn[row] = random.Below(Parts) < p;
            design.AddTo(row, (drawn[row] ? Parts : 0) - p, gap);
            var columns = design.Columns(row);
            var values = design.Values(row);
            for (var k = 0; k < columns.Length; k++)
            {
                variance[columns[k]] += values[k] * values[k] * p * (Parts - p);
            }
        }

        double[] weights = [.. variance.Select(v => v > 0 ? 1 / v : 0)];
        for (var trial = 0; trial < 10 * drawn.Length; trial++)
        {
            var row = random.Below(drawn.Length);
            var change = drawn[row] ? -Parts : Parts;
            if (Effect(design, row, change, gap, weights) < 0)
            {
                drawn[row] = !drawn[row];
                design.AddTo(row, change, gap);
            }
        }

        return drawn;
    }

    /// <summary>Change of the weighted sum of squared gaps.</summary>
    private static double Effect(SparseRows design, int row, double change, double[] gap, double[] weights)
    {
        var columns = design.Columns(row);
        var values = design.Values(row);
        var sum = 0.0;
        for (var k = 0; k < columns.Length; k++)
        {
            var step = change * values[k];
            sum += weights[columns[k]] * step * (2 * gap[columns[k]] + step);
        }

        return sum;
    }
}
