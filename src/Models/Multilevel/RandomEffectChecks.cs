using MathNet.Numerics.Distributions;

namespace ReportBuilder.Models.Multilevel;

/// <summary>How the conditional modes of one factor look beside the normal distribution assumed.</summary>
/// <param name="Name">Name of the grouping factor.</param>
/// <param name="Mean">Mean of the modes.</param>
/// <param name="StandardDeviation">Their standard deviation with n − 1; below σ, as modes are shrunk.</param>
/// <param name="Skewness">m₃ / m₂^1.5; 0 for a normal distribution. Null when all modes are the same.</param>
/// <param name="ExcessKurtosis">m₄ / m₂² − 3; 0 for a normal distribution. Null when all modes are the same.</param>
/// <param name="ShapiroWilk">W of the Shapiro–Wilk test; null below 4 or above 5000 groups, or on the boundary.</param>
/// <param name="P">Its p-value. Modes are not independent draws, so it is a guide, not a level.</param>
/// <param name="Quantiles">Each group in ascending order of mode with the normal quantile of its place, R's <c>qqnorm</c>.</param>
public sealed record ModeNormality(
    string Name,
    double Mean,
    double StandardDeviation,
    double? Skewness,
    double? ExcessKurtosis,
    double? ShapiroWilk,
    double? P,
    IReadOnlyList<ModeQuantile> Quantiles
);

/// <summary>A point of a normal quantile plot.</summary>
/// <param name="Group">The group.</param>
/// <param name="Normal">Quantile of the standard normal distribution.</param>
/// <param name="Mode">Conditional mode, in log odds.</param>
public sealed record ModeQuantile(string Group, double Normal, double Mode);

/// <summary>Checks of a multilevel fit.</summary>
/// <param name="PearsonDispersion">Σ (y − p)² / p(1 − p) at the conditional modes, divided by rows less parameters; near or below 1 when nothing is amiss.</param>
/// <param name="Factors">Normality, a factor at a time.</param>
public sealed record RandomEffectReport(double PearsonDispersion, IReadOnlyList<ModeNormality> Factors);

/// <summary>Overdispersion and the normality of random intercepts.</summary>
public static class RandomEffectChecks
{
    /// <summary>Checks a fit; null when it has no estimates.</summary>
    public static RandomEffectReport? Of(MixedLogitFit fit)
    {
        if (fit.Estimates is not { } estimates)
        {
            return null;
        }

        var pearson = 0.0;
        for (var i = 0; i < estimates.RowCount; i++)
        {
            // (y − p)² / p(1 − p) is the odds against the outcome observed.
            var logOdds = estimates.LinearPredictor[i];
            pearson += Math.Exp(fit.Design.Outcome[i] > 0 ? -logOdds : logOdds);
        }

        return new RandomEffectReport(
            pearson / Math.Max(1, estimates.RowCount - estimates.ParameterCount),
            [.. estimates.Components.Select(Normality)]
        );
    }

    private static ModeNormality Normality(VarianceComponent component)
    {
        ConditionalMode[] modes = [.. component.Modes.OrderBy(m => m.Mode).ThenBy(m => m.Group, StringComparer.Ordinal)];
        var n = modes.Length;
        var mean = modes.Average(m => m.Mode);
        double Moment(int power) => modes.Sum(m => Math.Pow(m.Mode - mean, power)) / n;
        var (second, varies) = (Moment(2), !component.IsOnBoundary && n > 1);
        varies = varies && second > 0;
        var test = varies ? Multilevel.ShapiroWilk.Test([.. modes.Select(m => m.Mode)]) : null;

        // R's ppoints: (i − a) / (n + 1 − 2a), a = 3/8 up to ten values and 1/2 above.
        var offset = n <= 10 ? 0.375 : 0.5;
        return new ModeNormality(
            component.Name,
            mean,
            Math.Sqrt(second * n / Math.Max(1, n - 1)),
            varies ? Moment(3) / Math.Pow(second, 1.5) : null,
            varies ? Moment(4) / (second * second) - 3 : null,
            test?.W,
            test?.P,
            [.. modes.Select((m, i) => new ModeQuantile(m.Group, Normal.InvCDF(0, 1, (i + 1 - offset) / (n + 1 - 2 * offset)), m.Mode))]
        );
    }
}
