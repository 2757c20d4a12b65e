namespace ReportBuilder.Models.Regression;

/// <summary>The average marginal effect of a 0/1 column, as a number alone.</summary>
public static class AverageDifference
{
    /// <summary>The first of <see cref="AverageMarginalEffects.Of"/> of the column's variable; null when there is no estimate.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="column">Index of the column in the design, not the intercept.</param>
    public static double? Of(LogisticFit fit, int column) =>
        fit.Design.Columns[column].Term is { } term ? AverageMarginalEffects.Of(fit, term)[0].Estimate?.Value : null;
}
