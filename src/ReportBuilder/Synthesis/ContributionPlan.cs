using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>A project of complete persons while its result is planned.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="HasContribution">False for those too small, taken together.</param>
/// <param name="Rows">Positions of its complete persons.</param>
/// <param name="Expected">Sum of what the individual model predicts for them.</param>
/// <param name="Effect">What the facts on place and project add in log odds, its mean over the persons.</param>
/// <param name="ModelSize">Number of them in the project model.</param>
/// <param name="Facts">The facts themselves in standard deviations, means over the persons.</param>
internal sealed record PlannedProject(
    int Scheme,
    bool HasContribution,
    int[] Rows,
    double Expected,
    double Effect,
    int ModelSize,
    double[] Facts
)
{
    /// <summary>Number of complete persons.</summary>
    public int Size => Rows.Length;
}

/// <summary>
/// Decides how many reach the goal in each project, so that contributions and results have their published percentiles for any seed. A project's
/// rank comes from the effect of its facts, a lasting difference of its own and, more in small projects, chance; the contribution belongs to the rank. The chance part is the same
/// set of numbers among projects of like size whatever the seed, so that the variance between places hardly moves with it.
/// </summary>
internal sealed class ContributionPlan(SyntheticParameters parameters, IReadOnlyList<PlannedProject> projects, RandomSource random)
{
    /// <summary>Projects of like size that share a set of chance numbers.</summary>
    private const int Block = 10;

    /// <summary>Variance of one outcome on the scale of log odds, 1/p(1 − p), about where most projects are.</summary>
    private const double OutcomeVariance = 4.2;

    private const int Rounds = 4;
    private const int SlopeSteps = 9;
    private const int VarianceSteps = 6;
    private const double MostVariance = 1.5;
    private const int LeastReach = 12;

    /// <summary>p(1 − p) where most persons are.</summary>
    private const double PersonWeight = 1 / OutcomeVariance;
    private const double MostSizeSlope = 1.5;

    /// <summary>Loss of each project at each rank of the scheme being planned; the many assignments tried only look them up.</summary>
    private readonly double[][] _losses = new double[projects.Count][];
    private (double Contribution, double Result)[] _targets = [];

    /// <summary>Number that reaches the goal in each project; of a scheme's projects together, as many as expected.</summary>
    public int[] Draw()
    {
        var counts = new int[projects.Count];
        foreach (var scheme in projects.Index().GroupBy(p => p.Item.Scheme))
        {
            int[] ranked = [.. scheme.Select(p => p.Index).Where(i => projects[i].HasContribution)];
            int[] others = [.. scheme.Select(p => p.Index).Where(i => !projects[i].HasContribution)];
            Plan(ranked, scheme.Key, counts);
            foreach (var i in others)
            {
                counts[i] = (int)Math.Round(projects[i].Expected);
            }

            Level([.. ranked, .. others], counts);
        }

        return counts;
    }

    /// <summary>Scores the projects, and gives each rank its contribution.</summary>
    private void Plan(int[] ranked, int scheme, int[] counts)
    {
        int[] bySize = [.. ranked.OrderByDescending(i => projects[i].Size).ThenBy(i => i)];
        var chance = new double[projects.Count];
        for (var start = 0; start < bySize.Length; start += Block)
        {
            var block = bySize.AsSpan(start, Math.Min(Block, bySize.Length - start));
            random.Shuffle(block);
            for (var k = 0; k < block.Length; k++)
            {
                // Evenly spaced with mean 0 and, nearly, variance 1.
                chance[block[k]] = ((k + 0.5) / block.Length - 0.5) * Math.Sqrt(12);
            }
        }

        _targets = Targets(ranked.Length, scheme);
        var sizes = new double[projects.Count];
        foreach (var i in ranked)
        {
            sizes[i] = Math.Log(projects[i].Size);
            _losses[i] = [.. _targets.Select(t => Loss(projects[i], t))];
        }

        RemoveFacts(ranked, sizes);
        // The more of the difference is lasting, the more of it is found in large projects, which decide what a model finds.
        var (low, high) = (0.0, MostVariance);
        for (var step = 0; step < VarianceSteps; step++)
        {
            var lasting = (low + high) / 2;
            var noise = new double[projects.Count];
            foreach (var i in ranked)
            {
                noise[i] = Math.Sqrt(lasting + OutcomeVariance / projects[i].Size) * chance[i];
            }

            RemoveFacts(ranked, noise);
            AssignLevelled(ranked, [.. ranked.Select(i => projects[i].Effect + noise[i])], sizes, counts);
            (low, high) = VarianceBetween(ranked, counts) < parameters.LastingVariance ? (lasting, high) : (low, lasting);
        }
    }

    /// <summary>
    /// Gives ranks by score. How much more, per logarithm of size, the score of a large project is to be is solved for: so much that contributions weighted
    /// by size sum to nothing, as they must against a model fitted to the same persons.
    /// </summary>
    private void AssignLevelled(int[] ranked, double[] scores, double[] sizes, int[] counts)
    {
        var (low, high) = (-MostSizeSlope, MostSizeSlope);
        for (var step = 0; step < SlopeSteps; step++)
        {
            var slope = (low + high) / 2;
            double[] keys = [.. ranked.Select((i, k) => scores[k] + slope * sizes[i])];
            var order = (int[])ranked.Clone();
            Array.Sort(keys, order);
            Assign(order, counts);
            var surplus = order.Sum(i => counts[i] - projects[i].Expected);
            (low, high) = surplus < 0 ? (slope, high) : (low, slope);
        }
    }

