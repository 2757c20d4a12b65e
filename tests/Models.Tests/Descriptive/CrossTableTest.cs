using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

public class CrossTableTest
{
    private static readonly int[,] Counts =
    {
        { 20, 14 },
        { 5, 9 },
        { 0, 7 },
    };

    /// <summary>Against chisq.test (descriptive.R).</summary>
    [Fact]
    public void Of_Counts_AsChisqTest()
    {
        var expected = ReferenceFiles.Json("descriptive.json").GetProperty("chisq");
        var (rows, columns) = Variables();
        var table = CrossTable.Of(rows, columns);
        var test = table.Independence!;
        Assert.Equal((55, 2), (table.Count, table.Left));
        Close.To(expected.Number("statistic"), test.ChiSquare, 1e-12);
        Assert.Equal(expected.Number("df"), test.DegreesOfFreedom);
        Close.To(expected.Number("p"), test.P, 1e-10);
        Close.To(expected.Number("v"), test.CramersV, 1e-12);
        Close.To(expected.Number("least"), test.LeastExpected, 1e-12);
        Assert.Equal(new CrossCell(5, 5, 5.0 / 14, 5.0 / 25), table.Cells[1][0]);
        Assert.Equal(new CrossCell(0, 0, null, 0.0), table.Cells[3][0]);
    }

    [Fact]
    public void Of_EqualWeights_SameTestAndShares()
    {
        var (rows, columns) = Variables();
        var (plain, weighted) = (CrossTable.Of(rows, columns), CrossTable.Of(rows, columns, [.. Enumerable.Repeat(3.0, rows.RowCount)]));
        Close.To(plain.Independence!.ChiSquare, weighted.Independence!.ChiSquare, 1e-12);
        Close.To(plain.Independence.CramersV, weighted.Independence.CramersV, 1e-12);
        Assert.Equal(60, weighted.Cells[0][0].Weight);
    }

    [Fact]
    public void Of_OneRowInUse_HasNoTest()
    {
        var variable = Categorical.FromLabels(["a", "b"], ["a", "a"]);
        Assert.Null(CrossTable.Of(variable, variable).Independence);
        Assert.Equal(WeightedStatus.NoRows, CrossTable.Of(variable, Categorical.FromLabels(["x"], [null, "y"])).Status);
    }

    private static (Categorical Rows, Categorical Columns) Variables()
    {
        var (rows, columns) = (new List<string?>(), new List<string?>());
        for (var r = 0; r < 3; r++)
        {
            for (var c = 0; c < 2; c++)
            {
                rows.AddRange(Enumerable.Repeat($"r{r}", Counts[r, c]));
                columns.AddRange(Enumerable.Repeat($"c{c}", Counts[r, c]));
            }
        }

        return (
            Categorical.FromLabels(["r0", "r1", "r2", "empty"], [.. rows, null, "r0"]),
            Categorical.FromLabels(["c0", "c1"], [.. columns, "c0", "other"])
        );
    }
}
