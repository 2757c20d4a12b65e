using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>A coefficient by three ways of treating groups.</summary>
/// <param name="Column">The column.</param>
/// <param name="Pooled">Groups left out of account; null when not estimable.</param>
/// <param name="FixedEffects">A dummy for each group; null when the column does not vary within groups, or the model has no estimates.</param>
/// <param name="PartiallyPooled">Random intercepts; null when not estimable.</param>
public sealed record PooledCoefficient(
    DesignColumn Column,
    CoefficientEstimate? Pooled,
    CoefficientEstimate? FixedEffects,
    CoefficientEstimate? PartiallyPooled
);

/// <summary>A group that a model with a dummy for each group cannot use: all its outcomes are the same, so its dummy has no finite estimate.</summary>
/// <param name="Group">The group.</param>
/// <param name="RowCount">Its rows.</param>
/// <param name="Outcome">The outcome that all of them have.</param>
public sealed record GroupSetAside(string Group, int RowCount, bool Outcome);

/// <summary>Pooled, fixed-effects and partially pooled models side by side.</summary>
/// <param name="Factor">The grouping factor of the dummies.</param>
/// <param name="FixedEffectsConverged">Whether the model with dummies has estimates.</param>
/// <param name="FixedEffectsRows">Rows that it uses.</param>
/// <param name="FixedEffectsGroups">Groups that it uses.</param>
/// <param name="SetAside">Groups that it cannot use, in the order of their levels.</param>
/// <param name="Coefficients">The columns asked for, in the order of the design.</param>
public sealed record PooledComparison(
    string Factor,
    bool FixedEffectsConverged,
    int FixedEffectsRows,
    int FixedEffectsGroups,
    IReadOnlyList<GroupSetAside> SetAside,
    IReadOnlyList<PooledCoefficient> Coefficients
);

/// <summary>Sets the coefficients of a multilevel fit beside those of the models without groups and with a dummy for each group.</summary>
public static class PoolingComparison
{
    /// <summary>Compares; null when the fit has no estimates.</summary>
    /// <param name="fit">A fit of <see cref="MixedLogit"/>.</param>
    /// <param name="factor">Name of the grouping factor to make dummies of; null for the first.</param>
    /// <param name="columns">Names of the columns to show; null for all but the intercept.</param>
    /// <exception cref="ArgumentException">The fit has no such factor.</exception>
    public static PooledComparison? Of(MixedLogitFit fit, string? factor = null, IReadOnlyCollection<string>? columns = null)
    {
        if (fit.Estimates is not { } estimates)
        {
            return null;
        }

        var chosen =
            fit.Factors.FirstOrDefault(f => factor is null || string.Equals(f.Name, factor, StringComparison.Ordinal))
            ?? throw new ArgumentException($"'{factor}' is not among the factors.", nameof(factor));
        var within = FixedEffectsLogit.Fit(fit.Design, chosen.Groups, fit.Options.Level);
        var pooled = fit.Pooled.Estimates!;
        return new PooledComparison(
            chosen.Name,
            within.Status == FixedEffectsStatus.Converged,
            within.RowCount,
            within.GroupCount,
            OfOneOutcome(fit.Design, chosen.Groups),
            [
                .. Enumerable
                    .Range(1, fit.Design.Columns.Count - 1)
                    .Where(j => columns is null || columns.Contains(fit.Design.Columns[j].Name))
                    .Select(j => new PooledCoefficient(
                        fit.Design.Columns[j],
                        pooled.Coefficients[j].Estimate,
                        within.Coefficients.Count > j ? within.Coefficients[j].Estimate : null,
                        estimates.Coefficients[j].Estimate
                    )),
            ]
        );
    }

    private static IReadOnlyList<GroupSetAside> OfOneOutcome(ModelDesign design, Categorical groups)
    {
        var counts = new (int Rows, int Successes)[groups.Levels.Count];
        for (var i = 0; i < design.RowCount; i++)
        {
            var level = groups.LevelOf(design.UsedRows[i])!.Value;
            counts[level].Rows++;
            counts[level].Successes += design.Outcome[i] > 0 ? 1 : 0;
        }

        return
        [
            .. counts
                .Index()
                .Where(group => group.Item.Rows > 0 && (group.Item.Successes == 0 || group.Item.Successes == group.Item.Rows))
                .Select(group => new GroupSetAside(groups.Levels[group.Index], group.Item.Rows, group.Item.Successes > 0)),
        ];
    }
}
