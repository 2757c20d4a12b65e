using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>Whether two models could be compared.</summary>
public enum LikelihoodRatioStatus
{
    /// <summary>They could.</summary>
    Compared,

    /// <summary>A model has no estimates.</summary>
    NoEstimates,

    /// <summary>The models are not fitted to the same rows with the same outcome and weights.</summary>
    DifferentRows,

    /// <summary>The smaller model has a column that is no linear combination of columns of the larger.</summary>
    NotNested,

    /// <summary>The models span the same columns, so there is nothing to test.</summary>
    SameModel,
}

/// <summary>A likelihood-ratio test.</summary>
/// <param name="Status">Whether the models could be compared.</param>
/// <param name="Statistic">Twice the difference of log likelihoods; null unless compared.</param>
/// <param name="DegreesOfFreedom">Number of coefficients that the larger model has more; null unless compared.</param>
/// <param name="P">Probability of a chi-squared variable at least as large; null unless compared.</param>
public sealed record LikelihoodRatio(LikelihoodRatioStatus Status, double? Statistic, int? DegreesOfFreedom, double? P)
{
    internal static LikelihoodRatio From(double larger, double smaller, int degreesOfFreedom)
    {
        // Of two optima found to rounding, the smaller model's may come out a trifle above.
        var statistic = Math.Max(2 * (larger - smaller), 0);
        return new LikelihoodRatio(
            LikelihoodRatioStatus.Compared,
            statistic,
            degreesOfFreedom,
            Distributions.ChiSquaredUpper(statistic, degreesOfFreedom)
        );
    }
}

/// <summary>Likelihood-ratio test of two nested models (R's <c>anova(smaller, larger, test = "Chisq")</c>).</summary>
public static class LikelihoodRatioTest
{
    /// <summary>Length left of a column, as a share of its own, below which it is a combination of others.</summary>
    private const double Dependent = 1e-7;

    /// <summary>Tests the smaller model against the larger.</summary>
    public static LikelihoodRatio Compare(LogisticFit larger, LogisticFit smaller)
    {
        if (larger.Estimates is not { } full || smaller.Estimates is not { } reduced)
        {
            return Without(LikelihoodRatioStatus.NoEstimates);
        }

        if (!SameRows(larger.Design, smaller.Design))
        {
            return Without(LikelihoodRatioStatus.DifferentRows);
        }

        if (!Nested(larger, full, smaller.Design))
        {
            return Without(LikelihoodRatioStatus.NotNested);
        }

        var degreesOfFreedom = full.Rank - reduced.Rank;
        return degreesOfFreedom <= 0
            ? Without(LikelihoodRatioStatus.SameModel)
            : LikelihoodRatio.From(full.LogLikelihood, reduced.LogLikelihood, degreesOfFreedom);
    }

    private static LikelihoodRatio Without(LikelihoodRatioStatus status) => new(status, null, null, null);

    private static bool SameRows(ModelDesign a, ModelDesign b) =>
        a.RowsGiven == b.RowsGiven
        && a.UsedRows.AsSpan().SequenceEqual(b.UsedRows.AsSpan())
        && a.Outcome.AsSpan().SequenceEqual(b.Outcome.AsSpan())
        && SameWeights(a, b);

    private static bool SameWeights(ModelDesign a, ModelDesign b) =>
        Enumerable.Range(0, a.RowCount).All(row => (a.Weights?[row] ?? 1) == (b.Weights?[row] ?? 1));

    private static bool Nested(LogisticFit larger, LogisticEstimates estimates, ModelDesign smaller)
    {
        var model = WorkingModel.Of(larger, estimates);
        var gram = new double[smaller.RowCount];
        gram.AsSpan().Fill(1);
        var factor = CholeskyFactor.TryFactor(model.CrossProductOf(gram), model.Rank);
        return smaller.Basis.Estimable.All(column =>
            IsColumnOf(larger.Design, smaller, column) || IsSpanned(model, factor, smaller, column)
        );
    }

    private static bool IsColumnOf(ModelDesign larger, ModelDesign smaller, int column)
    {
        var name = smaller.Columns[column].Name;
        for (var i = 0; i < larger.Columns.Count; i++)
        {
            if (larger.Columns[i].Name == name)
            {
                return larger.ColumnValues(i).SequenceEqual(smaller.ColumnValues(column));
            }
        }

        return false;
    }

    private static bool IsSpanned(WorkingModel model, CholeskyFactor? gram, ModelDesign smaller, int column)
    {
        if (gram is null)
        {
            return false;
        }

        var values = smaller.ColumnValues(column).ToArray();
        var length = Math.Sqrt(ColumnArithmetic.Dot(values, values));
        var coefficients = new double[model.Rank];
        for (var row = 0; row < values.Length; row++)
        {
            model.AddRow(row, values[row], coefficients);
        }

        gram.SolveLower(coefficients);
        gram.SolveUpper(coefficients);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] -= model.Multiply(row, coefficients);
        }

        return Math.Sqrt(ColumnArithmetic.Dot(values, values)) <= Dependent * length;
    }
}
