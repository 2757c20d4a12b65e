namespace ReportBuilder.Synthesis;

/// <summary>Turns shares into whole numbers of persons and hands values out by rank, so that published shares come back exactly.</summary>
internal static class Quotas
{
    /// <summary>Whole numbers proportional to the weights that sum to the total (largest remainder; ties to the first).</summary>
    public static int[] LargestRemainder(IReadOnlyList<double> weights, int total)
    {
        var sum = weights.Sum();
        var counts = new int[weights.Count];
        var rests = new double[weights.Count];
        var left = total;
        for (var i = 0; i < counts.Length; i++)
        {
            var exact = weights[i] / sum * total;
            counts[i] = (int)Math.Floor(exact);
            // Rounded, so that the last bits of a library function decide nothing.
            rests[i] = Math.Round(exact - counts[i], 9);
            left -= counts[i];
        }

        foreach (var i in Enumerable.Range(0, counts.Length).OrderByDescending(i => rests[i]).ThenBy(i => i).Take(left))
        {
            counts[i]++;
        }

        return counts;
    }

    /// <summary>
    /// Whole numbers proportional to the weights that sum to the total, rounded as they add up: of many small weights in a row, such as the years of a
    /// long tail, some get a person each, where the largest remainders would give them none and move the mean.
    /// </summary>
    public static int[] RunningTotal(IReadOnlyList<double> weights, int total)
    {
        var sum = weights.Sum();
        var counts = new int[weights.Count];
        var (reached, given) = (0.0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            reached += weights[i];
            var upTo = (int)Math.Floor(Math.Round(reached / sum * total, 6) + 0.5);
            counts[i] = upTo - given;
            given = upTo;
        }

        return counts;
    }

    /// <summary>
    /// Weights changed as little as possible (in Kullback–Leibler distance) for the values to have a given mean: each is multiplied
    /// by exp(θ·value). The mean must lie between the smallest and the largest value with weight.
    /// </summary>
    public static double[] Tilt(IReadOnlyList<double> values, IReadOnlyList<double> weights, double mean)
    {
        var (low, high) = (-5.0, 5.0);
        var tilted = new double[values.Count];
        for (var step = 0; step < 60; step++)
        {
            var theta = (low + high) / 2;
            var (sum, moment) = (0.0, 0.0);
            for (var i = 0; i < tilted.Length; i++)
            {
                tilted[i] = weights[i] * Math.Exp(theta * (values[i] - mean));
                sum += tilted[i];
                moment += tilted[i] * values[i];
            }

            (low, high) = moment / sum < mean ? (theta, high) : (low, theta);
        }

        return tilted;
    }

    /// <summary>Gives each row a value: the rows with the lowest scores the first value, and so on, as many as its quota says.</summary>
    /// <param name="rows">Rows to fill.</param>
    /// <param name="scores">One score for each of them; reordered.</param>
    /// <param name="values">Values, ascending.</param>
    /// <param name="counts">Number of rows for each value.</param>
    /// <param name="target">Receives the values, by row.</param>
    public static void AssignByRank(int[] rows, double[] scores, IReadOnlyList<double> values, int[] counts, double[] target)
    {
        var order = (int[])rows.Clone();
        Array.Sort(scores, order);
        var at = 0;
        for (var v = 0; v < counts.Length; v++)
        {
            for (var i = 0; i < counts[v]; i++)
            {
                target[order[at++]] = values[v];
            }
        }
    }
}
