using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

public class LikelihoodRatioTestTest
{
    [Fact]
    public void Compare_ModelWithoutATerm_AsDeletionOfTheTerm()
    {
        var full = AfterFit.Small("plain");
        var deletion = SingleTermDeletion.Of(full).Single(d => d.Term == "d:g");
        var test = LikelihoodRatioTest.Compare(full, Fit("d:g"));
        Assert.Equal(LikelihoodRatioStatus.Compared, test.Status);
        Assert.Equal(2, test.DegreesOfFreedom);
        Close.To(deletion.LikelihoodRatio!.Value, test.Statistic, 1e-9);
        Close.To(deletion.P!.Value, test.P, 1e-9);
    }

    [Fact]
    public void Compare_SameModel_IsSaid() =>
        Assert.Equal(LikelihoodRatioStatus.SameModel, LikelihoodRatioTest.Compare(AfterFit.Small("plain"), Fit()).Status);

    [Fact]
    public void Compare_SmallerWithColumnOfItsOwn_IsNotNested() =>
        Assert.Equal(LikelihoodRatioStatus.NotNested, LikelihoodRatioTest.Compare(Fit("x", "d:g"), Fit("z", "d:g")).Status);

    [Fact]
    public void Compare_WeightsInOneOnly_IsDifferentRows() =>
        Assert.Equal(LikelihoodRatioStatus.DifferentRows, LikelihoodRatioTest.Compare(AfterFit.Small("weighted"), Fit("d:g")).Status);

    [Fact]
    public void Compare_ColumnInOtherUnits_IsNested()
    {
        // Fahrenheit for Celsius spans the same columns under another name.
        bool?[] y = [true, false, true, false, true, false, false, true, true, false];
        double?[] celsius = [1, 4, 2, 8, 5, 7, 1, 3, 9, 2];
        double?[] other = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
        var full = LogisticRegression.Fit(
            ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("celsius", celsius), new NumericTerm("other", other)])
        );
        var smaller = LogisticRegression.Fit(
            ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("fahrenheit", [.. celsius.Select(c => 32 + 1.8 * c)])])
        );
        Assert.Equal(LikelihoodRatioStatus.Compared, LikelihoodRatioTest.Compare(full, smaller).Status);
    }

    [Fact]
    public void ChiSquaredUpper_FarIntoTheTail_AsInR()
    {
        foreach (var row in AfterFit.Expected.Rows("chi_squared"))
        {
            var (x, df) = (row.Number("x"), (int)row.Number("df"));
            Close.To(row.Number("p"), Distributions.ChiSquaredUpper(x, df), 1e-10, $"x {x}, df {df}", 1e-320);
        }
    }

    private static LogisticFit Fit(params string[] without) => LogisticRegression.Fit(AfterFit.SmallDesign(weighted: false, without));
}
