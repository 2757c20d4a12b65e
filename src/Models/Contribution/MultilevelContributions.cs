using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Contribution;

/// <summary>The random intercept of a group, as a multilevel model gives it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Mode">Its conditional mode, in log odds.</param>
/// <param name="StandardDeviation">Its conditional standard deviation.</param>
public readonly record struct GroupEffect(string Group, double Mode, double StandardDeviation);

/// <summary>The contribution of a group by a multilevel model. Immutable.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">Its rows.</param>
/// <param name="Expected">Mean probability of its rows in a group with random intercept 0; null below the minimum.</param>
/// <param name="Shrunken">
/// Mean probability with the group's own intercept less <paramref name="Expected"/>; reliability 1 − conditional variance/σ²; the interval is that of the
/// intercept turned into shares; the standard deviation is by the delta method; null below the minimum.
/// </param>
/// <param name="Class">Where it lies by its posterior probability; null below the minimum.</param>
public sealed record MultilevelContribution(
    string Group,
    int Count,
    double? Expected,
    ShrunkenContribution? Shrunken,
    ContributionClass? Class
);

/// <summary>Contribution indicators from the conditional modes of a random-intercept model: shrunken by the model itself, on the scale of log odds.</summary>
public static class MultilevelContributions
{
    /// <summary>Makes the indicators; groups without rows or below the minimum get a count only.</summary>
    /// <param name="probabilities">For each row the probability with all random intercepts at 0; null for rows not in the model.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="effects">The random intercepts, at most one a group.</param>
    /// <param name="variance">Their variance σ².</param>
    /// <param name="options">Level, minimum, rank draws and seed are used; classes are by posterior probability.</param>
    /// <returns>One entry an effect, in their order, and why there are ranks or none.</returns>
    /// <exception cref="ArgumentException">Different numbers of rows, or an effect of a group that is not a level.</exception>
    public static (IReadOnlyList<MultilevelContribution> Groups, RankStatus Ranks) Of(
        IReadOnlyList<double?> probabilities,
        Categorical groups,
        IReadOnlyList<GroupEffect> effects,
        double variance,
        ContributionOptions? options = null
    )
    {
        options ??= new ContributionOptions();
        ContributionOptions.Check(options);
        if (groups.RowCount != probabilities.Count)
        {
            throw new ArgumentException($"{groups.RowCount} groups, {probabilities.Count} probabilities.", nameof(groups));
        }

        var rowsOf = Enumerable.Range(0, probabilities.Count).Where(row => probabilities[row] is not null).ToLookup(groups.LevelOf);
        var levels = groups.Levels.Select((name, level) => (name, level)).ToDictionary(l => l.name, l => l.level, StringComparer.Ordinal);
        var result = new List<MultilevelContribution>();
        foreach (var effect in effects)
        {
            if (!levels.TryGetValue(effect.Group, out var level))
            {
                throw new ArgumentException($"'{effect.Group}' is not a level of the groups.", nameof(effects));
            }

            double[] own = [.. rowsOf[level].Select(row => probabilities[row].GetValueOrDefault())];
            result.Add(
                own.Length < options.MinimumCount
                    ? new MultilevelContribution(effect.Group, own.Length, null, null, null)
                    : Describe(effect, own, variance, options)
            );
        }

        return Ranked(result, effects, options);
    }

    private static MultilevelContribution Describe(GroupEffect effect, double[] own, double variance, ContributionOptions options)
    {
        double[] factors = [.. own.Select(_ => 1.0 / own.Length)];
        var rows = new GroupRows(own, factors, actual: 0, successes: 0, modelShare: 0);
        var (mean, slope) = rows.Moments(effect.Mode);
        var reach = Distributions.NormalCritical(options.Level) * effect.StandardDeviation;

        // The variance of a mean of n independent rows is the mean of p(1 − p) divided by n; that mean is the slope in the intercept.
        var deviation = slope * own.Length * effect.StandardDeviation;
        double? above = effect.StandardDeviation > 0 ? Shrinkage.ProbabilityAbove(effect.Mode / effect.StandardDeviation) : null;
        var shrunken = new ShrunkenContribution(
            mean - rows.Expected,
            variance > 0 ? Math.Clamp(1 - effect.StandardDeviation * effect.StandardDeviation / variance, 0, 1) : 0,
            deviation,
            new ConfidenceInterval(
                rows.Moments(effect.Mode - reach).Mean - rows.Expected,
                rows.Moments(effect.Mode + reach).Mean - rows.Expected,
                options.Level
            ),
            above,
            null
        );
        var isDifferent = above is { } p && Math.Min(p, 1 - p) <= (1 - options.Level) / 2;
        var place =
            !isDifferent ? ContributionClass.NotDistinguishable
            : effect.Mode > 0 ? ContributionClass.Above
            : ContributionClass.Below;
        return new MultilevelContribution(effect.Group, own.Length, rows.Expected, shrunken, place);
    }

    /// <summary>Ranks of the intercepts themselves, in log odds: not of their effects on shares, which depend on the participants too.</summary>
    private static (IReadOnlyList<MultilevelContribution> Groups, RankStatus Ranks) Ranked(
        List<MultilevelContribution> groups,
        IReadOnlyList<GroupEffect> effects,
        ContributionOptions options
    )
    {
        int[] places = [.. Enumerable.Range(0, groups.Count).Where(g => groups[g].Shrunken is not null)];
        ShrunkenContribution[] intercepts =
        [
            .. places.Select(g => groups[g].Shrunken! with { Value = effects[g].Mode, StandardDeviation = effects[g].StandardDeviation }),
        ];
        var (status, ranks) = Shrinkage.Rank(intercepts, options);
        for (var i = 0; i < places.Length && ranks is not null; i++)
        {
            groups[places[i]] = groups[places[i]] with { Shrunken = groups[places[i]].Shrunken! with { Rank = ranks[i] } };
        }

        return (groups, status);
    }
}
