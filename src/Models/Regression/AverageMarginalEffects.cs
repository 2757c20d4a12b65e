using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Average marginal effects: the mean over rows of the change in predicted probability when a variable is changed in every column it
/// enters, interactions included, all else as it is (Gelman and Pardoe 2007; R's <c>marginaleffects::avg_comparisons</c> for 0/1 variables and
/// factors, <c>avg_slopes</c> for numbers). Rows count with their prior weights.
/// </summary>
public static class AverageMarginalEffects
{
    /// <summary>
    /// The effects of a variable: one for a number or a 0/1 variable, one a level for a factor. What cannot be computed has a status that says why.
    /// </summary>
    /// <param name="fit">The model.</param>
    /// <param name="variable">Name of the variable: a term of its own in the model.</param>
    /// <param name="within">For each row given to the design whether it is averaged over; all rows used when null.</param>
    /// <param name="covariance">Covariance to compute errors from, such as a robust one; that of the model when null.</param>
    /// <exception cref="ArgumentException">Another number of rows than were given to the design.</exception>
    public static IReadOnlyList<MarginalEffect> Of(
        LogisticFit fit,
        string variable,
        IReadOnlyList<bool>? within = null,
        CoefficientCovariance? covariance = null
    )
    {
        var weights = RowSelection.Weights(fit.Design, within);
        if (fit.Estimates is not { } estimates)
        {
            return [new MarginalEffect(variable, null, null, EffectStatus.NoEstimates, null)];
        }

        if (
            fit.Design.Terms.FirstOrDefault(term => term.Term == variable) is not { Columns.Count: > 0 } coding
            || !IsVariable(fit, variable)
        )
        {
            return [new MarginalEffect(variable, null, null, EffectStatus.VariableNotInModel, null)];
        }

        var changes = Changes(fit.Design, coding);
        if (weights is null)
        {
            return [.. changes.Select(change => new MarginalEffect(variable, change.Level, change.Kind, EffectStatus.NoRows, null))];
        }

        var context = new EffectContext(fit.Design, estimates, covariance ?? estimates.Covariance, weights);
        return [.. changes.Select(change => Estimate(context, variable, change))];
    }

    private static bool IsVariable(LogisticFit fit, string variable) => fit.Design.ColumnsWith(variable).Count > 0;

    private static MarginalEffect Estimate(EffectContext context, string variable, Change change)
    {
        var from = new Counterfactual(context.Design, variable, change.From);
        var to = new Counterfactual(context.Design, variable, change.To);
        if (!context.IsEstimable(from) || !context.IsEstimable(to))
        {
            return new MarginalEffect(variable, change.Level, change.Kind, EffectStatus.NotEstimable, null);
        }

        var estimate = change.Kind == EffectKind.Derivative ? context.Derivative(from, to) : context.Difference(from, to);
        return new MarginalEffect(variable, change.Level, change.Kind, EffectStatus.Estimated, estimate);
    }

    private static IReadOnlyList<Change> Changes(ModelDesign design, TermCoding coding)
    {
        if (coding.ReferenceLevel is { } reference)
        {
            return
            [
                .. coding
                    .Columns.Select(column => design.Columns[column].Level!)
                    .Select(level => new Change(EffectKind.LevelDifference, level, TermValue.Of(reference), TermValue.Of(level))),
            ];
        }

        var binary = true;
        foreach (var value in design.ColumnValues(coding.Columns[0]))
        {
            binary &= value is 0 or 1;
        }

        // Every column is linear in a number, so that its derivative is its change from 0 to 1 as well.
        return [new Change(binary ? EffectKind.Difference : EffectKind.Derivative, null, TermValue.Of(0.0), TermValue.Of(1.0))];
    }

    private sealed record Change(EffectKind Kind, string? Level, TermValue From, TermValue To);
}
