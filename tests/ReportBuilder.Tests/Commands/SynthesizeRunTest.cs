using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using Xunit;

namespace ReportBuilder.Tests.Commands;

/// <summary><c>synthesize</c> from settings to registers, and what the comparison with the published edition returns.</summary>
public sealed class SynthesizeRunTest : IDisposable
{
    private readonly ReportFolder _folder = new();

    private string Registers => Path.Combine(_folder.Output, "data", DatasetSource.RegisterFolder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithCheck_HoldsOnTheOwnSeedWithoutWarnings()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync(check: true));

        Assert.Empty(_folder.Diagnostics);
        Assert.Contains("Avstemmingen holder.", _folder.Said, StringComparison.Ordinal);
        var sources = RegisterSources.In(Registers);
        Assert.All(
            [sources.NirFile!, sources.KostraFile!, sources.AccountsFile!, .. Enumerable.Range(2017, 4).Select(sources.JobbsjansenFile)],
            file => Assert.True(File.Exists(file), file)
        );
        Assert.Equal(24, Directory.EnumerateFiles(sources.StatBankFolder!).Count());
        Assert.True(File.Exists(Path.Combine(Registers, "LESMEG.txt")));
    }

    [Fact]
    public async Task Run_AnotherSeed_GivesOtherPersonsAndAComparisonThatDiffers()
    {
        Assert.Equal(ExitCodes.Differs, await RunAsync(seed: 7, check: true));

        Assert.Empty(_folder.Diagnostics);
        Assert.Contains("UTENFOR", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BadParameters_WritesNothing()
    {
        var parameters = Path.Combine(_folder.Path, "syntetisk");
        foreach (
            var file in Directory.EnumerateFiles(Conventions.Repository.PathOf("data/syntetisk"), "*.csv", SearchOption.AllDirectories)
        )
        {
            var copy = Path.Combine(parameters, Path.GetRelativePath(Conventions.Repository.PathOf("data/syntetisk"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var years = Path.Combine(parameters, "aar.csv");
        await File.WriteAllTextAsync(
            years,
            (await File.ReadAllTextAsync(years, TestContext.Current.CancellationToken)).Replace(
                "jobbsjansen,2018",
                "jobsjansen,2018",
                StringComparison.Ordinal
            ),
            TestContext.Current.CancellationToken
        );
        _folder.WriteSettings(($"{Conventions.Repository.Root}/data/syntetisk", parameters));

        Assert.Equal(ExitCodes.BadInput, await RunAsync());

        Assert.Contains(
            _folder.Diagnostics,
            d => d.Contains("aar.csv:", StringComparison.Ordinal) && d.Contains("jobsjansen", StringComparison.Ordinal)
        );
        Assert.False(Directory.Exists(Registers));
        Assert.Contains("Registrene er ikke skrevet", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSettings_IsRefused()
    {
        var options = new SynthesizeOptions(Path.Combine(_folder.Path, "finnes-ikke.yaml"), null, null, 1, false);

        Assert.Equal(ExitCodes.BadInput, await new SynthesizeRun(_folder.Console(), options).RunAsync());

        Assert.NotEmpty(_folder.Diagnostics);
    }

    private Task<int> RunAsync(int? seed = null, bool check = false) =>
        new SynthesizeRun(_folder.Console(), new SynthesizeOptions(_folder.Settings, null, seed, 1, check)).RunAsync();
}
