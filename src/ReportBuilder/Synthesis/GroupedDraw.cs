using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Draws 0 or 1 for each person with given probabilities, exactly so many in each group, and so that the sums of a design over those drawn come close
/// to their expectations: systematic sampling within the group, then exchanges of two persons of a group wherever that brings the sums
/// nearer. Akin to balanced sampling (Deville and Tillé 2004). A model fitted to the draw then has the coefficients and shares put in, for every seed.
/// </summary>
internal static class GroupedDraw
{
    /// <summary>Probabilities are rounded to this many parts, far above the last bit of the exponential function.</summary>
    private const int Parts = 10_000;

    /// <summary>Exchanges tried for each person.</summary>
    private const int Trials = 16;

    /// <summary>Draws.</summary>
    /// <param name="design">Sums to be kept near their expectation.</param>
    /// <param name="probabilities">One a row.</param>
    /// <param name="groups">Rows of each group; each row in one. Reordered.</param>
    /// <param name="counts">Number drawn in each group.</param>
    /// <param name="random">Source of chance.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool[] Draw(SparseRows design, double[] probabilities, int[][] groups, IReadOnlyList<int> counts, RandomSource random)
    {
        int[] parts = [.. probabilities.Select(p => Math.Max(1, (int)Math.Round(p * Parts)))];
        var drawn = new bool[parts.Length];
        var groupOf = new int[parts.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            random.Shuffle(groups[g].AsSpan());
            Systematic(groups[g], parts, counts[g], drawn, random);
            foreach (var row in groups[g])
            {
                groupOf[row] = g;
            }
        }

        var gap = new double[design.ColumnCount];
        var variance = new double[design.ColumnCount];
        for (var row = 0; row < drawn.Length; row++)
        {
            design.AddTo(row, (drawn[row] ? Parts : 0) - parts[row], gap);
            var columns = design.Columns(row);
            var values = design.Values(row);
            for (var k = 0; k < columns.Length; k++)
            {
                variance[columns[k]] += values[k] * values[k] * parts[row] * (Parts - parts[row]);
            }
        }

        double[] weights = [.. variance.Select(v => v > 0 ? 1 / v : 0)];
        var change = new double[design.ColumnCount];
        for (var trial = 0; trial < Trials * drawn.Length; trial++)
        {
            var first = random.Below(drawn.Length);
            var others = groups[groupOf[first]];
            var second = others[random.Below(others.Length)];
            if (drawn[first] != drawn[second])
            {
                TryExchange(design, drawn, drawn[first] ? (second, first) : (first, second), gap, weights, change);
            }
        }

        return drawn;
    }

    /// <summary>Draws a number of rows, each with a chance in proportion to its parts (Madow 1949).</summary>
    private static void Systematic(int[] rows, int[] parts, int count, bool[] drawn, RandomSource random)
    {
        var total = rows.Sum(row => (long)parts[row]);
        var start = total == 0 ? 0 : random.Below((int)Math.Min(total, int.MaxValue));
        var (reached, given) = (0L, 0);
        for (var i = 0; i < rows.Length && given < count; i++)
        {
            reached += parts[rows[i]];
            // The k-th falls where the running sum passes (k + u) · total / count; the last rows make up for what one row could not take.
            if (reached * count > given * total + start || rows.Length - i == count - given)
            {
                drawn[rows[i]] = true;
                given++;
            }
        }
    }

    /// <summary>Exchanges when the weighted sum of squared gaps falls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TryExchange(
        SparseRows design,
        bool[] drawn,
        (int In, int Out) pair,
        double[] gap,
        double[] weights,
        double[] change
    )
    {
        design.AddTo(pair.In, Parts, change);
        design.AddTo(pair.Out, -Parts, change);
        var effect = 0.0;
        foreach (var column in design.Columns(pair.In))
        {
            effect += weights[column] * change[column] * (2 * gap[column] + change[column]);
        }

        // A column that both have was counted above.
        foreach (var column in design.Columns(pair.In))
        {
            gap[column] += change[column];
            change[column] = 0;
        }

        foreach (var column in design.Columns(pair.Out))
        {
            effect += weights[column] * change[column] * (2 * gap[column] + change[column]);
        }

        foreach (var column in design.Columns(pair.Out))
        {
            gap[column] += change[column];
            change[column] = 0;
        }

        if (effect < 0)
        {
            (drawn[pair.In], drawn[pair.Out]) = (true, false);
            return;
        }

        design.AddTo(pair.In, -Parts, gap);
        design.AddTo(pair.Out, Parts, gap);
    }
}
