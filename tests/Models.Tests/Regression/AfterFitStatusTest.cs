using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>What follows a fit when there is no fit, or not for every column: a named outcome, never an exception.</summary>
public class AfterFitStatusTest
{
    private static readonly bool?[] Y = [true, false, true, false, true, false, false, true];
    private static readonly double?[] X = [1, 2, 3, 4, 5, 6, 7, 8];

    public static TheoryData<LogisticStatus, bool?[], double?[]> Unfitted =>
        new()
        {
            { LogisticStatus.NoRows, Y, [null, null, null, null, null, double.NaN, double.NaN, double.PositiveInfinity] },
            { LogisticStatus.OneOutcomeClass, [true, true, true, true, true, true, true, true], X },
            { LogisticStatus.TooFewRows, Y, [1, null, null, null, null, 2, null, null] },
            { LogisticStatus.Separated, [false, false, false, false, true, true, true, true], X },
            { LogisticStatus.QuasiSeparated, [false, false, false, true, false, true, true, true], [1, 2, 3, 4, 4, 6, 7, 8] },
        };

    [Theory]
    [MemberData(nameof(Unfitted))]
    public void Everything_FitWithoutEstimates_SaysSo(LogisticStatus status, bool?[] y, double?[] x)
    {
        Term[] terms = [new NumericTerm("x", x)];
        if (status == LogisticStatus.TooFewRows)
        {
            terms = [.. terms, new NumericTerm("z", [.. X.Select(v => v * v)])];
        }

        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), terms));
        Assert.Equal(status, fit.Status);
        Assert.Null(fit.TjurR2);
        Assert.All(ProfileIntervals.Of(fit), interval => Assert.True(interval.Low.Value is null && interval.High.Value is null));
        Assert.Empty(SingleTermDeletion.Of(fit));
        Assert.Empty(SequentialTest.Of(fit));
        Assert.Null(Influence.Of(fit));
        Assert.Equal(EffectStatus.NoEstimates, AverageMarginalEffects.Of(fit, "x").Single().Status);
        Assert.Null(AveragePrediction.Of(fit));
        Assert.Equal(RobustStatus.NoEstimates, RobustCovariance.HeteroscedasticityConsistent(fit, HeteroscedasticityCorrection.HC3).Status);
        Assert.Equal(RobustStatus.NoEstimates, RobustCovariance.Clustered(fit, Groups("a", "b"), ClusterCorrection.CR1).Status);
        Assert.Equal(LikelihoodRatioStatus.NoEstimates, LikelihoodRatioTest.Compare(fit, fit).Status);
    }

    [Fact]
    public void ProfileIntervals_QuasiSeparated_AreUnboundedWhereTheCoefficientGrows()
    {
        bool?[] rare = [true, false, false, false, true, false, false, false];
        var fit = Fit(new NumericTerm("x", X), new DummyTerm("rare", rare));
        Assert.Equal(LogisticStatus.QuasiSeparated, fit.Status);
        var intervals = ProfileIntervals.Of(fit);
        Assert.Equal((ProfileLimitStatus.NoEstimate, ProfileLimitStatus.Unbounded), (intervals[2].Low.Status, intervals[2].High.Status));
        Assert.Equal((ProfileLimitStatus.NoEstimate, ProfileLimitStatus.NoEstimate), (intervals[1].Low.Status, intervals[1].High.Status));
    }

    [Fact]
    public void Everything_ColumnOfZeros_LeavesItOut()
    {
        var fit = Fit(
            new NumericTerm("x", X),
            new NumericTerm(
                "zero",
                new double?[8]
                    .Select(_ => (double?)0)
                    .ToArray()
            )
        );
        Assert.Equal(ProfileLimitStatus.NoEstimate, ProfileIntervals.Of(fit)[2].Low.Status);
        Assert.Equal(ProfileLimitStatus.Found, ProfileIntervals.Of(fit)[1].Low.Status);
        var deletion = SingleTermDeletion.Of(fit).Single(d => d.Term == "zero");
        Assert.Equal((0, 0.0, (double?)null), (deletion.DegreesOfFreedom, deletion.LikelihoodRatio!.Value, deletion.P));
        Assert.Equal(EffectStatus.NotEstimable, AverageMarginalEffects.Of(fit, "zero").Single().Status);
        Assert.Null(RobustCovariance.HeteroscedasticityConsistent(fit, HeteroscedasticityCorrection.HC0).Coefficients[2].Estimate);
    }

    [Fact]
    public void Everything_FactorWithOneLevel_LeavesItOut()
    {
        var fit = Fit(new NumericTerm("x", X), new FactorTerm("one", ["only"], [.. X.Select(_ => "only")]));
        Assert.Equal(0, SingleTermDeletion.Of(fit).Single(d => d.Term == "one").DegreesOfFreedom);
        Assert.Equal(EffectStatus.VariableNotInModel, AverageMarginalEffects.Of(fit, "one").Single().Status);
        Assert.Equal(EffectStatus.VariableNotInModel, AverageMarginalEffects.Of(fit, "nothing").Single().Status);
    }

    [Fact]
    public void SingleTermDeletion_TermWithATwin_LosesNothing()
    {
        var fit = Fit(new NumericTerm("x", X), new NumericTerm("twin", [.. X.Select(v => 3 - 2 * v)]));
        Assert.All(
            SingleTermDeletion.Of(fit),
            deletion =>
            {
                Assert.Equal(0, deletion.DegreesOfFreedom);
                Assert.Equal(0, deletion.LikelihoodRatio);
            }
        );
    }

    [Fact]
    public void AverageMarginalEffects_NoRowWithin_SaysSo() =>
        Assert.Equal(EffectStatus.NoRows, AverageMarginalEffects.Of(Fit(new NumericTerm("x", X)), "x", new bool[8]).Single().Status);

    [Fact]
    public void Clustered_RowWithoutGroup_SaysSo()
    {
        var fit = Fit(new NumericTerm("x", X));
        var groups = Categorical.FromLabels(["a", "b"], ["a", "a", "b", "b", null, "a", "b", "b"]);
        Assert.Equal(RobustStatus.MissingGroup, RobustCovariance.Clustered(fit, groups, ClusterCorrection.CR0).Status);
    }

    [Fact]
    public void Clustered_OneGroup_SaysSo() =>
        Assert.Equal(
            RobustStatus.TooFewGroups,
            RobustCovariance.Clustered(Fit(new NumericTerm("x", X)), Groups("a", "a"), ClusterCorrection.CR0).Status
        );

    [Fact]
    public void Clustered_EachRowItsOwnGroup_IsHC0TimesTheFactor()
    {
        var fit = AfterFit.Small("plain");
        var n = fit.Design.RowsGiven;
        string[] labels = [.. Enumerable.Range(0, n).Select(i => FormattableString.Invariant($"r{i}"))];
        var clustered = RobustCovariance.Clustered(fit, Categorical.FromLabels(labels, labels), ClusterCorrection.CR0).Covariance!;
        var plain = RobustCovariance.HeteroscedasticityConsistent(fit, HeteroscedasticityCorrection.HC0).Covariance!;
        Close.To(plain[2, 2] * n / (n - 1), clustered[2, 2], 1e-12);
    }

    [Fact]
    public void ProfileIntervals_OneThreadOrTwo_HaveTheSameBits()
    {
        var design = AfterFit.SmallDesign(weighted: false);
        var one = ProfileIntervals.Of(LogisticRegression.Fit(design, new LogisticOptions { Threads = 1 }));
        var two = ProfileIntervals.Of(LogisticRegression.Fit(design, new LogisticOptions { Threads = 2 }));
        Assert.Equal(one, two);
    }

    private static Categorical Groups(string first, string second) =>
        Categorical.FromLabels([.. new[] { first, second }.Distinct()], [.. Enumerable.Range(0, 8).Select(i => i < 4 ? first : second)]);

    private static LogisticFit Fit(params Term[] terms) => LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", Y), terms));
}
