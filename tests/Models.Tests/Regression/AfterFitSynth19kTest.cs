using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>What follows a fit, against R on the individual model of 19 316 rows (after_fit.R).</summary>
public class AfterFitSynth19kTest
{
    private static readonly System.Text.Json.JsonElement Expected = AfterFit.Expected.GetProperty("synth19k");

    [Fact]
    public void RobustCovariance_IndividualModel_AsInSandwich()
    {
        var fit = AfterFit.Big;
        foreach (var correction in Enum.GetValues<HeteroscedasticityCorrection>())
        {
            Same(Expected.GetProperty("hc").Numbers(correction.ToString()), RobustCovariance.HeteroscedasticityConsistent(fit, correction));
        }

        var (kommune, region) = (AfterFit.Groups(Synth19k.Words("kommune")), AfterFit.Groups(Synth19k.Words("landbakgrunn")));
        Same(Expected.Numbers("kommune0"), RobustCovariance.Clustered(fit, kommune, ClusterCorrection.CR0));
        Same(Expected.Numbers("kommune1"), RobustCovariance.Clustered(fit, kommune, ClusterCorrection.CR1));
        Same(Expected.Numbers("two1"), RobustCovariance.Clustered(fit, kommune, region, ClusterCorrection.CR1));
    }

    [Fact]
    public void Influence_MostInfluentialRows_AsInR()
    {
        var influence = Influence.Of(AfterFit.Big)!;
        var expected = Expected.GetProperty("influence");
        int[] rows = [.. expected.Numbers("rows").Select(row => (int)row!.Value - 1)];
        AfterFitReferenceTest.Same(expected.Numbers("hat"), rows.Select(row => influence.Leverages[row]), "hat");
        AfterFitReferenceTest.Same(expected.Numbers("cook"), rows.Select(row => influence.CooksDistances[row]), "cook");
        AfterFitReferenceTest.Same(expected.Numbers("deviance"), rows.Select(row => influence.DevianceResiduals[row]), "deviance");
        Close.To(33, influence.Leverages.Sum(), 1e-10);
    }

    [Fact]
    public void SingleTermDeletion_IndividualModel_AsInR() =>
        AfterFitReferenceTest.CheckDeletions(Expected, SingleTermDeletion.Of(AfterFit.Big));

    [Fact]
    public void ProfileIntervals_SomeColumns_AreRootsOfTheProfile() =>
        AfterFitReferenceTest.CheckProfile(Expected.Rows("profile95"), ProfileIntervals.Of(AfterFit.Big, [0, 1, 4, 11, 16, 32]));

    [Fact]
    public void AverageMarginalEffects_IndividualModel_AsByNumericJacobian()
    {
        AfterFitReferenceTest.CheckEffects(Expected.Rows("effects"), variable => AverageMarginalEffects.Of(AfterFit.Big, variable));
        bool[] within = [.. Synth19k.Truths("ordning").Select(value => value == true)];
        var effect = AverageMarginalEffects.Of(AfterFit.Big, "ordning", within).Single().Estimate!;
        var row = Expected.Rows("effect_within").Single();
        Close.To(row.Number("estimate"), effect.Value, 1e-8);
        Close.To(row.Number("se"), effect.StandardError, 1e-8);
    }

    /// <summary>Standard errors; two clusterings of very different size can leave a variance below 0, and then R has none either.</summary>
    private static void Same(double?[] expected, RobustEstimates actual)
    {
        Assert.Equal(RobustStatus.Estimated, actual.Status);
        foreach (var (error, coefficient) in expected.Zip(actual.Coefficients))
        {
            if (error is { } value)
            {
                Close.To(value, coefficient.Estimate?.StandardError, 1e-8, coefficient.Column.Name);
            }
            else
            {
                Assert.Null(coefficient.Estimate);
            }
        }
    }
}
