using System.Text;
using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

public class JsonStatDatasetTest
{
    private static JsonStatDataset Read(string json)
    {
        var (table, diagnostics) = JsonStatText.Parse(json);
        Assert.Empty(diagnostics.Select(DiagnosticFormatter.Format));
        return Assert.IsType<JsonStatDataset>(table);
    }

    private static int Cell(JsonStatDataset table, string region, string contents)
    {
        var codes = new Dictionary<string, string> { ["Region"] = region, ["ContentsCode"] = contents };
        return Assert.NotNull(table.Cell(codes));
    }

    [Fact]
    public void Parse_Small_HasValuesByCode()
    {
        var table = Read(JsonStatText.Small);

        Assert.Equal(693494, table.Value(Cell(table, "0301", "Folkemengde")));
        Assert.Equal(454.12, table.Value(Cell(table, "0301", "Areal")));
        Assert.Equal(283929, table.Value(Cell(table, "4601", "Folkemengde")));
        Assert.Equal("11342: Areal og befolkning", table.Label);
        Assert.Equal(["Folketall per 1. januar."], table.Notes);
        Assert.Equal([JsonStatRole.Geography, JsonStatRole.Metric, JsonStatRole.Time], table.Dimensions.Select(d => d.Role));
        Assert.Equal(new JsonStatCategory("Folkemengde", "Folkemengde 1. januar", "personer", 0), table.Dimensions[1].Categories[0]);
        Assert.Equal("2020", Assert.Single(table.Dimensions[2].Categories).Code);
        Assert.True(table.Dimensions[0].CanBeLeftOut);
    }

    [Fact]
    public void Parse_MissingValue_HasItsSignAndIsNotNil()
    {
        var table = Read(JsonStatText.Small);
        var cell = Cell(table, "4601", "Areal");

        Assert.Null(table.Value(cell));
        Assert.Equal(":", table.Sign(cell));
    }

    [Theory]
    [InlineData("""{"3": ":"}""", ":")]
    [InlineData("""[null, null, null, ".."]""", "..")]
    [InlineData("""["."]""", ".")]
    [InlineData("\"..\"", "..")]
    public void Parse_StatusInAnyForm_GivesTheSign(string status, string sign)
    {
        var table = Read(JsonStatText.With("""{"3": ":"}""", status));
        Assert.Equal(sign, table.Sign(3));
    }

    [Fact]
    public void Parse_ValuesByPosition_AreTheSameAsInARow()
    {
        var table = Read(JsonStatText.With("[693494, 454.12, 283929, null]", """{"2": 283929, "0": 693494, "1": 454.12}"""));

        Assert.Equal([693494, 454.12, 283929, null], Enumerable.Range(0, 4).Select(table.Value));
    }

    [Fact]
    public void Parse_MembersInAnotherOrder_GiveTheSame()
    {
        var value = "\"value\": [693494, 454.12, 283929, null],\n";
        Assert.Contains(value, JsonStatText.Small, StringComparison.Ordinal);
        var json = JsonStatText
            .Small.Replace(value, string.Empty, StringComparison.Ordinal)
            .Replace("{\n  \"version\"", "{" + value + "\"version\"", StringComparison.Ordinal);

        Assert.Equal(283929, Read(json).Value(2));
    }

    [Fact]
    public void Parse_NoRolesAndByteOrderMark_IsRead()
    {
        var json = JsonStatText.With(
            "\"role\": {\"time\": [\"Tid\"], \"geo\": [\"Region\"], \"metric\": [\"ContentsCode\"]},",
            string.Empty
        );
        var bag = new DiagnosticBag();

        var table = JsonStatDataset.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)], "x.json", bag);

        Assert.Empty(bag.Sorted());
        Assert.All(table!.Dimensions, d => Assert.Equal(JsonStatRole.None, d.Role));
    }

    [Theory]
    [InlineData("0301", "Volum", "2020")]
    [InlineData("9999", "Areal", "2020")]
    [InlineData("0301", "Areal", "2019")]
    public void Cell_UnknownCode_IsNull(string region, string contents, string year)
    {
        var codes = new Dictionary<string, string>
        {
            ["Region"] = region,
            ["ContentsCode"] = contents,
            ["Tid"] = year,
        };
        Assert.Null(Read(JsonStatText.Small).Cell(codes));
    }

    [Fact]
    public void Cell_VariableWithSeveralCategoriesNotNamed_IsNull() =>
        Assert.Null(Read(JsonStatText.Small).Cell(new Dictionary<string, string> { ["Region"] = "0301" }));

    [Theory]
    [InlineData("Folkemengde", 0)]
    [InlineData("«areal (km²)»", 1)]
    [InlineData("«Folkemengde 1.\u00a0januar»", 0)]
    [InlineData("Areal (km²)", -1)]
    [InlineData("«Folkemengde»", -1)]
    public void IndexOfNamed_CodeOrLabel_FindsTheCategory(string name, int position) =>
        Assert.Equal(position, Read(JsonStatText.Small).Dimensions[1].IndexOfNamed(name));

    [Fact]
    public void Parse_LastDimensionFastest_HoldsForEveryCell()
    {
        Property.Holds(
            Gen.Int[1, 4].Array[1, 4],
            sizes =>
            {
                var dimensions = sizes
                    .Select(
                        (size, d) =>
                            new JsonStatDimension(
                                $"D{d}",
                                $"D{d}",
                                [.. Enumerable.Range(0, size).Select(c => new JsonStatCategory($"c{c}", $"c{c}"))]
                            )
                    )
                    .ToList();
                var cells = sizes.Aggregate(1, (a, b) => a * b);
                var table = new JsonStatDataset(dimensions, [.. Enumerable.Range(0, cells).Select(i => (double?)i)]);
                for (var cell = 0; cell < cells; cell++)
                {
                    var rest = cell;
                    var codes = new Dictionary<string, string>();
                    for (var d = sizes.Length - 1; d >= 0; d--)
                    {
                        codes[$"D{d}"] = $"c{rest % sizes[d]}";
                        rest /= sizes[d];
                    }

                    Assert.Equal(cell, table.Value(table.Cell(codes)!.Value));
                }
            },
            examples: 200
        );
    }

    [Fact]
    public void Constructor_MissingWithoutSign_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            new JsonStatDataset([new JsonStatDimension("A", "A", [new JsonStatCategory("a", "a")])], [null])
        );

    [Theory]
    [InlineData("ssb-05300-v0-data.json", 432, 28)]
    [InlineData("ssb-07459-folkemengde-no.json", 40, 0)]
    [InlineData("ssb-07459-population-en.json", 40, 0)]
    [InlineData("ssb-13615-v2beta-data.json", 100, 30)]
    public void Read_RecordedAnswer_HasAllCells(string file, int cells, int missing)
    {
        var path = Repository.PathOf("../shared/data/jsonstat/" + file);
        Assert.SkipUnless(File.Exists(path), $"{path} is not here.");
        var bag = new DiagnosticBag();

        var table = JsonStatDataset.Read(path, file, bag);

        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        Assert.Equal(cells, table!.CellCount);
        Assert.Equal(missing, Enumerable.Range(0, cells).Count(i => table.Value(i) is null));
        Assert.All(
            Enumerable.Range(0, cells).Where(i => table.Value(i) is null),
            i => Assert.Contains(table.Sign(i), (string[])[".", "..", ":"])
        );
    }
}
