namespace ReportBuilder.Models.Contribution;

/// <summary>
/// Intervals of ranks by simulation (Goldstein and Spiegelhalter 1996, JRSS A 159: 385–443): all true values are drawn together from their
/// posterior distributions, ranked, and the ranks counted.
/// </summary>
internal static class PosteriorRanks
{
    /// <summary>Above this the counts, a place for each group and rank, would take more than 36 MB.</summary>
    public const int MostGroups = 3000;

    /// <summary>Ranks the groups, 1 for the highest value.</summary>
    /// <param name="means">Posterior means.</param>
    /// <param name="deviations">Posterior standard deviations.</param>
    /// <param name="draws">Number of draws.</param>
    /// <param name="seed">Seed of the draws: the same seed gives the same ranks.</param>
    /// <param name="level">Level of the intervals.</param>
    public static RankInterval[] Simulate(IReadOnlyList<double> means, IReadOnlyList<double> deviations, int draws, int seed, double level)
    {
        var groups = means.Count;
        var counts = new int[groups * groups];
        var (keys, order) = (new double[groups], new int[groups]);
        var normal = new NormalDraws(seed);
        for (var draw = 0; draw < draws; draw++)
        {
            for (var group = 0; group < groups; group++)
            {
                // Negative, as sorting is ascending and the highest comes first.
                keys[group] = -(means[group] + deviations[group] * normal.Next());
                order[group] = group;
            }

            Array.Sort(keys, order);
            for (var rank = 0; rank < groups; rank++)
            {
                counts[order[rank] * groups + rank]++;
            }
        }

        return [.. Enumerable.Range(0, groups).Select(group => Interval(counts.AsSpan(group * groups, groups), draws, level))];
    }

    private static RankInterval Interval(ReadOnlySpan<int> counts, int draws, double level)
    {
        var (below, sum, low, high) = (0L, 0.0, 0, 0);
        var tail = (1 - level) / 2 * draws;
        for (var rank = 1; rank <= counts.Length; rank++)
        {
            below += counts[rank - 1];
            sum += (double)rank * counts[rank - 1];
            low = low == 0 && below > tail ? rank : low;
            high = high == 0 && below >= draws - tail ? rank : high;
        }

        return new RankInterval(sum / draws, low, high, level);
    }

    /// <summary>Standard normal numbers by the polar method (Marsaglia and Bray 1964).</summary>
    private sealed class NormalDraws(int seed)
    {
        private readonly Random _random = new(seed);
        private double? _spare;

        public double Next()
        {
            if (_spare is { } spare)
            {
                _spare = null;
                return spare;
            }

            while (true)
            {
                var (u, v) = (2 * _random.NextDouble() - 1, 2 * _random.NextDouble() - 1);
                var s = u * u + v * v;
                if (s is > 0 and < 1)
                {
                    var scale = Math.Sqrt(-2 * Math.Log(s) / s);
                    _spare = v * scale;
                    return u * scale;
                }
            }
        }
    }
}
