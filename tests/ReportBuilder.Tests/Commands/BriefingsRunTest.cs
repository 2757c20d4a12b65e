using ReportBuilder.Briefings.Batch;
using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Briefings.Batch;
using Xunit;

namespace ReportBuilder.Tests.Commands;

/// <summary><c>briefings</c> from options to exit code, with a maker that needs no data.</summary>
public sealed class BriefingsRunTest : IDisposable
{
    private readonly ReportFolder _folder = new();
    private readonly FakeMaker _maker = new() { Targets = [new("0301", "Oslo"), new("1103", "Stavanger"), new("4601", "Bergen")] };
    private BriefingPreparation? _preparation;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_All_MakesThemAndSumsUp()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync(new BatchWords { Language = "nb,nn", Workers = "3" }));

        Assert.Equal(
            [
                "manifest.json",
                "nb/0301-oslo.pdf",
                "nb/1103-stavanger.pdf",
                "nb/4601-bergen.pdf",
                "nn/0301-oslo.pdf",
                "nn/1103-stavanger.pdf",
                "nn/4601-bergen.pdf",
            ],
            Files()
        );
        Assert.Equal(["nb", "nn"], _preparation!.Languages);
        Assert.Equal((3, _folder.Output), (_preparation.Workers, _preparation.OutputFolder));
        Assert.Contains("6 av 6 notat", _folder.Said, StringComparison.Ordinal);
        Assert.Contains("Laget 6 · uendret 0 · ikke laget 0 · fjernet 0", _folder.Said, StringComparison.Ordinal);
        Assert.Empty(_folder.Diagnostics);
        Assert.True(_maker.IsDisposed);

        Assert.Equal(ExitCodes.Done, await RunAsync(new BatchWords { Language = "nb,nn" }));
        Assert.Contains("Laget 0 · uendret 6", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MistakesInOptions_AreAllToldBeforeDataAreRead()
    {
        Assert.Equal(
            ExitCodes.BadInput,
            await RunAsync(
                new BatchWords
                {
                    Only = "1201,9999",
                    Language = "no",
                    Workers = "ti",
                    Shard = "0/3",
                }
            )
        );
        Assert.Null(_preparation);
        Assert.Equal(["RB8040", "RB8041", "RB8042", "RB8047", "RB8048", "RB8064"], Codes());
        Assert.Contains(_folder.Diagnostics, d => d.Contains("4601 (Bergen)", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_folder.Output));
    }

    [Fact]
    public async Task Run_MunicipalityWithoutParticipants_IsRefusedAndTheMakerDisposedOf()
    {
        Assert.Equal(ExitCodes.BadInput, await RunAsync(new BatchWords { Only = "0301,1108" }));
        Assert.Equal(["RB8065"], Codes());
        Assert.True(_maker.IsDisposed);
        Assert.False(Directory.Exists(_folder.Output));
    }

    [Fact]
    public async Task Run_NoMaker_IsRefused()
    {
        var code = await RunAsync(
            new BatchWords(),
            (p, _) =>
            {
                p.Bag.Add(Diagnostic.Error("RB8052", null));
                return Task.FromResult<IBriefingMaker?>(null);
            }
        );
        Assert.Equal((ExitCodes.BadInput, "RB8052"), (code, Assert.Single(Codes())));
        Assert.Contains("Ingenting er skrevet", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SomeFail_TellsEachFaultOnceWithWhatItStopped()
    {
        _maker.Instead = (t, _) => t.Code == "4601" ? null : FakeMaker.Fails("RB8052");
        Assert.Equal(ExitCodes.Incomplete, await RunAsync(new BatchWords()));
        Assert.Equal(["RB8052"], Codes());
        Assert.Contains("  Gjelder 2 notat: 0301 nb, 1103 nb", _folder.Diagnostics);
        Assert.Contains("Laget 1 · uendret 0 · ikke laget 2", _folder.Said, StringComparison.Ordinal);
        Assert.Equal(["manifest.json", "nb/4601-bergen.pdf"], Files());
    }

    [Fact]
    public async Task Run_ReadOnlyFolder_IsBadInput()
    {
        var disk = new FaultyDisk((_, _) => FaultyDisk.Fault.Denied);
        Assert.Equal(ExitCodes.BadInput, await RunAsync(new BatchWords(), disk: disk));
        Assert.Equal(["RB8050"], Codes());
    }

    [Fact]
    public async Task Run_DiskFullOnTheWay_IsIncomplete()
    {
        var disk = new FaultyDisk((n, name) => n > 10 && name is "Write" or "Append" ? FaultyDisk.Fault.Full : FaultyDisk.Fault.None);
        Assert.Equal(ExitCodes.Incomplete, await RunAsync(new BatchWords { Workers = "1" }, disk: disk));
        Assert.Equal(["RB8050"], Codes());
        Assert.Contains("kjør på nytt", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_IsIncompleteAndDisposesOfTheMaker()
    {
        using var source = new CancellationTokenSource();
        _maker.Wait = _ => source.CancelAsync();
        Assert.Equal(ExitCodes.Incomplete, await RunAsync(new BatchWords(), cancellation: source.Token));
        Assert.True(_maker.IsDisposed);
        Assert.Empty(_folder.Diagnostics);
    }

    [Fact]
    public async Task Run_CancelledWhileDataAreRead_DoesNotWaitForThem()
    {
        using var source = new CancellationTokenSource();
        var data = new TaskCompletionSource<IBriefingMaker?>();
        var running = RunAsync(new BatchWords(), (_, _) => data.Task, cancellation: source.Token);
        await source.CancelAsync();

        Assert.Equal(ExitCodes.Incomplete, await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Contains("kjør på nytt", _folder.Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Output));
        data.SetResult(null);
    }

    [Fact]
    public async Task Merge_Slices_NeedsNoSettings()
    {
        for (var k = 1; k <= 2; k++)
        {
            Assert.Equal(
                ExitCodes.Done,
                await RunAsync(new BatchWords { Shard = $"auto/2" }, variable: ("JOB_COMPLETION_INDEX", $"{k - 1}"))
            );
        }

        File.Delete(_folder.Settings);
        var options = new BriefingsOptions(_folder.Settings, _folder.Output, new BatchWords { Merge = [] });
        var run = new BriefingsRun(_folder.Console(), options, (_, _) => throw new InvalidOperationException(), Machine());

        Assert.Equal(ExitCodes.Done, await run.RunAsync(CancellationToken.None));
        Assert.Equal(["manifest.json", "nb/0301-oslo.pdf", "nb/1103-stavanger.pdf", "nb/4601-bergen.pdf"], Files());
        Assert.Contains("Samlet 3 notat", _folder.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_MistakesInOptionsAndFolders_AreTold()
    {
        Assert.Equal(ExitCodes.BadInput, await RunAsync(new BatchWords { Merge = [Path.Combine(_folder.Path, "ingen")] }));
        Assert.Equal(["RB8067"], Codes());
        Assert.Equal(ExitCodes.BadInput, await RunAsync(new BatchWords { Merge = [], Again = true }));
        Assert.Contains("RB8064", Codes());
    }

    [Theory]
    [InlineData("--merge", "RB8053")]
    [InlineData("--merge a b", "RB8067", "RB8067")]
    [InlineData("--merge --again --only 0301", "RB8064", "RB8064")]
    [InlineData("--workers -1 --language se --shard 4/3", "RB8040", "RB8041", "RB8042")]
    [InlineData("--shard auto", "RB8043")]
    public async Task Command_Mistakes_AreDiagnosticsAndNotThoseOfTheLibrary(string words, params string[] codes)
    {
        var command = BriefingsCommand.Make(_folder.Console(), (_, _) => throw new InvalidOperationException());
        Directory.CreateDirectory(_folder.Output);
        var parsed = command.Parse([.. words.Split(' '), "--config", _folder.Settings, "--output", _folder.Output]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(ExitCodes.BadInput, await parsed.InvokeAsync());
        Assert.Equal(codes, Codes());
    }

    private Task<int> RunAsync(
        BatchWords words,
        BriefingMakerFactory? factory = null,
        IBatchDisk? disk = null,
        (string Name, string Value)? variable = null,
        CancellationToken cancellation = default
    )
    {
        var options = new BriefingsOptions(_folder.Settings, _folder.Output, words);
        return new BriefingsRun(_folder.Console(), options, factory ?? Prepare, Machine(disk, variable)).RunAsync(cancellation);

        Task<IBriefingMaker?> Prepare(BriefingPreparation preparation, CancellationToken token)
        {
            _preparation = preparation;
            return Task.FromResult<IBriefingMaker?>(_maker);
        }
    }

    private static BatchMachine Machine(IBatchDisk? disk = null, (string Name, string Value)? variable = null) =>
        BatchMachine.This with
        {
            Processors = 2,
            Disk = disk ?? new BatchDisk(),
            Variable = name => name == variable?.Name ? variable.Value.Value : null,
        };

    private IReadOnlyList<string> Codes() =>
        [
            .. _folder
                .Diagnostics.SelectMany(d => System.Text.RegularExpressions.Regex.Matches(d, "RB[0-9]{4}").Take(1).Select(m => m.Value))
                .Order(StringComparer.Ordinal),
        ];

    private IReadOnlyList<string> Files()
    {
        var root = Path.Combine(_folder.Output, BatchFolder.Name);
        return
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(p => Path.GetRelativePath(root, p).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }
}
