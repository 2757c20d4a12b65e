using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Spectre.Console;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public sealed class BriefingWorkshopTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_StyleThatCannotBeRead_IsADiagnosticToldOnce()
    {
        var bag = new DiagnosticBag();
        var settings = SettingsReader.Read(Repository.PathOf("report.yaml"), "report.yaml", bag)!;
        var style = _folder.Write("notat.typ", string.Empty);
        using var held = new FileStream(style, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var preparation = new BriefingPreparation
        {
            Settings = settings with { StyleFolder = _folder.Path },
            OutputFolder = _folder.Path,
            Languages = ["nb", "nn"],
            Workers = 1,
            Console = new RunConsole(
                AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }),
                TextWriter.Null
            ),
            Bag = bag,
        };

        Assert.Null(await BriefingWorkshop.OpenAsync(preparation, TestContext.Current.CancellationToken));

        var diagnostic = Assert.Single(bag.Sorted());
        Assert.Equal("RB8068", diagnostic.Code);
        Assert.Contains(style, diagnostic.Arguments[0], StringComparison.Ordinal);
    }
}
