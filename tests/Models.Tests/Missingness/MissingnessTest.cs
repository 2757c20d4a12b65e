using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Missingness;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Missingness;

public class MissingnessTest
{
    private static readonly MissingIndicator Age = MissingIndicator.Of("age", (double?[])[30, null, 25, null, 40, 51]);
    private static readonly MissingIndicator Language = MissingIndicator.Of("language", (string?[])["A1", null, "", "B1", "A2", null]);

    [Fact]
    public void GroupMissingness_Groups_CountRowsThatLackAnything()
    {
        var groups = Categorical.FromLabels(["x", "y", "z"], ["x", "x", "x", "y", null, "y"]);
        var result = GroupMissingness.Of(groups, [Age, Language]);
        Assert.Equal(["x", "y", "z"], result.Select(g => g.Group));
        Assert.Equal([Share.Of(1, 3), Share.Of(2, 2), Share.Of(0, 0)], result.Select(g => g.Incomplete));
        Assert.Equal([new VariableMissing("age", 1), new VariableMissing("language", 1)], result[0].ByVariable);
        Assert.Equal([new VariableMissing("age", 1), new VariableMissing("language", 1)], result[1].ByVariable);
    }

    [Fact]
    public void GroupMissingness_NoVariables_NothingIsIncomplete()
    {
        var result = GroupMissingness.Of(Categorical.FromLabels(["x"], ["x", "x"]), []);
        Assert.Equal(Share.Of(0, 2), Assert.Single(result).Incomplete);
    }

    [Fact]
    public void CompletenessComparison_Means_AreOfRowsWithAndWithoutAll()
    {
        var result = CompletenessComparison.Of([10, 20, 30, 40, 50, null], [Age, Language]);
        Assert.Equal((3, 30.0), (result.Complete.Count, result.Complete.Mean!.Value));
        Assert.Equal((2, 30.0, 1), (result.Incomplete.Count, result.Incomplete.Mean!.Value, result.Incomplete.Missing));
    }

    [Fact]
    public void MissingIndicator_OfTerm_IsMissingWhereTheModelCannotUseTheRow()
    {
        var indicator = MissingIndicator.Of(new FactorTerm("region", ["a"], ["a", null, "b"]));
        Assert.Equal("region", indicator.Name);
        Assert.Equal([false, true, true], Enumerable.Range(0, indicator.RowCount).Select(row => indicator[row]));
    }

    [Fact]
    public void GroupMissingness_DifferentLengths_Throws() =>
        Assert.Throws<ArgumentException>(() => GroupMissingness.Of(Categorical.FromLabels(["x"], ["x"]), [Age]));

    [Fact]
    public void CompletenessShares_Categories_AreOfRowsWithAndWithoutAll()
    {
        var groups = Categorical.FromLabels(["x", "y"], ["x", "x", "y", "y", "y", null]);
        var result = CompletenessShares.Of(groups, [Age, Language]);
        Assert.Equal([Share.Of(1, 3), Share.Of(2, 3)], result.Select(r => r.Complete));
        Assert.Equal([Share.Of(1, 2), Share.Of(1, 2)], result.Select(r => r.Incomplete));
        var expected = (1.0 / 3 - 0.5) / Math.Sqrt((2.0 / 9 + 0.25) / 2);
        Assert.Equal(expected, result[0].Standardised!.Value, 12);
    }

    [Fact]
    public void CompletenessComparison_Standardised_IsInStandardDeviations()
    {
        var result = CompletenessComparison.Of([1, 20, 3, 22, 5, null], [Age]);
        Assert.Equal((3.0 - 21) / Math.Sqrt((4.0 + 2) / 2), result.Standardised!.Value, 12);
        Assert.Null(CompletenessComparison.Of([1, 20, null, null, null, null], [Age]).Standardised);
    }

    [Fact]
    public void MissingnessModel_TwoGroups_LogOddsOfTheirShares()
    {
        int?[] values = [.. Enumerable.Range(0, 40).Select(i => i % 20 < (i < 20 ? 5 : 12) ? (int?)null : i)];
        var second = new DummyTerm("second", [.. Enumerable.Range(0, 40).Select(i => (bool?)(i >= 20))]);
        var fit = MissingnessModel.Fit("missing", [MissingIndicator.Of("value", values)], [second]);
        Assert.Equal(Math.Log(12.0 / 8 / (5.0 / 15)), fit.Estimates!.Coefficients[1].Estimate!.Value, 10);
        var itself = MissingnessModel.Fit(
            "missing",
            [MissingIndicator.Of("value", values)],
            [new NumericTerm("value", [.. values.Select(v => (double?)v)])]
        );
        Assert.Equal(LogisticStatus.OneOutcomeClass, itself.Status);
    }

    [Fact]
    public void StandardisedDifference_NothingVaries_IsNull() => Assert.Null(StandardisedDifference.Of(Share.Of(3, 3), Share.Of(0, 2)));
}
