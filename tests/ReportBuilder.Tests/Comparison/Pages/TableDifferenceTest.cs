using ReportBuilder.Comparison.Pages;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class TableDifferenceTest
{
    private static readonly TableContent Old = new(
        "tbl-x",
        ["", "Andel"],
        [
            new TableContentRow("group", [ExampleEdition.Cell("Kjønn")]),
            ExampleEdition.Row(ExampleEdition.Cell("Kvinner"), ExampleEdition.Cell("57 %", "andel.kvinne")),
            ExampleEdition.Row(ExampleEdition.Cell("Menn"), ExampleEdition.Cell("43 %", "andel.mann")),
        ]
    );

    [Fact]
    public void Of_CellWithOtherText_IsChanged()
    {
        var difference = Of(With(1, "58 %"), "andel.kvinne");
        Assert.Equal(new CellPair("57 %", "58 %", false), difference.Rows[1].Cells[1]);
        Assert.Equal((1, 0), (difference.ChangedCells, difference.HiddenChanges));
        Assert.False(difference.Rows[2].IsTouched);
    }

    [Fact]
    public void Of_CellWithOtherNumberAndTheSameText_IsAHiddenChange()
    {
        var difference = Of(Old, "andel.kvinne");
        Assert.Equal((0, 1), (difference.ChangedCells, difference.HiddenChanges));
        Assert.True(difference.Rows[1].IsTouched);
    }

    [Fact]
    public void Of_RowWithNewLabel_IsTheSameRow()
    {
        var renamed = Old with
        {
            Rows = [Old.Rows[0], ExampleEdition.Row(ExampleEdition.Cell("Kvinne"), Old.Rows[1].Cells[1]), Old.Rows[2]],
        };
        var difference = Of(renamed);
        Assert.Equal(3, difference.Rows.Count);
        Assert.Equal(("Kvinner", "Kvinne"), (difference.Rows[1].Cells[0].Old, difference.Rows[1].Cells[0].New));
    }

    [Fact]
    public void Of_RowAndColumnAdded_AreNewAndTheRestIsInPlace()
    {
        var wider = new TableContent(
            "tbl-x",
            ["", "Antall", "Andel"],
            [
                Old.Rows[0],
                .. Old.Rows.Skip(1).Select(r => r with { Cells = [r.Cells[0], ExampleEdition.Cell("10"), r.Cells[1]] }),
                ExampleEdition.Row(ExampleEdition.Cell("Alle"), ExampleEdition.Cell("20"), ExampleEdition.Cell("100 %", "andel.alle")),
            ]
        );
        var difference = Of(wider);
        Assert.Equal(
            [new CellPair("", "", false), new CellPair(null, "Antall", false), new CellPair("Andel", "Andel", false)],
            difference.Columns
        );
        Assert.Equal([false, false, false, true], difference.Rows.Select(r => r.IsOnlyNew));
        Assert.Equal([false, false, true], difference.HoldsNumbers);
        Assert.False(difference.Rows[1].Cells[2].IsChanged);
    }

    [Fact]
    public void Of_TableThatIsGone_HasOnlyOldSides()
    {
        var difference = TableDifference.Of(Old, null, new HashSet<string>(StringComparer.Ordinal));
        Assert.All(difference.Rows, r => Assert.True(r.IsOnlyOld));
        Assert.Equal("43 %", difference.Rows[2].Cells[1].Old);
    }

    private static TableDifference Of(TableContent now, params string[] changed) =>
        TableDifference.Of(Old, now, changed.ToHashSet(StringComparer.Ordinal));

    private static TableContent With(int row, string text) =>
        Old with
        {
            Rows = [.. Old.Rows.Select((r, i) => i == row ? r with { Cells = [r.Cells[0], r.Cells[1] with { Text = text }] } : r)],
        };
}
