using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// The average over rows of the predicted probability with a 0/1 column at 1 less that with it at 0, all else as it is (average marginal effect; R's
/// <c>marginaleffects::avg_comparisons</c>), with its standard error by the delta method. One scale for models whose odds ratios cannot be compared, as an odds ratio grows with
/// what else the model knows (Gail, Wieand and Piantadosi 1984, Biometrika 71: 431–444). Immutable.
/// </summary>
/// <param name="Value">The difference, from −1 to 1.</param>
/// <param name="StandardError">Its standard error; the rows are taken as given.</param>
/// <param name="Interval">Wald interval.</param>
public sealed record AverageContrast(double Value, double StandardError, ConfidenceInterval Interval)
{
    // Random intercepts are integrated out by the trapezoidal rule, which for the normal density converges faster than any power of the step (Trefethen
    // and Weideman 2014): with steps of half a standard deviation out to six the error is below 1e-9.
    private const double Step = 0.5;
    private const int Reach = 12;

    /// <summary>In log odds.</summary>
    private const double Farthest = 400;

    /// <summary>Of the points of the rule: exp(−z²/2).</summary>
    private static readonly double[] Weights =
    [
        .. Enumerable.Range(-Reach, 2 * Reach + 1).Select(i => Math.Exp(-(i * Step) * (i * Step) / 2)),
    ];

    /// <summary>The contrast of a logistic model; null when it or the column has no estimate.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="column">Index of the 0/1 column in the design.</param>
    /// <param name="covariance">Another covariance of the same coefficients (robust); null for the model's own.</param>
    public static AverageContrast? Of(LogisticFit fit, int column, CoefficientCovariance? covariance = null)
    {
        return
            fit.Design.Columns[column].Term is { } term
            && AverageMarginalEffects.Of(fit, term, covariance: covariance)[0].Estimate is { } effect
            ? new AverageContrast(effect.Value, effect.StandardError, effect.Interval)
            : null;
    }

    /// <summary>
    /// The contrast of a model whose log odds are known, with normal random intercepts integrated out: the difference among all, not for a group that happens to be average.
    /// </summary>
    /// <param name="design">Rows and columns.</param>
    /// <param name="predictor">Log odds of each row used, random intercepts left out.</param>
    /// <param name="column">Index of the 0/1 column in the design.</param>
    /// <param name="coefficient">Its coefficient.</param>
    /// <param name="covariance">Covariance of the coefficients; variances of random intercepts are taken as known.</param>
    /// <param name="randomVariance">Sum of the variances of the random intercepts; 0 for none.</param>
    /// <param name="level">Confidence level.</param>
    public static AverageContrast Of(
        ModelDesign design,
        IReadOnlyList<double> predictor,
        int column,
        double coefficient,
        CoefficientCovariance covariance,
        double randomVariance,
        double level
    )
    {
        var (gradient, value) = (new double[covariance.Order], 0.0);
        var values = design.ColumnValues(column);
        var (with, without) = (new double[values.Length], new double[values.Length]);
        var factors = Factors(randomVariance);
        for (var row = 0; row < values.Length; row++)
        {
            var rest = predictor[row] - values[row] * coefficient;
            var (high, highSlope) = Mean(rest + coefficient, factors);
            var (low, lowSlope) = Mean(rest, factors);
            value += high - low;
            (with[row], without[row]) = (highSlope, lowSlope);
        }

        for (var k = 0; k < gradient.Length; k++)
        {
            gradient[k] = Slope(design, covariance.Columns[k], column, with, without) / values.Length;
        }

        return From(value / values.Length, Math.Sqrt(covariance.QuadraticForm(gradient)), level);
    }

    /// <summary>
    /// The contrast of a conditional model over the rows of its informative strata: each stratum's intercept is the one that its number of successes gives at the conditional
    /// estimates. Null without estimate.
    /// </summary>
    /// <param name="fit">The conditional model.</param>
    /// <param name="strata">The stratum of each row given to its design.</param>
    /// <param name="column">Index of the 0/1 column in the design.</param>
    public static AverageContrast? Of(ConditionalLogisticFit fit, Categorical strata, int column) =>
        fit.Estimates is { } estimates && estimates.Coefficients[column].Estimate is not null
            ? GroupIntercepts
                .Of(fit.Design, strata)
                .Contrast([.. estimates.Coefficients.Select(c => c.Estimate?.Value ?? 0)], estimates.Covariance, column, estimates.Level)
            : null;

    internal static AverageContrast From(double value, double error, double level)
    {
        var reach = Distributions.NormalCritical(level) * error;
        return new AverageContrast(value, error, new ConfidenceInterval(value - reach, value + reach, level));
    }

    private static double Slope(ModelDesign design, int other, int column, double[] with, double[] without)
    {
        var sum = 0.0;
        if (other == column)
        {
            return with.Sum();
        }

        var values = design.ColumnValues(other);
        for (var row = 0; row < values.Length; row++)
        {
            sum += (with[row] - without[row]) * values[row];
        }

        return sum;
    }

    /// <summary>What each point of the rule multiplies the odds of failing by; none without variance.</summary>
    private static double[] Factors(double variance) =>
        variance <= 0 ? [] : [.. Enumerable.Range(-Reach, Weights.Length).Select(i => Math.Exp(-Math.Sqrt(variance) * i * Step))];

    /// <summary>Mean probability and its derivative in the log odds, over a normal random intercept.</summary>
    private static (double Mean, double Slope) Mean(double logOdds, double[] factors)
    {
        // Beyond the limit a probability is 0 or 1 whatever the intercept, and odds would overflow.
        var odds = Math.Exp(Math.Clamp(-logOdds, -Farthest, Farthest));
        if (factors.Length == 0)
        {
            var p = 1 / (1 + odds);
            return (p, p * (1 - p));
        }

        var (mean, slope, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < factors.Length; i++)
        {
            var (weight, p) = (Weights[i], 1 / (1 + odds * factors[i]));
            total += weight;
            mean += weight * p;
            slope += weight * p * (1 - p);
        }

        return (mean / total, slope / total);
    }
}
