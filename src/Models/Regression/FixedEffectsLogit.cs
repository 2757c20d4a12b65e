using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>How a fit with fixed effects ended.</summary>
public enum FixedEffectsStatus
{
    /// <summary>The optimum was found.</summary>
    Converged,

    /// <summary>Every group has one outcome only, or no row has a group.</summary>
    NoInformativeGroups,

    /// <summary>No column varies within an informative group.</summary>
    NothingVariesWithin,

    /// <summary>The optimum was not found: within groups, some combination of columns may predict outcomes without error.</summary>
    NotConverged,
}

/// <summary>A logistic model with an intercept for each group. Immutable.</summary>
public sealed record FixedEffectsFit
{
    /// <summary>How it ended.</summary>
    public required FixedEffectsStatus Status { get; init; }

    /// <summary>Rows, columns and terms.</summary>
    public required ModelDesign Design { get; init; }

    /// <summary>Groups with both outcomes: the others fit perfectly with an infinite intercept and say nothing.</summary>
    public int GroupCount { get; init; }

    /// <summary>Rows of those groups.</summary>
    public int RowCount { get; init; }

    /// <summary>Newton steps taken.</summary>
    public int Iterations { get; init; }

    /// <summary>Log likelihood; null without estimates.</summary>
    public double? LogLikelihood { get; init; }

    /// <summary>One entry a column of the design; the intercept and columns that do not vary within groups have no estimate. Empty without estimates.</summary>
    public IReadOnlyList<LogisticCoefficient> Coefficients { get; init; } = [];

    /// <summary>Covariance of the estimated coefficients, that of the group intercepts accounted for; null without estimates.</summary>
    public CoefficientCovariance? Covariance { get; init; }

    internal GroupIntercepts? Groups { get; init; }

    internal double Level { get; init; }

    /// <summary>The average contrast of a 0/1 column over the rows of informative groups (see <see cref="AverageContrast"/>); null without estimate.</summary>
    public AverageContrast? Contrast(int column) =>
        Coefficients.Count > column && Coefficients[column].Estimate is not null
            ? Groups!.Contrast([.. Coefficients.Select(c => c.Estimate?.Value ?? 0)], Covariance!, column, Level)
            : null;
}

/// <summary>
/// Logistic regression with a dummy for each group, the dummies solved for apart: Newton's method on the coefficients with each group's intercept at its optimum
/// (the Schur complement of the information), so that the cost does not grow with the number of groups. The same estimates as R's
/// <c>glm(y ~ x + factor(group))</c> without the groups of one outcome. With small groups the coefficients are biased away from 0 (Neyman and Scott 1948);
/// those of conditional logistic regression are not.
/// </summary>
public static class FixedEffectsLogit
{
    private const int MaxIterations = 50;
    private const double Tolerance = 1e-16;
    private const double AliasTolerance = 1e-9;

    /// <summary>Fits the model. Bad data give a status, never an exception.</summary>
    /// <param name="design">Outcome and terms; its intercept is not used.</param>
    /// <param name="groups">The group of each row given to the design; rows without are left out.</param>
    /// <param name="level">Confidence level.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static FixedEffectsFit Fit(ModelDesign design, Categorical groups, double level = ConfidenceInterval.DefaultLevel)
    {
        ConfidenceInterval.CheckLevel(level);
        if (groups.RowCount != design.RowsGiven)
        {
            throw new ArgumentException($"{groups.RowCount} rows, the design was given {design.RowsGiven}.", nameof(groups));
        }

        var intercepts = GroupIntercepts.Of(design, groups);
        var result = new FixedEffectsFit
        {
            Status = FixedEffectsStatus.NoInformativeGroups,
            Design = design,
            GroupCount = intercepts.GroupCount,
            RowCount = intercepts.RowCount,
            Groups = intercepts,
            Level = level,
        };
        if (intercepts.GroupCount == 0)
        {
            return result;
        }

        int[] candidates = [.. Enumerable.Range(0, design.Columns.Count).Where(c => design.Columns[c].Name != ModelDesign.InterceptName)];
        var kept = intercepts.Independent(candidates, AliasTolerance);
        return kept.Length == 0 ? result with { Status = FixedEffectsStatus.NothingVariesWithin } : Iterate(result, intercepts, kept);
    }

    private static FixedEffectsFit Iterate(FixedEffectsFit result, GroupIntercepts groups, int[] kept)
    {
        var coefficients = new double[result.Design.Columns.Count];
        var state = groups.Evaluate(coefficients, kept);
        for (var iteration = 1; iteration <= MaxIterations; iteration++)
        {
            if (CholeskyFactor.TryFactor(state.Information, kept.Length) is not { } factor)
            {
                break;
            }

            var step = state.Gradient.ToArray();
            factor.SolveLower(step);
            var decrement = step.Sum(s => s * s);
            if (decrement <= Tolerance)
            {
                return Estimates(result, kept, coefficients, factor, state) with { Iterations = iteration - 1 };
            }

            factor.SolveUpper(step);
            if (TryStep(groups, kept, coefficients, step, state) is not { } moved)
            {
                break;
            }

            (coefficients, state) = moved;
        }

        return result with
        {
            Status = FixedEffectsStatus.NotConverged,
        };
    }

    private static (double[] Coefficients, GroupIntercepts.State State)? TryStep(
        GroupIntercepts groups,
        int[] kept,
        double[] from,
        double[] step,
        GroupIntercepts.State start
    )
    {
        var slack = 1e-12 * (1 + Math.Abs(start.LogLikelihood));
        for (var factor = 1.0; factor > 1e-6; factor /= 2)
        {
            var candidate = from.ToArray();
            for (var k = 0; k < kept.Length; k++)
            {
                candidate[kept[k]] += factor * step[k];
            }

            var state = groups.Evaluate(candidate, kept);
            if (state.LogLikelihood >= start.LogLikelihood - slack)
            {
                return (candidate, state);
            }
        }

        return null;
    }

    private static FixedEffectsFit Estimates(
        FixedEffectsFit result,
        int[] kept,
        double[] coefficients,
        CholeskyFactor factor,
        GroupIntercepts.State state
    )
    {
        var covariance = new double[kept.Length * kept.Length];
        for (var k = 0; k < kept.Length; k++)
        {
            var unit = new double[kept.Length];
            unit[k] = 1;
            factor.SolveLower(unit);
            factor.SolveUpper(unit);
            unit.CopyTo(covariance, k * kept.Length);
        }

        var design = result.Design;
        return result with
        {
            Status = FixedEffectsStatus.Converged,
            LogLikelihood = state.LogLikelihood,
            Covariance = new CoefficientCovariance(kept, design.Columns, covariance),
            Coefficients =
            [
                .. design.Columns.Select(
                    (column, c) =>
                        new LogisticCoefficient(
                            column,
                            Array.IndexOf(kept, c) is >= 0 and var k
                                ? CoefficientEstimate.From(coefficients[c], Math.Sqrt(covariance[k * kept.Length + k]), result.Level)
                                : null
                        )
                ),
            ],
        };
    }
}
