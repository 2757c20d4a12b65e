using MathNet.Numerics;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Contribution;

/// <summary>Empirical Bayes: true differences are normal with mean 0 and variance τ², observed ones normal around them with their sampling variance.</summary>
internal static class Shrinkage
{
    /// <summary>Adds the variance between groups, shrunken differences, ranks and classes to a table.</summary>
    public static ContributionTable Apply(ContributionTable table, IReadOnlyList<GroupContribution> groups)
    {
        var options = table.Options;
        int[] places = [.. Enumerable.Range(0, groups.Count).Where(g => groups[g].Status == ContributionStatus.Estimated)];
        (double Difference, double Variance)[] observed =
        [
            .. places.Select(g => (groups[g].Difference.GetValueOrDefault(), Math.Pow(groups[g].StandardError.GetValueOrDefault(), 2))),
        ];
        var between = BetweenVariance.Estimate(observed, options.BetweenVariance);
        var shrunken = Shrink(observed, between?.Variance ?? 0, options.Level);
        var (status, ranks) = Rank(shrunken, options);
        var result = groups.ToArray();
        for (var i = 0; i < places.Length; i++)
        {
            var group = result[places[i]] with { Shrunken = shrunken[i] with { Rank = ranks?[i] } };
            result[places[i]] = group with { Class = Classifier.Classify(group, options) };
        }

        return table with
        {
            Groups = result,
            Between = between,
            Ranks = status,
        };
    }

    internal static (RankStatus Status, RankInterval[]? Ranks) Rank(IReadOnlyList<ShrunkenContribution> groups, ContributionOptions options)
    {
        var status =
            groups.Count == 0 ? RankStatus.NoGroups
            : options.RankDraws == 0 ? RankStatus.NotAsked
            : groups.All(g => g.StandardDeviation == 0) ? RankStatus.NoBetweenVariance
            : groups.Count > PosteriorRanks.MostGroups ? RankStatus.TooManyGroups
            : RankStatus.Simulated;
        return status != RankStatus.Simulated
            ? (status, null)
            : (
                status,
                PosteriorRanks.Simulate(
                    [.. groups.Select(g => g.Value)],
                    [.. groups.Select(g => g.StandardDeviation)],
                    options.RankDraws,
                    options.Seed,
                    options.Level
                )
            );
    }

    private static ShrunkenContribution[] Shrink(IReadOnlyList<(double Difference, double Variance)> observed, double between, double level)
    {
        var critical = Distributions.NormalCritical(level);
        return
        [
            .. observed.Select(o =>
            {
                var reliability = between / (between + o.Variance);
                var value = reliability * o.Difference;
                var deviation = Math.Sqrt(reliability * o.Variance);
                return new ShrunkenContribution(
                    value,
                    reliability,
                    deviation,
                    new ConfidenceInterval(value - critical * deviation, value + critical * deviation, level),
                    deviation > 0 ? ProbabilityAbove(value / deviation) : null,
                    null
                );
            }),
        ];
    }

    internal static double ProbabilityAbove(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));
}
