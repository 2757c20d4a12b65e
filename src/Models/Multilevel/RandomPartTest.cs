using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>A likelihood-ratio test of variances being 0.</summary>
/// <param name="Statistic">Twice the difference in log likelihood, not below 0.</param>
/// <param name="Weights">
/// Weight of χ² with 0, 1, 2 … degrees of freedom in the distribution of the statistic where the variances are 0.
/// </param>
/// <param name="P">Probability of a statistic at least as large.</param>
/// <param name="IsConservative">True when the weights are bounds, with three variances or more: the probability is then at most P.</param>
public sealed record RandomPart(double Statistic, IReadOnlyList<double> Weights, double P, bool IsConservative);

/// <summary>
/// Likelihood-ratio tests of random intercepts. As a variance cannot be below 0, the statistic is under the hypothesis a mixture of
/// χ² distributions (Self and Liang 1987, JASA 82: 605–610; Stram and Lee 1994, Biometrics 50: 1171–1177): for one variance half 0 and half one degree of freedom.
/// </summary>
public static class RandomPartTest
{
    /// <summary>All variances against none: the model without groups. Null when the fit has no estimates.</summary>
    public static RandomPart? OfAll(MixedLogitFit fit) =>
        fit.Estimates is { } estimates ? From(2 * (estimates.LogLikelihood - estimates.PooledLogLikelihood), WeightsOf(fit)) : null;

    /// <summary>One variance against 0, the others estimated: fits the model without the factor. Null when either has no estimates.</summary>
    /// <exception cref="ArgumentException">The fit has no such factor.</exception>
    public static RandomPart? Of(MixedLogitFit fit, string factor)
    {
        if (!fit.Factors.Any(f => string.Equals(f.Name, factor, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"'{factor}' is not among the factors.", nameof(factor));
        }

        if (fit.Factors.Count == 1)
        {
            return OfAll(fit);
        }

        var without = MixedLogit.Fit(
            fit.Design,
            [.. fit.Factors.Where(f => !string.Equals(f.Name, factor, StringComparison.Ordinal))],
            fit.Options
        );
        return Between(fit, without);
    }

    /// <summary>One variance against 0, when the model without it is fitted already. Null when either has no estimates.</summary>
    /// <param name="larger">A fit of the same rows and columns with all factors of the other and one more.</param>
    /// <param name="smaller">The other.</param>
    public static RandomPart? Between(MixedLogitFit larger, MixedLogitFit smaller) =>
        larger.Estimates is { } more && smaller.Estimates is { } fewer
            ? From(2 * (more.LogLikelihood - fewer.LogLikelihood), [0.5, 0.5])
            : null;

    private static RandomPart From(double statistic, double[] weights)
    {
        var value = Math.Max(0, statistic);
        var p = value == 0 ? 1 : 0.0;
        for (var freedom = 1; freedom < weights.Length && value > 0; freedom++)
        {
            p += weights[freedom] * Distributions.ChiSquaredUpper(value, freedom);
        }

        return new RandomPart(value, weights, p, weights.Length > 3);
    }

    /// <summary>
    /// With two variances the weights depend on the angle φ between them in the metric of the information about them, cos φ = I₁₂ / √(I₁₁I₂₂):
    /// ½ − φ/2π, ½ and φ/2π (Self and Liang, case 7). With more, half each on the two largest numbers of degrees of freedom is a bound.
    /// </summary>
    private static double[] WeightsOf(MixedLogitFit fit)
    {
        var count = fit.Factors.Count;
        if (count == 1)
        {
            return [0.5, 0.5];
        }

        if (count > 2)
        {
            var weights = new double[count + 1];
            weights[count] = weights[count - 1] = 0.5;
            return weights;
        }

        var factors = UsedLevels.Find(fit.Design, fit.Factors);
        var (own, other, both) = (new Dictionary<long, double>(), new Dictionary<long, double>(), new Dictionary<long, double>());
        var fitted = fit.Pooled.Estimates!.FittedProbabilities;
        for (var i = 0; i < fit.Design.RowCount; i++)
        {
            var weight = fitted[i] * (1 - fitted[i]);
            var (a, b) = (factors[0].Codes[i], factors[1].Codes[i]);
            Add(own, a, weight);
            Add(other, b, weight);
            Add(both, (long)a * factors[1].Given.Length + b, weight);
        }

        var angle = Math.Acos(Math.Min(1, Squares(both) / Math.Sqrt(Squares(own) * Squares(other))));
        return [0.5 - angle / (2 * Math.PI), 0.5, angle / (2 * Math.PI)];
    }

    private static void Add(Dictionary<long, double> sums, long key, double weight) => sums[key] = sums.GetValueOrDefault(key) + weight;

    private static double Squares(Dictionary<long, double> sums) => sums.OrderBy(pair => pair.Key).Sum(pair => pair.Value * pair.Value);
}
