using ReportBuilder.Commands;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Stages;
using Spectre.Console;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public class ValidateCommandTest
{
    [Theory]
    [InlineData("deltakere.csv")]
    [InlineData("deltakere.parquet")]
    public async Task Run_GoodFile_SaysWhatIsInIt(string name)
    {
        var people = Participants.Make(count: 60);

        var (code, said, complained) = await RunAsync(name, await DatasetFile.ToBytesAsync(people.Data, name));

        Assert.Equal((ExitCodes.Done, string.Empty), (code, complained));
        var inJobbsjansen = people.Rows.Count(r => r["ordning"] == "jobbsjansen");
        Assert.Contains("Rader: 60", said, StringComparison.Ordinal);
        Assert.Contains($"jobbsjansen: {inJobbsjansen} (2017: ", said, StringComparison.Ordinal);
        Assert.Contains("Kommunenumre: 6", said, StringComparison.Ordinal);
        Assert.Contains($"norsknivaa: {people.Rows.Count(r => r["norsknivaa"] is null)} (", said, StringComparison.Ordinal);
        Assert.Contains("k_folketall: alle", said, StringComparison.Ordinal);
        Assert.Contains("er i orden", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BadFile_ListsFaultsAndFails()
    {
        var bytes = DatasetWriter.ToBytes(Participants.Make(count: 3).Data);
        bytes[^2] = (byte)'x';

        var (code, said, complained) = await RunAsync("deltakere.csv", bytes);

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("er ikke i orden", said, StringComparison.Ordinal);
        Assert.Contains(": feil RB20", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InventedAmongReal_Fails()
    {
        var people = Participants.Make(count: 5, change: (i, row) => row["kilde"] = i == 2 ? "syntetisk" : "register");

        var (code, _, complained) = await RunAsync("deltakere.csv", DatasetWriter.ToBytes(people.Data));

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("RB2022", complained, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said, string Complained)> RunAsync(string name, byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllBytesAsync(path, bytes);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        var output = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(said),
                Interactive = InteractionSupport.No,
                Ansi = AnsiSupport.No,
            }
        );
        var options = new ValidateOptions(path, DataFolder.Path("deltakere.schema.csv"), Repository.PathOf("data"));
        var code = await ValidateCommand.RunAsync(options, new RunConsole(output, complained), new DiagnosticBag());
        return (code, said.ToString(), complained.ToString());
    }
}
