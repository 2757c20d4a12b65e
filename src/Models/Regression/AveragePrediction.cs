namespace ReportBuilder.Models.Regression;

/// <summary>Averages and differences of predicted probabilities, with delta-method errors.</summary>
public static class AveragePrediction
{
    /// <summary>
    /// The mean predicted probability of the rows used, or of some of them (R's <c>marginaleffects::avg_predictions</c>). Null when the model has
    /// no estimates or no row is within.
    /// </summary>
    /// <param name="fit">The model.</param>
    /// <param name="within">For each row given to the design whether it is averaged over; all rows used when null.</param>
    /// <param name="covariance">Covariance to compute errors from; that of the model when null.</param>
    /// <exception cref="ArgumentException">Another number of rows than were given to the design.</exception>
    public static AverageEstimate? Of(LogisticFit fit, IReadOnlyList<bool>? within = null, CoefficientCovariance? covariance = null) =>
        RowSelection.Weights(fit.Design, within) is { } weights && fit.Estimates is { } estimates
            ? new EffectContext(fit.Design, estimates, covariance ?? estimates.Covariance, weights).Prediction()
            : null;

    /// <summary>The probability predicted for one row of the design less that for another. Null when either cannot be predicted for.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="first">One value a column of the design, the intercept (1) first.</param>
    /// <param name="second">Likewise.</param>
    /// <param name="covariance">Covariance to compute errors from; that of the model when null.</param>
    /// <exception cref="ArgumentException">A row has another number of values than the design has columns.</exception>
    public static AverageEstimate? Difference(
        LogisticFit fit,
        IReadOnlyList<double> first,
        IReadOnlyList<double> second,
        CoefficientCovariance? covariance = null
    ) => fit.Estimates is { } estimates ? Difference(estimates, first, second, covariance) : null;

    internal static AverageEstimate? Difference(
        LogisticEstimates estimates,
        IReadOnlyList<double> first,
        IReadOnlyList<double> second,
        CoefficientCovariance? covariance = null
    )
    {
        if (estimates.Predict(first) is not { } one || estimates.Predict(second) is not { } other)
        {
            return null;
        }

        var used = covariance ?? estimates.Covariance;
        var (slope1, slope2) = (LogisticMath.Weight(one.LinearPredictor), LogisticMath.Weight(other.LinearPredictor));
        return AverageEstimate.From(
            one.Probability - other.Probability,
            [.. used.Columns.Select(column => slope1 * first[column] - slope2 * second[column])],
            used,
            estimates.Level
        );
    }
}