    /// <summary>Variance between projects in log odds, chance taken off, each project trusted by its size: about what the models would find.</summary>
    private double VarianceBetween(int[] ranked, int[] counts)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var i in ranked)
        {
            var difference = (counts[i] - projects[i].Expected) / projects[i].Size / PersonWeight;
            var trust = Math.Pow(Trust(projects[i].Size), 2) + Math.Pow(Trust(projects[i].ModelSize), 2);
            sum += trust * (difference * difference - OutcomeVariance / projects[i].Size);
            total += trust;
        }

        return sum / total;
    }

    private double Trust(double size) => size / (size + OutcomeVariance / parameters.LastingVariance);

    /// <summary>Takes from numbers what they share with the facts (weighted least squares), so that a model finds the effects as they were put in.</summary>
    private void RemoveFacts(int[] ranked, double[] numbers)
    {
        double[] Row(int i) => [1, .. projects[i].Facts];
        var order = 1 + projects[ranked[0]].Facts.Length;
        var gram = new double[order][];
        var moments = new double[order];
        for (var j = 0; j < order; j++)
        {
            gram[j] = new double[order];
            gram[j][j] = 1e-6;
        }

        foreach (var i in ranked)
        {
            var row = Row(i);
            for (var j = 0; j < order; j++)
            {
                moments[j] += Trust(projects[i].Size) * row[j] * numbers[i];
                for (var k = 0; k <= j; k++)
                {
                    gram[j][k] += Trust(projects[i].Size) * row[j] * row[k];
                }
            }
        }

        var shared = Cholesky.Solve(gram, moments);
        foreach (var i in ranked)
        {
            numbers[i] -= Row(i).Zip(shared, (x, b) => x * b).Sum();
        }
    }

    /// <summary>Gives each rank its contribution, exchanging near ranks so that whole persons come as near as they can to contribution and result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Assign(int[] ranked, int[] counts)
    {
        var reach = Math.Max(LeastReach, ranked.Length / 16);
        var isMoving = true;
        for (var round = 0; round < Rounds && isMoving; round++)
        {
            isMoving = false;
            for (var k = 0; k < ranked.Length; k++)
            {
                for (var other = k + 1; other < Math.Min(ranked.Length, k + reach); other++)
                {
                    var (a, b) = (_losses[ranked[k]], _losses[ranked[other]]);
                    if (b[k] + a[other] < a[k] + b[other] - 1e-9)
                    {
                        (ranked[k], ranked[other]) = (ranked[other], ranked[k]);
                        isMoving = true;
                    }
                }
            }
        }

        for (var k = 0; k < ranked.Length; k++)
        {
            counts[ranked[k]] = Reached(projects[ranked[k]], _targets[k]);
        }
    }

    /// <summary>Contribution and result of each rank.</summary>
    private (double Contribution, double Result)[] Targets(int count, int scheme)
    {
        var points = parameters.Contributions.Where(c => c.Scheme == scheme).OrderBy(c => c.Percentile).ToList();
        return [.. Enumerable.Range(0, count).Select(k => At(points, count > 1 ? 100.0 * k / (count - 1) : 50))];
    }

    private static int Reached(PlannedProject project, (double Contribution, double Result) target) =>
        Math.Clamp((int)Math.Round(project.Expected + project.Size * target.Contribution), 0, project.Size);

    /// <summary>How far the nearest whole number of persons is from the contribution and from the result, squared.</summary>
    private double Loss(PlannedProject project, (double Contribution, double Result) target)
    {
        var result = (double)Reached(project, target) / project.Size;
        var (ofContribution, ofResult) = (result - project.Expected / project.Size - target.Contribution, result - target.Result);
        return ofContribution * ofContribution + parameters.ResultWeight * ofResult * ofResult;
    }

    private static (double Contribution, double Result) At(List<ContributionPoint> points, double percentile)
    {
        var above = Math.Max(1, points.FindIndex(p => p.Percentile >= percentile));
        var (low, high) = (points[above - 1], points[above]);
        var share = (percentile - low.Percentile) / (high.Percentile - low.Percentile);
        return (low.Contribution + share * (high.Contribution - low.Contribution), low.Result + share * (high.Result - low.Result));
    }

    /// <summary>
    /// Contributions weighted by size must sum to nothing. What they lack is taken from the projects in proportion to the square of
    /// their size: by most points in the few largest, where hardly a percentile moves.
    /// </summary>
    private void Level(int[] all, int[] counts)
    {
        var lack = (int)Math.Round(all.Sum(i => projects[i].Expected)) - all.Sum(i => counts[i]);
        var shares = Quotas.LargestRemainder([.. all.Select(i => (double)projects[i].Size * projects[i].Size)], Math.Abs(lack));
        for (var k = 0; k < all.Length; k++)
        {
            counts[all[k]] += Math.Sign(lack) * shares[k];
        }

        // A project that had no room passes it on.
        foreach (var i in all)
        {
            var inside = Math.Clamp(counts[i], 0, projects[i].Size);
            var rest = counts[i] - inside;
            counts[i] = inside;
            foreach (var other in all.Where(_ => rest != 0))
            {
                var taken = Math.Clamp(counts[other] + rest, 0, projects[other].Size) - counts[other];
                counts[other] += taken;
                rest -= taken;
            }
        }
    }
}
