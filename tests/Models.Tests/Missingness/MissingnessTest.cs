using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Missingness;
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
}
