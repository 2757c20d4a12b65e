using System.Text.RegularExpressions;
using ReportBuilder.Commands;
using ReportBuilder.Tests.Chain;
using Xunit;

namespace ReportBuilder.Tests.Commands;

/// <summary><c>harmonise</c> from settings to files, on a tenth of the twin.</summary>
public sealed partial class HarmoniseRunTest(TwinSlice twin) : IClassFixture<TwinSlice>, IDisposable
{
    private readonly ReportFolder _folder = new();
    private readonly TwinFolder _registers = twin.Copy();

    private string Data => Path.Combine(_folder.Output, "data");

    public void Dispose()
    {
        _folder.Dispose();
        _registers.Dispose();
    }

    [Fact]
    public async Task Run_Registers_WritesDatasetRulesAndRecordsSetAside()
    {
        SeedAChild();

        Assert.Equal(ExitCodes.Done, await RunAsync());

        Assert.Equal(
            ["deltakere.csv", "deltakere.parquet", "omkoding.csv", "satt-til-side.csv"],
            Directory.EnumerateFiles(Data).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(twin.Rows, File.ReadLines(Path.Combine(Data, "deltakere.csv")).Count());
        var aside = File.ReadAllLines(Path.Combine(Data, "satt-til-side.csv"));
        Assert.Equal("fil,linje,kolonne,kode,grunn", aside[0]);
        Assert.Contains(",RB2234,", Assert.Single(aside[1..]), StringComparison.Ordinal);
        var rules = File.ReadAllLines(Path.Combine(Data, "omkoding.csv"));
        Assert.StartsWith("fil,linje,tabell,rad,konsept,register,variabel,kategori", rules[0], StringComparison.Ordinal);
        Assert.All(rules[1..], l => Assert.Matches("[0-9]+$", l));
        Assert.Contains(rules, l => l.Contains("Mistet rett til intro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Registers_PrintsInOutAndMissingForEachTarget()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync());

        Assert.Matches("norsknivaa +introduksjonsprogrammet +[0-9]", _folder.Said);
        Assert.Matches("norsknivaa +jobbsjansen +[0-9]", _folder.Said);
        Assert.Contains("introduksjonsprogrammet:", _folder.Said, StringComparison.Ordinal);
        Assert.Contains("omkoding.csv", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CategoriesOfFew_AreNotPrinted()
    {
        SeedAChild();

        Assert.Equal(ExitCodes.Done, await RunAsync());

        Assert.Contains("introduksjonsprogrammet: satt til side 1", _folder.Said, StringComparison.Ordinal);
        var reasons = Reasons().Matches(_folder.Said).Select(m => m.Groups["why"].Value).ToList();
        Assert.NotEmpty(reasons);
        Assert.All(reasons, r => Assert.DoesNotMatch(" [1-4](,|$)", r));
    }

    [Fact]
    public async Task Run_Twice_GivesTheSameBytes()
    {
        await RunAsync();
        var first = Directory.EnumerateFiles(Data).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();

        await RunAsync();

        Assert.Equal(first, Directory.EnumerateFiles(Data).Order(StringComparer.Ordinal).Select(File.ReadAllBytes));
    }

    [Fact]
    public async Task Run_BadRegister_WritesNothingAndEarlierFilesStand()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "deltakere.csv"), "fra før", TestContext.Current.CancellationToken);
        var nir = _registers.Register("nir.csv");
        nir[7, "StatsborgerskapForste"] = "Atlantis";
        nir.Save();

        Assert.Equal(ExitCodes.BadInput, await RunAsync());

        Assert.Equal(["deltakere.csv"], Directory.EnumerateFiles(Data).Select(Path.GetFileName));
        Assert.Equal("fra før", await File.ReadAllTextAsync(Path.Combine(Data, "deltakere.csv"), TestContext.Current.CancellationToken));
        Assert.Contains(
            _folder.Diagnostics,
            d => d.Contains("nir.csv:8:", StringComparison.Ordinal) && d.Contains("Atlantis", StringComparison.Ordinal)
        );
        Assert.Contains("Datasettet er ikke skrevet", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoRegisterNamed_IsRefused()
    {
        _folder.WriteSettings();

        Assert.Equal(
            ExitCodes.BadInput,
            await new HarmoniseRun(_folder.Console(), new HarmoniseOptions(_folder.Settings, null)).RunAsync()
        );

        Assert.Contains("RB1010", Assert.Single(_folder.Diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OutputIsAFile_IsRefused()
    {
        var taken = Path.Combine(_folder.Path, "opptatt");
        await File.WriteAllTextAsync(taken, "fra før", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.BadInput, await RunAsync(taken));

        Assert.Contains(_folder.Diagnostics, d => d.Contains("RB1101", StringComparison.Ordinal));
        Assert.Equal("fra før", await File.ReadAllTextAsync(taken, TestContext.Current.CancellationToken));
    }

    private void SeedAChild()
    {
        var nir = _registers.Register("nir.csv");
        nir[nir.Any(i => nir[i, "AvsluttetDato"].EndsWith("2019", StringComparison.Ordinal)), "Fodselsaar"] = "2012";
        nir.Save();
    }

    private Task<int> RunAsync(string? output = null)
    {
        _folder.WriteSettings(
            ("    nir:\n", $"    nir: {_registers.PathOf("nir.csv")}\n"),
            ("    jobbsjansen:\n", $"    jobbsjansen: {_registers.PathOf("jobbsjansen-{aar}.csv")}\n"),
            ("    kostra:\n", $"    kostra: {_registers.PathOf("kostra275.csv")}\n"),
            ("    regnskap:\n", $"    regnskap: {_registers.PathOf("jobbsjansen-regnskap.csv")}\n"),
            ("    ssb:\n", $"    ssb: {_registers.PathOf("ssb")}\n")
        );
        return new HarmoniseRun(_folder.Console(), new HarmoniseOptions(_folder.Settings, output)).RunAsync();
    }

    [GeneratedRegex(
        "^[a-z_]+ +(introduksjonsprogrammet|jobbsjansen) +[0-9].*[0-9]  (?<why>[^0-9].+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reasons();
}
