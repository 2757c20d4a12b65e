using ReportBuilder.Models.Design;
using Xunit;

namespace ReportBuilder.Models.Tests.Design;

public class ScaledTermTest
{
    private static readonly double?[] Values = [2, 4, null, 9, 5];
    private static readonly DummyTerm Outcome = new("y", [true, false, true, null, false]);

    [Fact]
    public void Build_Standardised_UsesAllRowsWithAValueAsR()
    {
        // R: scale(c(2, 4, NA, 9, 5)); the fourth row has no outcome, but counts in mean and standard deviation.
        var column = Column(Scaling.Standardise);
        var sd = Math.Sqrt((9 + 1 + 16 + 0) / 3.0);
        Assert.Equal([-3 / sd, -1 / sd, 0], column.Select(v => Math.Round(v, 15)), (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void Build_OverRowsUsed_UsesThoseOnly()
    {
        var column = Column(Scaling.Standardise with { Rows = ScalingRows.Used });
        Assert.Equal(0, column.Sum(), 1e-14);
        Assert.Equal(2, column.Sum(v => v * v), 1e-14);
    }

    [Fact]
    public void Build_CentredOnly_KeepsTheUnit() => Assert.Equal([-3, -1, 0], Column(Scaling.CentreOnly));

    [Fact]
    public void Build_ScaledOnly_DividesByTheRootMeanSquare()
    {
        var column = Column(new Scaling(Centre: false, Scale: true, ScalingRows.WithValue));
        Assert.Equal(2 / Math.Sqrt((4 + 16 + 81 + 25) / 3.0), column[0], 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(1e9)]
    public void Build_Constant_IsAliased(double value)
    {
        var term = new ScaledTerm("x", [value, value, value, value, value], Scaling.Standardise);
        Assert.Equal(AliasReason.AllZero, Assert.Single(ModelDesign.Build(Outcome, [term]).Aliased).Reason);
    }

    [Fact]
    public void Row_Profile_IsScaledAsTheData()
    {
        var design = ModelDesign.Build(Outcome, [new ScaledTerm("x", Values, Scaling.Standardise)]);
        var row = design.Row(new Dictionary<string, TermValue> { ["x"] = TermValue.Of(2) });
        Assert.Equal((0, design[0, 1]), (row.Problems.Count, row.Values[1]));
    }

    [Fact]
    public void Build_ValuesThatCannotBeUsed_AreCounted()
    {
        var term = new ScaledTerm("x", [1, null, double.NaN, 3, double.PositiveInfinity], Scaling.Standardise);
        Assert.Equal(
            [new DroppedRows("y", DropReason.Missing, 1), new("x", DropReason.Missing, 1), new("x", DropReason.NotFinite, 2)],
            ModelDesign.Build(Outcome, [term]).DroppedRows
        );
    }

    private static double[] Column(Scaling scaling) =>
        ModelDesign.Build(Outcome, [new ScaledTerm("x", Values, scaling)]).ColumnValues(1).ToArray();
}
