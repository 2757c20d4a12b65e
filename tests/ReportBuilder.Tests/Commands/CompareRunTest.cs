using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportBuilder.Commands;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Comparison;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public sealed class CompareRunTest : IDisposable
{
    private static readonly Edition Whole = Undrawn(ExampleEdition.Whole());
    private readonly TemporaryFolder _folder = new();
    private readonly ReportFolder _report = new();

    public void Dispose()
    {
        _folder.Dispose();
        _report.Dispose();
    }

    [Fact]
    public async Task Run_TheSameEdition_EndsWithZeroAndSaysSo()
    {
        var code = await RunAsync(Edition("a", Whole), Edition("b", Whole));
        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("Utgavene er like.", _report.Said, StringComparison.Ordinal);
        Assert.Empty(_report.Diagnostics);
    }

    [Fact]
    public async Task Run_ADifference_EndsWithOneAndShowsBothSidesAsReadersSeeThem()
    {
        var code = await RunAsync(Edition("a", Whole), Edition("b", Changed));
        Assert.Equal(ExitCodes.Differs, code);
        Assert.Contains("1 endret", _report.Said, StringComparison.Ordinal);
        Assert.Contains("  andel.k0.jobbsjansen: 41\u00A0% → 50\u00A0%", _report.Said, StringComparison.Ordinal);
        Assert.Contains("Ny plass i rekkefølgen 1", _report.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TheFileInsteadOfTheFolder_IsTheSame() =>
        Assert.Equal(ExitCodes.Done, await RunAsync(Path.Combine(Edition("a", Whole), "utgave.json"), Edition("b", Whole)));

    [Theory]
    [InlineData("finnes-ikke", "RB7001")]
    [InlineData("kuttet", "RB70")]
    public async Task Run_AnEditionThatCannotBeRead_EndsWithTwoAndWritesNothing(string name, string code)
    {
        var bytes = EditionWriter.Write(Whole);
        _folder.Write("kuttet/utgave.json", bytes[..(bytes.Length / 2)]);
        var output = Path.Combine(_folder.Path, "ut");
        var options = new CompareOptions(Edition("a", Whole), Path.Combine(_folder.Path, name)) { OutputFolder = output };
        Assert.Equal(ExitCodes.BadInput, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
        Assert.Contains(code, string.Join('\n', _report.Diagnostics), StringComparison.Ordinal);
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public async Task Run_WithOutput_WritesTheSameBytesEachTime()
    {
        var (a, b) = (Edition("a", Whole), Edition("b", Changed));
        foreach (var name in new[] { "en", "to" })
        {
            var options = new CompareOptions(a, b) { ConfigFile = Settings("mot: []"), OutputFolder = Path.Combine(_folder.Path, name) };
            Assert.Equal(ExitCodes.Differs, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
        }

        foreach (var file in new[] { "sammenligning.json", "sammenligning.html", "sammenligning.pdf" })
        {
            var first = await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "en", file), TestContext.Current.CancellationToken);
            Assert.NotEmpty(first);
            Assert.Equal(
                first,
                await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "to", file), TestContext.Current.CancellationToken)
            );
        }

        using var json = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(_folder.Path, "en", "sammenligning.json"), TestContext.Current.CancellationToken)
        );
        Assert.Equal("andel.k0.jobbsjansen", json.RootElement.GetProperty("differences")[0].GetProperty("key").GetString());
    }

    [Fact]
    public async Task Run_ADraftThatIsSigned_EndsWithZeroUntilTheNumbersChange()
    {
        var (a, b) = (Edition("a", Whole), Edition("b", Changed));
        var draft = Path.Combine(_folder.Path, "avvik.yaml");
        Assert.Equal(ExitCodes.Differs, await RunAsync(a, b, draft: draft));
        Assert.Equal(ExitCodes.Differs, await RunAsync(a, b, draft));
        await SignAsync(draft);
        Assert.Equal(ExitCodes.Done, await RunAsync(a, b, draft));
        Edition("b", Whole.With(Whole.Find("andel.k0.jobbsjansen")!.Valued(0.51)));
        Assert.Equal(ExitCodes.Differs, await RunAsync(a, b, draft));
        Assert.Contains("Forklaringer for andre tall: 1", _report.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ExplanationsOfOtherEditions_EndsWithTwo()
    {
        var file = _folder.Write("avvik.yaml", "fra: x\ntil: y\navvik: []\n");
        Assert.Equal(ExitCodes.BadInput, await RunAsync(Edition("a", Whole), Edition("b", Whole), file));
        Assert.Contains("RB7066", string.Join('\n', _report.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ExplanationsThatAreNotThere_EndsWithTwo() =>
        Assert.Equal(
            ExitCodes.BadInput,
            await RunAsync(Edition("a", Whole), Edition("b", Whole), Path.Combine(_folder.Path, "avvik.yaml"))
        );

    [Fact]
    public async Task Run_SettingsThatNameHistory_FindOutliers()
    {
        for (var i = 0; i < 4; i++)
        {
            Edition(
                $"h{i}",
                Whole.With(Whole.Find("modell.varians")!.Valued(0.02 + (0.001 * i))) with
                {
                    Origin = ExampleEdition.Origin($"h{i}"),
                }
            );
        }

        var mot = string.Join(", ", Enumerable.Range(0, 4).Select(i => Path.Combine(_folder.Path, $"h{i}")));
        var options = new CompareOptions(Edition("a", Whole), Edition("b", Whole)) { ConfigFile = Settings($"mot: [{mot}]") };
        Assert.Equal(ExitCodes.Done, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
        Assert.Contains("men ikke endret: 1 (modell.varians)", _report.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SettingsThatAreNotThere_EndsWithTwo()
    {
        var options = new CompareOptions(Edition("a", Whole), Edition("b", Whole)) { ConfigFile = "finnes/ikke.yaml" };
        Assert.Equal(ExitCodes.BadInput, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Run_AnOutputThatIsAFile_EndsWithTwo()
    {
        var taken = _folder.Write("ut", string.Empty);
        var options = new CompareOptions(Edition("a", Whole), Edition("b", Whole)) { OutputFolder = taken };
        Assert.Equal(ExitCodes.BadInput, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
        Assert.Contains("RB7042", string.Join('\n', _report.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TheGroundKnown_SaysWhatChanged()
    {
        var (a, b) = (Edition("a", Whole), Edition("b", Whole));
        Ground(a, "2022");
        Ground(b, "2023");
        Assert.Equal(ExitCodes.Done, await RunAsync(a, b));
        Assert.Contains("Endret i grunnlaget: Innstilling: syntetisk.fro", _report.Said, StringComparison.Ordinal);
    }

    private static Edition Changed => Whole.With(Whole.Find("andel.k0.jobbsjansen")!.Valued(0.5));

    private static Edition Undrawn(Edition edition) =>
        edition with
        {
            Figures = [.. edition.Figures.Select(f => f with { Drawing = null })],
        };

    [Fact]
    public async Task Compare_GroundOfAnotherEdition_IsRefused()
    {
        var (old, now) = (Edition("a", Whole), Edition("b", Whole));
        Ground(now, "2022", edition: "2019");

        Assert.Equal(ExitCodes.BadInput, await RunAsync(old, now));
        Assert.Contains("RB7049", string.Join('\n', _report.Diagnostics), StringComparison.Ordinal);
    }

    private static async Task SignAsync(string file)
    {
        var text = await File.ReadAllTextAsync(file);
        text = text.Replace("klasse:\n", "klasse: nye_data\n", StringComparison.Ordinal)
            .Replace("grunn:\n", "grunn: Flere deltakere.\n", StringComparison.Ordinal)
            .Replace("signert:\n", "signert: Kari Eksempel\n", StringComparison.Ordinal)
            .Replace("dato:\n", "dato: 2026-11-23\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text, new UTF8Encoding(false));
    }

    private static void Ground(string folder, string seed, string? edition = null)
    {
        var ground = new EditionGround
        {
            Edition = edition,
            Tool = new ToolMark("0.1.0", new string('b', 64)),
            Settings = [new GroundSetting("syntetisk.fro", seed)],
            Inputs = [],
            Templates = [],
        };
        File.WriteAllBytes(Path.Combine(folder, EditionFolder.GroundFile), EditionGroundWriter.Write(ground));
    }

    /// <summary>The project's settings with other earlier editions, and no explanations.</summary>
    private string Settings(string against)
    {
        _report.WriteSettings();
        var text = Regex.Replace(File.ReadAllText(_report.Settings), "^  mot: .*$", "  " + against, RegexOptions.Multiline);
        File.WriteAllText(_report.Settings, Regex.Replace(text, "^  forklaringer: .*$", string.Empty, RegexOptions.Multiline));
        return _report.Settings;
    }

    private string Edition(string name, Edition edition) =>
        Path.GetDirectoryName(_folder.Write(Path.Combine(name, EditionFolder.EditionFile), EditionWriter.Write(edition)))!;

    private Task<int> RunAsync(string old, string now, string? explanations = null, string? draft = null)
    {
        var options = new CompareOptions(old, now) { Explanations = explanations, Draft = draft };
        return new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None);
    }
}
