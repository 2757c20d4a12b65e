using ReportBuilder.Comparison;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Contents;

public class TableComparerTest
{
    private static readonly Edition Whole = ExampleEdition.Whole();

    [Fact]
    public void Compare_ACellThatFollowsItsNumber_IsNoDifferenceOfItsOwn()
    {
        var changed = Whole
            .With(Whole.Find("modell.k0.p")!.Valued(0.2))
            .WithTable(
                "tbl-modell",
                t =>
                    t with
                    {
                        Rows = t.Rows.Replaced(
                            0,
                            t.Rows[0] with
                            {
                                Cells = t.Rows[0].Cells.Replaced(1, t.Rows[0].Cells[1] with { Text = "y" }),
                            }
                        ),
                    }
            );
        Assert.Equal(["modell.k0.p"], Keys(changed));
    }

    [Fact]
    public void Compare_ACellThatChangesThoughOnlyTheBaseOfItsNumberDid_IsADifference()
    {
        var changed = Whole
            .With(Whole.Find("modell.k0.estimat")! with { Base = 7 })
            .WithTable(
                "tbl-modell",
                t =>
                    t with
                    {
                        Rows = t.Rows.Replaced(
                            0,
                            t.Rows[0] with
                            {
                                Cells = t.Rows[0].Cells.Replaced(1, t.Rows[0].Cells[1] with { Text = "y" }),
                            }
                        ),
                    }
            );
        Assert.Equal(["modell.k0.estimat", "tbl-modell#celle.kvinne.estimat"], Keys(changed));
    }

    [Fact]
    public void Compare_RowsShiftedUnderTheirLabels_TellsEachCellWithItsNumbers()
    {
        // The labels stay and the numbers move one row down: the table of another year.
        var changed = Whole.WithTable(
            "tbl-modell",
            t =>
                t with
                {
                    Rows =
                    [
                        .. t.Rows.Select((r, i) => r with { Cells = [r.Cells[0], t.Rows[(i + 1) % t.Rows.Count].Cells[1], r.Cells[2]] }),
                    ],
                }
        );
        var differences = Compare(changed);
        Assert.Equal(5, differences.Count);
        Assert.All(differences, d => Assert.StartsWith("tbl-modell#celle.", d.Key, StringComparison.Ordinal));
        Assert.Contains(
            "[modell.k0.estimat]",
            differences.Single(d => d.Key == "tbl-modell#celle.kvinne.estimat").Old,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Compare_AColumnThatCame_IsToldOnce()
    {
        var changed = Whole.WithTable(
            "tbl-modell",
            t =>
                t with
                {
                    Columns = [.. t.Columns, "Ny"],
                    Rows = [.. t.Rows.Select(r => r with { Cells = [.. r.Cells, ExampleEdition.Cell("n")] })],
                }
        );
        var difference = Assert.Single(Compare(changed));
        Assert.Equal(
            ("tbl-modell#kolonner", " | Estimat | Merknad", " | Estimat | Merknad | Ny"),
            (difference.Key, difference.Old, difference.New)
        );
    }

    [Fact]
    public void Compare_ColumnsThatChangePlaces_CompareEachCellWithItsOwn()
    {
        var changed = Whole.WithTable(
            "tbl-andeler",
            t =>
                t with
                {
                    Columns = [t.Columns[0], t.Columns[2], t.Columns[1]],
                    Rows = [.. t.Rows.Select(r => r.Cells.Count == 1 ? r : r with { Cells = [r.Cells[0], r.Cells[2], r.Cells[1]] })],
                }
        );
        Assert.Equal(["tbl-andeler#kolonner"], Keys(changed));
    }

    [Fact]
    public void Compare_TwoRowsOfOneLabel_AreToldApart()
    {
        static Edition Doubled(string second) =>
            Whole.WithTable(
                "tbl-modell",
                t =>
                    t with
                    {
                        Rows = [.. t.Rows, ExampleEdition.Row(t.Rows[0].Cells[0], ExampleEdition.Cell(second), ExampleEdition.Cell(""))],
                    }
            );
        var differences = EditionComparer.Compare(Doubled("a"), Doubled("b"), ComparisonSettings.Default, []).Differences;
        Assert.Equal("tbl-modell#celle.kvinne_2.estimat", Assert.Single(differences).Key);
    }

    [Fact]
    public void Compare_ALongHead_IsCutAndStillTold()
    {
        static Edition Headed(string last) =>
            Whole.WithTable("tbl-modell", t => t with { Columns = [new string('x', 200), new string('y', 200), last] });
        var difference = Assert.Single(
            EditionComparer.Compare(Headed("a"), Headed("b"), ComparisonSettings.Default, []).Differences,
            d => d.Key == "tbl-modell#kolonner"
        );
        Assert.NotEqual(difference.Old, difference.New);
        Assert.All([difference.Old!, difference.New!], text => Assert.InRange(text.Length, 250, 330));
    }

    [Fact]
    public void Compare_AnEditionWithoutNumbering_ComparesNone()
    {
        var unplaced = Whole with { Tables = [.. Whole.Tables.Select(t => t with { Number = null, Caption = null })] };
        Assert.Empty(Compare(unplaced));
        // One that no text places any longer, among others that are, is told.
        Assert.Equal(["tbl-modell#nummer"], Keys(Whole.WithTable("tbl-modell", t => t with { Number = null })));
    }

    private static IReadOnlyList<Difference> Compare(Edition changed) =>
        EditionComparer.Compare(Whole, changed, ComparisonSettings.Default, []).Differences;

    private static IEnumerable<string> Keys(Edition changed) => Compare(changed).Select(d => d.Key).Order(StringComparer.Ordinal);
}
