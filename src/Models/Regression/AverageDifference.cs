namespace ReportBuilder.Models.Regression;

/// <summary>Average marginal effect of a 0/1 column of a logistic model.</summary>
public static class AverageDifference
{
    /// <summary>
    /// The mean, over all rows the model was fitted to, of the predicted probability with 1 in the column less that with 0, all else as it is; from −1
    /// to 1 (R's <c>marginaleffects::avg_comparisons</c>). Null when the model has no estimate for the column.
    /// </summary>
    /// <param name="fit">The model.</param>
    /// <param name="column">Index of the column in the design; it holds 0 and 1 only.</param>
    public static double? Of(LogisticFit fit, int column)
    {
        if (fit.Estimates is not { } estimates || estimates.Coefficients[column].Estimate is not { } estimate)
        {
            return null;
        }

        var values = fit.Design.ColumnValues(column);
        var sum = 0.0;
        for (var row = 0; row < values.Length; row++)
        {
            var probability = estimates.FittedProbabilities[row];
            var without = Math.Log(probability / (1 - probability)) - values[row] * estimate.Value;
            sum += 1 / (1 + Math.Exp(-without - estimate.Value)) - 1 / (1 + Math.Exp(-without));
        }

        return sum / values.Length;
    }
}
