using System.Text;
using ReportBuilder.Commands;
using ReportBuilder.Fits;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Fits;

/// <summary>The same table, written in the ways that tables are written.</summary>
public class CsvShapesTest
{
    private static readonly string[] Lines =
    [
        "y,x,f,ok",
        .. Enumerable
            .Range(0, 60)
            .Select(i => $"{(i * 37 % 11 < 5 ? 1 : 0)},{i * 13 % 17 / 4.0:0.00},{"abc"[i * 5 % 7 % 3]},{(i % 3 == 0 ? "TRUE" : "FALSE")}"),
    ];

    private static readonly string Plain = string.Join('\n', Lines) + "\n";

    public static TheoryData<string, string> Shapes =>
        new()
        {
            { "semicolon and comma", string.Join('\n', Lines.Select(l => l.Replace(',', ';').Replace('.', ','))) },
            { "semicolon and point", string.Join('\n', Lines.Select(l => l.Replace(',', ';'))) },
            { "tab", string.Join('\n', Lines.Select(l => l.Replace(',', '\t'))) },
            { "mark and CRLF", "\uFEFF" + string.Join("\r\n", Lines) + "\r\n" },
            { "quotes", string.Join('\n', Lines.Select(l => '"' + l.Replace(",", "\",\"") + '"')) },
            {
                "quoted decimal comma",
                string.Join('\n', Lines.Select(l => string.Join(',', l.Split(',').Select(c => '"' + c.Replace('.', ',') + '"'))))
            },
            { "other columns", string.Join('\n', Lines.Select((l, i) => $"{l},{(i == 0 ? "note" : "\"a, b\nc\"")}")) },
            { "T and F", Plain.Replace("TRUE", "T").Replace("FALSE", "F") },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Read_AnotherShape_GivesTheSameFit(string name, string csv)
    {
        Assert.NotEmpty(name);
        var expected = await FitBench.RunAsync(Plain, "y ~ x + f + ok");
        var run = await FitBench.RunAsync(csv, "y ~ x + f + ok");
        Assert.Equal((ExitCodes.Done, string.Empty), (run.Code, run.Complained));
        Assert.Equal(["(Intercept)", "x", "fb", "fc", "okTRUE"], run.Coefficients.Keys);
        Assert.Equal(expected.Result.GetProperty("covariance").ToString(), run.Result.GetProperty("covariance").ToString());
    }

    [Fact]
    public async Task Read_DecimalCommaAsChosen_ReadsWholeNumbersToo()
    {
        var csv = string.Join('\n', Lines.Select(l => l.Replace(',', ';').Replace('.', ',')));
        var run = await FitBench.RunAsync(csv, "y ~ x", o => o with { Decimal = DecimalMark.Comma });
        Assert.Equal(["(Intercept)", "x"], run.Coefficients.Keys);
        var asPoint = await FitBench.RunAsync(csv, "y ~ x", o => o with { Decimal = DecimalMark.Point });
        Assert.Contains("x0,25", asPoint.Coefficients.Keys);
    }

    [Fact]
    public async Task Read_RowsInAnotherOrder_GivesTheSameEstimates()
    {
        var turned = string.Join('\n', Lines.Skip(1).Reverse().Prepend(Lines[0]));
        var (one, other) = (await FitBench.RunAsync(Plain, "y ~ x * f"), await FitBench.RunAsync(turned, "y ~ x * f"));
        foreach (var (name, coefficient) in one.Coefficients)
        {
            Assert.Equal(
                coefficient.GetProperty("estimate").GetDouble(),
                other.Coefficients[name].GetProperty("estimate").GetDouble(),
                1e-9
            );
        }
    }

    [Fact]
    public async Task Run_Twice_GivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("data.csv", Encoding.UTF8.GetBytes(Plain));
        var one = await FitBench.RunFileAsync(path, "y ~ x + (1 | f)");
        var other = await FitBench.RunFileAsync(path, "y ~ x + (1 | f)");
        Assert.Equal(one, other);
    }
}
