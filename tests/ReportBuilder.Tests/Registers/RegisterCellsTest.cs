using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;
using Xunit;

namespace ReportBuilder.Tests.Registers;

/// <summary>Cells that are not values of their kind are named with place, found and expected.</summary>
public class RegisterCellsTest
{
    private const int Hours = 3;
    private const int Track = 4;
    private const int Start = 5;
    private const int Measure = 6;

    [Fact]
    public void Cells_Values_AreRead()
    {
        var (file, bag) = Open("1;0301;K;10,5;2;31.12.2019;Nei");

        Assert.Equal(10.5, RegisterCells.Number(file, Hours, bag).OrNull);
        Assert.Equal(2, RegisterCells.Integer(file, Track, bag).OrNull);
        Assert.Equal(new DateOnly(2019, 12, 31), RegisterCells.Date(file, Start, bag).OrNull);
        Assert.Equal(false, RegisterCells.YesNo(file, Measure, bag).OrNull);
        Assert.Empty(bag.Sorted());
    }

    [Fact]
    public void Cells_Empty_AreEmptyAndNotFaulty()
    {
        var (file, bag) = Open("1;0301;K;; ;\"\";");

        Assert.Equal(RegisterCellState.Empty, RegisterCells.Number(file, Hours, bag).State);
        Assert.Equal(RegisterCellState.Empty, RegisterCells.Integer(file, Track, bag).State);
        Assert.Equal(RegisterCellState.Empty, RegisterCells.Date(file, Start, bag).State);
        Assert.Equal(RegisterCellState.Empty, RegisterCells.YesNo(file, Measure, bag).State);
        Assert.Null(RegisterCells.YesNo(file, 7, bag).OrNull);
        Assert.Empty(bag.Sorted());
    }

    [Theory]
    [InlineData(Hours, "mange", "RB2130")]
    [InlineData(Hours, "12 timer", "RB2130")]
    [InlineData(Hours, "0x1F", "RB2130")]
    [InlineData(Hours, "1 234", "RB2131")]
    [InlineData(Hours, "1.234,5", "RB2131")]
    [InlineData(Hours, "1\u00A0234,5", "RB2131")]
    [InlineData(Hours, ".", "RB2133")]
    [InlineData(Hours, ".a", "RB2133")]
    [InlineData(Hours, "NA", "RB2133")]
    [InlineData(Hours, "NULL", "RB2133")]
    [InlineData(Hours, "-", "RB2133")]
    [InlineData(Hours, "NaN", "RB2133")]
    [InlineData(Track, "1,5", "RB2132")]
    [InlineData(Track, "to", "RB2130")]
    [InlineData(Track, "#N/A", "RB2133")]
    [InlineData(Start, "i går", "RB2135")]
    [InlineData(Start, "31DEC2019", "RB2135")]
    [InlineData(Start, "31.02.2019", "RB2136")]
    [InlineData(Start, "2019-02-30", "RB2136")]
    [InlineData(Start, "31.12.19", "RB2137")]
    [InlineData(Start, "31.12.0201", "RB2138")]
    [InlineData(Start, "0201-12-31", "RB2138")]
    [InlineData(Start, "03/04/2019", "RB2139")]
    [InlineData(Start, "03-04-2019", "RB2139")]
    [InlineData(Start, "43831", "RB2140")]
    [InlineData(Start, ".", "RB2133")]
    [InlineData(Measure, "2", "RB2134")]
    [InlineData(Measure, "x", "RB2134")]
    [InlineData(Measure, "null", "RB2133")]
    public void Cells_Faulty_AreNamedAtTheirPlace(int variable, string cell, string code)
    {
        var cells = new[] { "1", "0301", "K", "", "", "", "" };
        cells[variable] = cell;
        var (file, bag) = Open(string.Join(';', cells));

        var state = variable switch
        {
            Hours => RegisterCells.Number(file, variable, bag).State,
            Track => RegisterCells.Integer(file, variable, bag).State,
            Start => RegisterCells.Date(file, variable, bag).State,
            _ => RegisterCells.YesNo(file, variable, bag).State,
        };

        Assert.Equal(RegisterCellState.Faulty, state);
        var error = Assert.Single(bag.Sorted());
        Assert.Equal((code, Severity.Error), (error.Code, error.Severity));
        Assert.Equal(new SourcePlace("prove.csv", 2, 10 + variable - Hours), error.Place);
        Assert.Equal((RegisterText.Schema.Variables[variable].Name, cell), (error.Arguments[0], error.Found));
        Assert.NotEmpty(error.Expected!);
        Assert.Contains(error.Arguments[0], DiagnosticFormatter.Format(error));
    }

    [Fact]
    public void Cells_FaultyBeyondTheLimit_AreCountedAndNotDescribed()
    {
        var text = RegisterText.Header + "\n" + string.Concat(Enumerable.Repeat("1;0301;K;x;;;\n", 300));
        var bag = new DiagnosticBag();
        using var file = RegisterFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "prove.csv", RegisterText.Schema, bag, 4096)!;
        while (file.Read())
        {
            RegisterCells.Number(file, Hours, bag);
        }

        Assert.Equal(300, bag.ErrorCount);
        Assert.All(bag.Sorted(), d => Assert.Equal("x", d.Found));
    }

    [Fact]
    public void Cells_LongText_IsShortenedInTheMessage()
    {
        var (file, bag) = Open("1;0301;K;" + new string('ø', 5000) + ";;;");

        RegisterCells.Number(file, Hours, bag);

        Assert.Equal(new string('ø', 60) + "…", bag.Sorted()[0].Found);
    }

    private static (RegisterFile File, DiagnosticBag Bag) Open(string line)
    {
        var bag = new DiagnosticBag();
        var bytes = Encoding.UTF8.GetBytes(RegisterText.Header + "\n" + line);
        var file = RegisterFile.Open(new MemoryStream(bytes), "prove.csv", RegisterText.Schema, bag, 4096)!;
        Assert.True(file.Read());
        return (file, bag);
    }
}
