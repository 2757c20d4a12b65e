using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Profile-likelihood intervals: the coefficients b that a likelihood-ratio test of one degree of freedom does not reject, that is
/// 2(l̂ − l(b)) ≤ z² with l(b) the highest likelihood with the coefficient held at b (Venzon and Moolgavkar 1988, Applied Statistics
/// 37: 87–94; what R's <c>confint</c> on a <c>glm</c> approximates by splines, solved here to full precision).
/// </summary>
public static class ProfileIntervals
{
    /// <summary>
    /// Intervals of the columns asked for, in that order. A model with estimates has both limits of each, as its likelihood falls in every
    /// direction; in one whose outcomes are separated a side has no limit when the coefficient can grow to that side for ever.
    /// </summary>
    /// <param name="fit">The model.</param>
    /// <param name="columns">Indices of design columns; all when null.</param>
    /// <param name="level">Confidence level; that of the fit when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level that is not between 0 and 1.</exception>
    public static IReadOnlyList<ProfileInterval> Of(LogisticFit fit, IReadOnlyList<int>? columns = null, double? level = null)
    {
        var wanted = columns ?? [.. Enumerable.Range(0, fit.Design.Columns.Count)];
        var confidence = level ?? fit.Options.Level;
        ConfidenceInterval.CheckLevel(confidence);
        var results = new ProfileInterval[wanted.Count];
        if (fit.Estimates is not { } estimates)
        {
            var sides = new UnboundedSides(fit);
            return [.. wanted.Select(column => sides.Of(column, confidence))];
        }

        var model = WorkingModel.Of(fit, estimates);
        var factors = model.CoefficientFactors();
        var critical = Distributions.NormalCritical(confidence);

        // Each coefficient is a search of its own, so that the number of threads does not show in the numbers.
        Workers.Run(
            wanted.Count,
            fit.Options.Threads ?? Workers.All,
            () => model.NewScore(threads: 1),
            (i, score) =>
            {
                var column = wanted[i];
                var place = estimates.Covariance.Columns.IndexOf(column);
                results[i] =
                    place < 0
                        ? UnboundedSides.None(fit, column, confidence)
                        : new ProfileInterval(
                            column,
                            fit.Design.Columns[column],
                            ProfileSearch.Find(model, score, factors[place], -critical),
                            ProfileSearch.Find(model, score, factors[place], critical),
                            confidence
                        );
            }
        );
        return results;
    }

    private static int IndexOf(this IReadOnlyList<int> list, int value)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == value)
            {
                return i;
            }
        }

        return -1;
    }
}
