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
    [InlineData("finnes-ikke", "RB7044")]
    [InlineData("kuttet", "RB70")]
    public async Task Run_AnEditionThatCannotBeRead_EndsWithTwoAndWritesNothing(string name, string code)
    {
        var bytes = EditionWriter.Write(Whole);
        _folder.Write("kuttet/utgave.json", bytes[..(bytes.Length / 2)]);
        var output = Path.Combine(_folder.Path, "ut");
        var options = new CompareOptions(Edition("a", Whole), Path.Combine(_folder.Path, name)) { OutputFolder = output };
        Assert.Equal(ExitCodes.BadInput, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
        Assert.Contains(code, string.Join('\n', _report.Diagnostics), StringComparison.Ordinal);
        Assert.Contains("Sammenligningen er ikke laget. Feil: 1, advarsler: 0.", _report.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public async Task Run_WithOutput_WritesTheSameBytesEachTime()
    {
        // The annex has the date of the report that the newer edition is of.
        var (a, b) = (Edition("a", Whole), Edition("2026-1", Changed));
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
            Edition($"h{i}", Whole.With(Whole.Find("modell.varians")!.Valued(0.02 + (0.001 * i))));
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

    [Fact]
    public async Task Run_EditionsOfOneName_AreComparedWithAWarning()
    {
        var a = Edition("a", Whole);
        Assert.Equal(ExitCodes.Done, await RunAsync(a, a));
        Assert.Contains("advarsel RB7046", Assert.Single(_report.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SettingsWhoseRegistersAreElsewhere_AreUsedAllTheSame()
    {
        var settings = Settings("mot: []");
        var text = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            settings,
            text.Replace("    nir:\n", "    nir: sikker/nir.csv\n", StringComparison.Ordinal)
                .Replace("    jobbsjansen:\n", "    jobbsjansen: sikker/jobbsjansen-{aar}.csv\n", StringComparison.Ordinal)
                .Replace("    ssb:\n", "    ssb: sikker/ssb\n", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var options = new CompareOptions(Edition("a", Whole), Edition("b", Whole)) { ConfigFile = settings };
        Assert.Equal(ExitCodes.Done, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
        Assert.Empty(_report.Diagnostics);
    }

    [Fact]
    public async Task Run_ExplanationsThatDoNotHold_AreNamedWithTheirPlace()
    {
        var file = _folder.Write(
            "avvik.yaml",
            "fra: a\ntil: b\navvik:\n" + Entry("andel.k0.jobbsjansen", "0.3") + Entry("andel.k1.jobbsjansen", "0.3")
        );
        Assert.Equal(ExitCodes.Differs, await RunAsync(Edition("a", Whole), Edition("b", Changed), file));
        Assert.Equal(2, _report.Diagnostics.Count);
        Assert.StartsWith($"{file}:4:5: advarsel RB7071:", _report.Diagnostics[0], StringComparison.Ordinal);
        Assert.Contains("Fant «0.3 → 2». Ventet 0.4123 ", _report.Diagnostics[0], StringComparison.Ordinal);
        Assert.StartsWith($"{file}:11:5: advarsel RB7070:", _report.Diagnostics[1], StringComparison.Ordinal);
        Assert.Contains("«andel.k1.jobbsjansen»", _report.Diagnostics[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ManyExplanationsThatDoNotHold_AreTenAndACount()
    {
        var entries = Enumerable.Range(0, 14).Select(i => Entry($"tbl-andeler#x{i}", "1"));
        var file = _folder.Write("avvik.yaml", "fra: a\ntil: b\navvik:\n" + string.Concat(entries));
        await RunAsync(Edition("a", Whole), Edition("b", Changed), file);
        Assert.Equal(11, _report.Diagnostics.Count);
        Assert.EndsWith("avvik.yaml: … og 4 til.", _report.Diagnostics[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SettingsWhoseExplanationsAreNotThere_SaysSoAndNamesTheNearest()
    {
        _folder.Write("avvik.yaml", "fra: a\ntil: b\navvik: []\n");
        var missing = Path.Combine(_folder.Path, "avik.yaml");
        var options = new CompareOptions(Edition("a", Whole), Edition("b", Changed)) { ConfigFile = Settings("mot: []", missing) };
        Assert.Equal(ExitCodes.Differs, await new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None));
        Assert.Contains($"{missing} finnes ikke, så ingen avvik er forklart.", _report.Said, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_folder.Path, "avvik.yaml") + "»?", _report.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("b", "b")]
    [InlineData("a", "c")]
    public async Task Draft_OverExplanationsOfOtherEditions_IsRefusedAndTheyStand(string old, string now)
    {
        Edition("a", Whole);
        Edition("b", Changed);
        Edition("c", Changed);
        var draft = await SignedAsync("a", "b");
        var before = await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.BadInput, await RunAsync(At(old), At(now), draft: draft));
        Assert.Contains("RB7066", string.Join('\n', _report.Diagnostics), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Draft_OverItself_KeepsWhatIsSignedAlsoWithoutSettings()
    {
        var (a, b) = (Edition("a", Whole), Edition("b", Changed));
        var draft = await SignedAsync("a", "b");
        var before = await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Done, await RunAsync(a, b, draft: draft));
        Assert.Equal(before, await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("utgave: 2026-1\ntittel: En rapport\n")]
    [InlineData("Notater fra møtet\n")]
    [InlineData("fra: a\ntil: b\navvik:\n  - monster: **.p\n")]
    public async Task Draft_OverAnotherFile_IsRefusedAndItStands(string content)
    {
        var file = _folder.Write("notat.yaml", content);
        Assert.Equal(ExitCodes.BadInput, await RunAsync(Edition("a", Whole), Edition("b", Changed), draft: file));
        Assert.Contains("RB7075", string.Join('\n', _report.Diagnostics), StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Draft_BesideTheExplanationsUsed_CarriesThemAndIsNeverWrittenOver()
    {
        var (a, b) = (Edition("a", Whole), Edition("b", Changed));
        var signed = await SignedAsync("a", "b");
        var draft = Path.Combine(_folder.Path, "utkast.yaml");
        Assert.Equal(ExitCodes.Done, await RunAsync(a, b, signed, draft));
        Assert.Equal(
            await File.ReadAllTextAsync(signed, TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken)
        );
        await File.AppendAllTextAsync(draft, "# et notat\n", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.BadInput, await RunAsync(a, b, signed, draft));
        Assert.Contains("RB7076", Assert.Single(_report.Diagnostics), StringComparison.Ordinal);
        Assert.EndsWith(
            "# et notat\n",
            await File.ReadAllTextAsync(draft, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("id: andel.k0.jobsjansen", "RB7067")]
    [InlineData("monster: andell.**", "RB7068")]
    public async Task Draft_OfAnEntryThatNamesNothing_IsRefusedAndItStands(string entry, string code)
    {
        var text = $"fra: a\ntil: b\navvik:\n  - {entry}\n    grunn: Mye arbeid\n";
        var file = _folder.Write("avvik.yaml", text);
        Assert.Equal(ExitCodes.BadInput, await RunAsync(Edition("a", Whole), Edition("b", Changed), draft: file));
        Assert.Single(_report.Diagnostics, d => d.Contains("feil " + code, StringComparison.Ordinal));
        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Draft_WithoutEntriesThatExplainNothing_NamesEachOfThem()
    {
        var ids = Enumerable.Range(0, 12).Select(i => $"tbl-andeler#x{i}").ToList();
        var entries = string.Concat(ids.Select(i => Entry(i, "1"))) + "  - id: andel.k1.jobbsjansen\n";
        var file = _folder.Write("avvik.yaml", "fra: a\ntil: b\navvik:\n" + entries);
        Assert.Equal(ExitCodes.Differs, await RunAsync(Edition("a", Whole), Edition("b", Changed), draft: file));
        Assert.Contains("13 er tatt bort", _report.Said, StringComparison.Ordinal);
        Assert.All(
            ids,
            i =>
                Assert.Contains(
                    $"forklarer ikke noe lenger: {i} (signert Kari Eksempel, 2026-11-20)",
                    _report.Said,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("andel.k1.jobbsjansen (ikke signert)", _report.Said, StringComparison.Ordinal);
    }

    private static string Entry(string id, string old) =>
        $"  - id: \"{id}\"\n    gammel: {old}\n    ny: 2\n    klasse: nye_data\n    grunn: Nye data\n    signert: Kari Eksempel\n    dato: 2026-11-20\n";

    /// <summary>A signed file of explanations for two editions that are there.</summary>
    private async Task<string> SignedAsync(string old, string now)
    {
        var file = At("avvik.yaml");
        Assert.Equal(ExitCodes.Differs, await RunAsync(At(old), At(now), draft: file));
        await SignAsync(file);
        return file;
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

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

    /// <summary>The project's settings with other earlier editions and explanations, or none.</summary>
    private string Settings(string against, string? explanations = null)
    {
        _report.WriteSettings();
        var text = Regex.Replace(File.ReadAllText(_report.Settings), "^  mot: .*$", "  " + against, RegexOptions.Multiline);
        File.WriteAllText(
            _report.Settings,
            Regex.Replace(text, "(?<=^  forklaringer: ).*$", explanations ?? string.Empty, RegexOptions.Multiline)
        );
        return _report.Settings;
    }

    /// <summary>Writes an edition in a folder of its own name.</summary>
    private string Edition(string name, Edition edition)
    {
        var named = EditionWriter.Write(edition with { Origin = ExampleEdition.Origin(name) });
        return Path.GetDirectoryName(_folder.Write(Path.Combine(name, EditionFolder.EditionFile), named))!;
    }

    private Task<int> RunAsync(string old, string now, string? explanations = null, string? draft = null)
    {
        var options = new CompareOptions(old, now) { Explanations = explanations, Draft = draft };
        return new CompareRun(_report.Console(), options).RunAsync(CancellationToken.None);
    }
}
