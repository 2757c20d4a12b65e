using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>What averages of predictions under a change are computed from.</summary>
/// <param name="Design">The design.</param>
/// <param name="Estimates">The estimates.</param>
/// <param name="Covariance">Covariance that errors come from.</param>
/// <param name="Weights">Weight of each row used, adding up to 1.</param>
internal sealed record EffectContext(ModelDesign Design, LogisticEstimates Estimates, CoefficientCovariance Covariance, double[] Weights)
{
    private readonly double[] _linear = LinearPredictors(Design, Estimates);

    /// <summary>Whether the change keeps every linear relation that makes a column aliased.</summary>
    public bool IsEstimable(Counterfactual change) =>
        Estimates.Aliased.All(alias =>
            (!change.Changes(alias.Column) && !alias.Combination.Any(part => change.Changes(part.Column))) || Keeps(change, alias)
        );

    /// <summary>Mean of p(to) − p(from).</summary>
    public AverageEstimate Difference(Counterfactual from, Counterfactual to)
    {
        var (linear0, linear1) = (Linear(from), Linear(to));
        var (slope0, slope1) = (new double[linear0.Length], new double[linear0.Length]);
        var value = 0.0;
        for (var row = 0; row < linear0.Length; row++)
        {
            value += Weights[row] * (LogisticMath.Probability(linear1[row]) - LogisticMath.Probability(linear0[row]));
            slope0[row] = Weights[row] * LogisticMath.Weight(linear0[row]);
            slope1[row] = Weights[row] * LogisticMath.Weight(linear1[row]);
        }

        var both = slope1.Zip(slope0, (a, b) => a - b).ToArray();
        var gradient = Covariance.Columns.Select(column =>
            from.Changes(column)
                ? ColumnArithmetic.Dot(to.Values(column), slope1) - ColumnArithmetic.Dot(from.Values(column), slope0)
                : ColumnArithmetic.Dot(Design.ColumnValues(column), both)
        );
        return AverageEstimate.From(value, [.. gradient], Covariance, Estimates.Level);
    }

    /// <summary>Mean of p(1 − p)·dη/dv, where columns change with v by their difference between the two.</summary>
    public AverageEstimate Derivative(Counterfactual zero, Counterfactual one)
    {
        var change = new double[_linear.Length];
        var columns = zero.Columns.ToDictionary(
            column => column,
            column => one.Values(column).Zip(zero.Values(column), (a, b) => a - b).ToArray()
        );
        foreach (var (column, values) in columns)
        {
            ColumnArithmetic.Subtract(change, -Coefficient(column), values);
        }

        var (slope, curvature) = (new double[change.Length], new double[change.Length]);
        var value = 0.0;
        for (var row = 0; row < change.Length; row++)
        {
            slope[row] = Weights[row] * LogisticMath.Weight(_linear[row]);
            curvature[row] = Weights[row] * LogisticMath.Curvature(_linear[row]) * change[row];
            value += slope[row] * change[row];
        }

        var gradient = Covariance.Columns.Select(column =>
            ColumnArithmetic.Dot(Design.ColumnValues(column), curvature)
            + (columns.TryGetValue(column, out var values) ? ColumnArithmetic.Dot(values, slope) : 0)
        );
        return AverageEstimate.From(value, [.. gradient], Covariance, Estimates.Level);
    }

    /// <summary>Mean of p.</summary>
    public AverageEstimate Prediction()
    {
        var slope = new double[_linear.Length];
        var value = 0.0;
        for (var row = 0; row < slope.Length; row++)
        {
            value += Weights[row] * LogisticMath.Probability(_linear[row]);
            slope[row] = Weights[row] * LogisticMath.Weight(_linear[row]);
        }

        var gradient = Covariance.Columns.Select(column => ColumnArithmetic.Dot(Design.ColumnValues(column), slope));
        return AverageEstimate.From(value, [.. gradient], Covariance, Estimates.Level);
    }

    private double Coefficient(int column) => Estimates.Coefficients[column].Estimate?.Value ?? 0;

    private double[] Linear(Counterfactual change)
    {
        double[] linear = [.. _linear];
        foreach (var column in change.Columns)
        {
            ColumnArithmetic.Subtract(linear, Coefficient(column), Design.ColumnValues(column));
            ColumnArithmetic.Subtract(linear, -Coefficient(column), change.Values(column));
        }

        return linear;
    }

    private bool Keeps(Counterfactual change, AliasedColumn alias)
    {
        double[] Values(int column) => change.Changes(column) ? change.Values(column) : Design.ColumnValues(column).ToArray();

        var difference = Values(alias.Column);
        double[] size = [.. difference.Select(Math.Abs)];
        difference = [.. difference];
        foreach (var (column, factor) in alias.Combination)
        {
            var values = Values(column);
            for (var row = 0; row < size.Length; row++)
            {
                difference[row] -= factor * values[row];
                size[row] += Math.Abs(factor * values[row]);
            }
        }

        // Factors carry rounding of the size of the values; a real break is of their order.
        return Enumerable.Range(0, size.Length).All(row => Weights[row] == 0 || Math.Abs(difference[row]) <= 1e-8 * size[row]);
    }

    private static double[] LinearPredictors(ModelDesign design, LogisticEstimates estimates) =>
        design.Basis.Matrix.Multiply(estimates.WorkingCoefficients)[..design.RowCount];
}
