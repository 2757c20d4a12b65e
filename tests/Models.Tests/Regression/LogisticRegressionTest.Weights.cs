using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>Prior weights: against R (weighted_glm.R), and by what they mean.</summary>
public class LogisticRegressionWeightsTest
{
    private const double Tolerance = 1e-9;
    private static readonly JsonElement Reference = ReferenceFiles.Json("weighted_glm.json");
    private static readonly JsonElement Data = Reference.GetProperty("data");
    private static readonly double?[] Whole = Data.Numbers("whole");
    private static readonly int[] AllRows = [.. Enumerable.Range(0, Whole.Length)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fit_Weights_AsInR(int place)
    {
        var expected = Reference.GetProperty("fits")[place];
        var weights = Data.Numbers(expected.GetProperty("weights").GetString()!);
        var fit = Fit(AllRows, weights);
        var estimates = fit.Estimates!;
        foreach (var (row, coefficient) in expected.Rows("coefficients").Zip(estimates.Coefficients))
        {
            CoefficientCheck.Same(row, coefficient, Tolerance);
        }

        Assert.Equal(expected.GetProperty("n").GetInt32(), estimates.RowCount);
        Assert.Equal(expected.GetProperty("df_residual").GetInt32(), estimates.RowCount - estimates.Rank);
        Close.To(expected.Number("deviance"), estimates.Deviance, Tolerance);
        Close.To(expected.Number("null_deviance"), -2 * estimates.NullLogLikelihood, Tolerance);
        if (expected.GetProperty("logLik").ValueKind == JsonValueKind.Number)
        {
            Close.To(expected.Number("logLik"), estimates.LogLikelihood, Tolerance);
        }

        var covariance = expected.Rows("vcov").Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray()).ToArray();
        for (var i = 0; i < covariance.Length; i++)
        {
            for (var j = 0; j < covariance.Length; j++)
            {
                var scale = Math.Sqrt(covariance[i][i] * covariance[j][j]);
                Close.To(covariance[i][j], estimates.Covariance[i, j], 0, $"cov[{i},{j}]", Tolerance * scale);
            }
        }

        foreach (var (value, row) in expected.Numbers("fitted").Select((value, row) => (value!.Value, row)))
        {
            Close.To(value, estimates.FittedProbabilities[row], Tolerance);
        }
    }

    [Fact]
    public void Fit_WholeWeights_AreRowsSoManyTimes()
    {
        int[] repeated = [.. AllRows.SelectMany(row => Enumerable.Repeat(row, (int)Whole[row]!.Value))];
        var (weighted, stacked) = (Fit(AllRows, Whole), Fit(repeated, null));
        Same(stacked.Estimates!, weighted.Estimates!, 1);
        Close.To(stacked.Estimates!.LogLikelihood, weighted.Estimates!.LogLikelihood, 1e-12);
        Close.To(stacked.Estimates.NullLogLikelihood, weighted.Estimates.NullLogLikelihood, 1e-12);
        Assert.Equal(repeated.Length, weighted.Design.TotalWeight);
    }

