using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>What follows a fit, against R on the small model with an interaction, with and without weights (after_fit.R).</summary>
public class AfterFitReferenceTest
{
    private const double Tolerance = 1e-8;

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void Estimates_Statistics_AsInR(string name)
    {
        var fit = AfterFit.Small(name);
        var estimates = fit.Estimates!;
        Assert.Equal(Expected(name).Words("terms"), estimates.Coefficients.Select(c => c.Column.Name));
        Same(Expected(name).Numbers("coefficients"), estimates.Coefficients.Select(c => c.Estimate!.Value), "coefficients");
        SameMatrix(Expected(name), "vcov", estimates.Covariance);
        var statistics = Expected(name).GetProperty("statistics");
        Close.To(statistics.Number("bic"), estimates.Bic, Tolerance, "bic");
        Close.To(statistics.Number("null_deviance"), estimates.NullDeviance, Tolerance, "null deviance");
        Assert.Equal(statistics.Number("df_residual"), estimates.ResidualDegreesOfFreedom);
        Assert.Equal(statistics.Number("df_null"), estimates.NullDegreesOfFreedom);
        Close.To(statistics.Number("mcfadden_adjusted"), estimates.AdjustedMcFaddenR2, Tolerance, "McFadden, adjusted");
        Close.To(statistics.Number("cox_snell"), estimates.CoxSnellR2, Tolerance, "Cox and Snell");
        Close.To(statistics.Number("nagelkerke"), estimates.NagelkerkeR2, Tolerance, "Nagelkerke");
        Close.To(statistics.Number("tjur"), fit.TjurR2, Tolerance, "Tjur");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void RobustCovariance_AllKinds_AsInSandwich(string name)
    {
        var fit = AfterFit.Small(name);
        foreach (var correction in Enum.GetValues<HeteroscedasticityCorrection>())
        {
            var robust = RobustCovariance.HeteroscedasticityConsistent(fit, correction);
            SameMatrix(Expected(name).GetProperty("hc"), correction.ToString(), robust.Covariance!);
            Assert.Equal(Math.Sqrt(robust.Covariance![1, 1]), robust.Coefficients[1].Estimate!.StandardError);
        }

        var (first, second) = (AfterFit.Groups("first"), AfterFit.Groups("second"));
        SameMatrix(Expected(name), "cr0", RobustCovariance.Clustered(fit, first, ClusterCorrection.CR0).Covariance!);
        SameMatrix(Expected(name), "cr1", RobustCovariance.Clustered(fit, first, ClusterCorrection.CR1).Covariance!);
        SameMatrix(Expected(name), "two0", RobustCovariance.Clustered(fit, first, second, ClusterCorrection.CR0).Covariance!);
        SameMatrix(Expected(name), "two1", RobustCovariance.Clustered(fit, first, second, ClusterCorrection.CR1).Covariance!);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void Influence_EveryRow_AsInR(string name)
    {
        var influence = Influence.Of(AfterFit.Small(name))!;
        var expected = Expected(name).GetProperty("influence");
        Same(expected.Numbers("hat"), influence.Leverages, "hat");
        Same(expected.Numbers("pearson"), influence.PearsonResiduals, "pearson");
        Same(expected.Numbers("deviance"), influence.DevianceResiduals, "deviance");
        Same(expected.Numbers("standardised_pearson"), influence.StandardisedPearsonResiduals, "standardised pearson");
        Same(expected.Numbers("standardised_deviance"), influence.StandardisedDevianceResiduals, "standardised deviance");
        Same(expected.Numbers("cook"), influence.CooksDistances, "cook");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void Terms_DeletedAndAdded_AsInR(string name)
    {
        var fit = AfterFit.Small(name);
        CheckDeletions(Expected(name), SingleTermDeletion.Of(fit));
        var sequence = SequentialTest.Of(fit);
        var rows = Expected(name).Rows("anova").ToArray();
        Assert.Equal(rows.Select(row => row.GetProperty("term").GetString()), sequence.Select(term => term.Term));
        foreach (var (row, term) in rows.Zip(sequence))
        {
            Assert.Equal(row.Number("df"), term.DegreesOfFreedom);
            Close.To(row.Number("deviance"), term.ResidualDeviance, Tolerance, term.Term);
            Close.To(row.Number("reduction"), term.Reduction, Tolerance, term.Term, 1e-10);
            Close.To(row.Number("p"), term.P, 1e-6, term.Term);
        }
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void ProfileIntervals_SmallModel_AreRootsOfTheProfile(string name)
    {
        var fit = AfterFit.Small(name);
        CheckProfile(Expected(name).Rows("profile95"), ProfileIntervals.Of(fit));
        CheckProfile(Expected(name).Rows("profile999"), ProfileIntervals.Of(fit, [0, 1, 2], 0.999));

        // R's own confint interpolates between points of the profile by splines.
        var splines = Expected(name)
            .GetProperty("confint")
            .EnumerateArray()
            .Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray());
        foreach (var (spline, interval) in splines.Zip(ProfileIntervals.Of(fit)))
        {
            Assert.Equal(spline[0], interval.Low.Value!.Value, 2e-3);
            Assert.Equal(spline[1], interval.High.Value!.Value, 2e-3);
        }
    }

    [Fact]
    public void ProfileIntervals_RareDummy_AreRootsOfTheProfile()
    {
        var data = AfterFit.Expected.GetProperty("few").GetProperty("data");
        var fit = LogisticRegression.Fit(
            ModelDesign.Build(
                new DummyTerm("y", data.Truths("y")),
                [new DummyTerm("r", data.Truths("r")), new NumericTerm("x", data.Numbers("x"))]
            )
        );
        CheckProfile(AfterFit.Expected.GetProperty("few").Rows("profile95"), ProfileIntervals.Of(fit, [1, 2]));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void AverageMarginalEffects_WithInteraction_AsByNumericJacobian(string name)
    {
        var fit = AfterFit.Small(name);
        CheckEffects(Expected(name).Rows("effects"), variable => AverageMarginalEffects.Of(fit, variable));
        bool[] within = [.. AfterFit.Truths("d").Select(d => d == true)];
        CheckEffects(Expected(name).Rows("effects_within"), variable => AverageMarginalEffects.Of(fit, variable, within));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void AveragePrediction_AndDifference_AsByNumericJacobian(string name)
    {
        var fit = AfterFit.Small(name);
        var average = AveragePrediction.Of(fit)!;
        Close.To(Expected(name).Number("average"), average.Value, Tolerance);
        Close.To(Expected(name).Number("average_se"), average.StandardError, Tolerance);
        double[] Row(int row) => [.. Enumerable.Range(0, fit.Design.Columns.Count).Select(column => fit.Design[row, column])];
        var difference = AveragePrediction.Difference(fit, Row(0), Row(1))!;
        Close.To(Expected(name).Number("difference"), difference.Value, Tolerance);
        Close.To(Expected(name).Number("difference_se"), difference.StandardError, Tolerance);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("weighted")]
    public void VarianceInflation_WithFactorAndInteraction_AsInCar(string name)
    {
        var inflation = VarianceInflation.Compute(AfterFit.Small(name).Estimates!.Covariance);
        foreach (var (row, term) in Expected(name).Rows("vif").Zip(inflation))
        {
            Assert.Equal(row.GetProperty("term").GetString(), term.Term);
            Close.To(row.Number("gvif"), term.Gvif, Tolerance, term.Term);
            Assert.Equal(row.Number("df"), term.DegreesOfFreedom);
        }
    }

    internal static void CheckDeletions(JsonElement expected, IReadOnlyList<TermDeletion> deletions)
    {
        var rows = expected.Rows("drop1").ToArray();
        Assert.Equal(rows.Select(row => row.GetProperty("term").GetString()), deletions.Select(d => d.Term));
        foreach (var (row, deletion) in rows.Zip(deletions))
        {
            Assert.Equal(row.Number("df"), deletion.DegreesOfFreedom);
            Close.To(row.Number("deviance"), deletion.Deviance, 1e-11, deletion.Term);
            Close.To(row.Number("aic"), deletion.Aic, 1e-11, deletion.Term);

            // A difference of deviances: their rounding is its error, and a p-value far out multiplies it.
            var rounding = 1e-13 * row.Number("deviance") * 10;
            Close.To(row.Number("lrt"), deletion.LikelihoodRatio, Tolerance, deletion.Term, rounding);
            Close.To(row.Number("p"), deletion.P, 1e-7, deletion.Term);
        }
    }

    internal static void CheckProfile(IEnumerable<JsonElement> rows, IReadOnlyList<ProfileInterval> intervals)
    {
        JsonElement[] expected = [.. rows];
        Assert.Equal(expected.Select(row => row.GetProperty("term").GetString()), intervals.Select(i => i.Column.Name));
        foreach (var (row, interval) in expected.Zip(intervals))
        {
            // Rounding of the likelihood is that of the limits, in units of half their distance.
            var slack = 1e-9 * (row.Number("high") - row.Number("low"));
            Assert.Equal((ProfileLimitStatus.Found, ProfileLimitStatus.Found), (interval.Low.Status, interval.High.Status));
            Close.To(row.Number("low"), interval.Low.Value, Tolerance, interval.Column.Name, slack);
            Close.To(row.Number("high"), interval.High.Value, Tolerance, interval.Column.Name, slack);
        }
    }

    internal static void CheckEffects(IEnumerable<JsonElement> rows, Func<string, IReadOnlyList<MarginalEffect>> effects)
    {
        foreach (var row in rows)
        {
            var variable = row.GetProperty("variable").GetString()!;
            var effect = effects(variable).Single(e => row.GetProperty("level").GetString() is not { } level || level == e.Level);
            Close.To(row.Number("estimate"), effect.Estimate!.Value, Tolerance, variable);
            Close.To(row.Number("se"), effect.Estimate.StandardError, Tolerance, variable);
        }
    }

    internal static void Same(double?[] expected, IEnumerable<double> actual, string what)
    {
        double[] values = [.. actual];
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            Close.To(expected[i]!.Value, values[i], Tolerance, $"{what} {i}");
        }
    }

    private static JsonElement Expected(string name) => AfterFit.Expected.GetProperty(name);

    /// <summary>To 1e-8 of the standard errors that belong to an element, as a covariance near 0 has no relative precision.</summary>
    private static void SameMatrix(JsonElement expected, string name, CoefficientCovariance actual)
    {
        var values = expected.Numbers(name);
        var order = actual.Order;
        Assert.Equal(order * order, values.Length);
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                var scale = Math.Sqrt(Math.Abs(values[i * order + i]!.Value * values[j * order + j]!.Value));
                Close.To(values[i * order + j]!.Value, actual[i, j], 0, $"{name} {i}, {j}", Tolerance * scale);
            }
        }
    }
}