    [Fact]
    public void Fit_WeightZero_IsARowThatIsNotThere()
    {
        var zeros = Whole.Count(weight => weight == 0);
        var weighted = Fit(AllRows, [.. Whole.Select(weight => (double?)(weight == 0 ? 0 : 1))]);
        var absent = Fit([.. AllRows.Where(row => Whole[row] != 0)], null);
        Same(absent.Estimates!, weighted.Estimates!, 1);
        Assert.Equal([new DroppedRows(ModelDesign.WeightsName, DropReason.ZeroWeight, zeros)], weighted.Design.DroppedRows);
        Assert.Equal(AllRows.Length - zeros, weighted.Design.RowCount);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    [InlineData(1e200)]
    public void Fit_AllWeightsTimesFactor_ScalesTheErrorsOnly(double factor)
    {
        var (once, scaled) = (Fit(AllRows, Whole), Fit(AllRows, [.. Whole.Select(weight => weight * factor)]));
        Assert.Equal(once.Iterations, scaled.Iterations);
        Same(once.Estimates!, scaled.Estimates!, 1 / Math.Sqrt(factor));
    }

    [Fact]
    public void Build_WeightsAllOne_AreKeptAndChangeNothing()
    {
        var (plain, weighted) = (Fit(AllRows, null), Fit(AllRows, [.. Enumerable.Repeat((double?)1, AllRows.Length)]));
        Assert.Null(plain.Design.Weights);
        Assert.Equal(AllRows.Length, weighted.Design.Weights!.Value.Length);
        Same(plain.Estimates!, weighted.Estimates!, 1);
    }

    [Fact]
    public void Build_WeightMissing_RowIsNotUsed()
    {
        double?[] weights = [.. Whole.Select(weight => weight == 0 ? null : weight)];
        var fit = Fit(AllRows, weights);
        Assert.Equal(LogisticStatus.Converged, fit.Status);
        Assert.Equal(0, fit.Design.InvalidWeights);
        Assert.Equal([new DroppedRows(ModelDesign.WeightsName, DropReason.Missing, weights.Count(w => w is null))], fit.Design.DroppedRows);
    }

    [Theory]
    [InlineData(-1, DropReason.NegativeWeight)]
    [InlineData(double.NegativeInfinity, DropReason.NegativeWeight)]
    [InlineData(double.PositiveInfinity, DropReason.NotFinite)]
    [InlineData(double.NaN, DropReason.NotFinite)]
    public void Fit_WeightNoRowCanHave_IsNamed(double weight, DropReason reason)
    {
        double?[] weights = [.. AllRows.Select(row => (double?)(row is 3 or 5 ? weight : 1))];
        var fit = Fit(AllRows, weights);
        Assert.Equal(LogisticStatus.InvalidWeights, fit.Status);
        Assert.Null(fit.Estimates);
        Assert.Equal(2, fit.Design.InvalidWeights);
        Assert.Equal([new DroppedRows(ModelDesign.WeightsName, reason, 2)], fit.Design.DroppedRows);
    }

    [Fact]
    public void Fit_AllWeightsZero_IsNoRows() => Assert.Equal(LogisticStatus.NoRows, Fit(AllRows, new double?[AllRows.Length]).Status);

    [Fact]
    public void Fit_AllWeightsExactlyZero_IsNoRows() =>
        Assert.Equal(LogisticStatus.NoRows, Fit(AllRows, [.. AllRows.Select(_ => (double?)0)]).Status);

    [Fact]
    public void Fit_WeightsOfOneClassZero_IsOneOutcomeClass() =>
        Assert.Equal(LogisticStatus.OneOutcomeClass, Fit(AllRows, Data.Numbers("y")).Status);

    [Fact]
    public void Fit_WeightsBeyondADouble_IsOutOfRange() =>
        Assert.Equal(LogisticStatus.OutOfRange, Fit(AllRows, [.. AllRows.Select(_ => (double?)double.MaxValue)]).Status);

    [Fact]
    public void Build_OtherNumberOfWeights_Throws() => Assert.Throws<ArgumentException>(() => Fit(AllRows, [1, 1]));

    private static LogisticFit Fit(int[] rows, double?[]? weights)
    {
        var groups = Data.Words("group");
        var (x, age, y) = (Data.Numbers("x"), Data.Numbers("age"), Data.Truths("y"));
        Term[] terms =
        [
            new NumericTerm("x", [.. rows.Select(row => x[row])]),
            new NumericTerm("age", [.. rows.Select(row => age[row])]),
            new FactorTerm("group", ["a", "b", "c"], [.. rows.Select(row => groups[row])]),
        ];
        return LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", [.. rows.Select(row => y[row])]), terms, weights));
    }

    private static void Same(LogisticEstimates expected, LogisticEstimates actual, double errorRatio)
    {
        foreach (var (first, second) in expected.Coefficients.Zip(actual.Coefficients))
        {
            var error = first.Estimate!.StandardError;
            Close.To(first.Estimate.Value, second.Estimate!.Value, 0, first.Column.Name, 1e-10 * error);
            Close.To(error * errorRatio, second.Estimate.StandardError, 1e-10, first.Column.Name);
        }
    }
}
