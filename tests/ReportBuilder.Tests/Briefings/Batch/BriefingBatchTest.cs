using System.Text;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public sealed class BriefingBatchTest : IDisposable
{
    private readonly BatchRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Run_EmptyFolder_MakesAllAndTellsOfThem()
    {
        var outcome = await _rig.RunAsync(BatchRig.Both);

        Assert.Equal((24, 0, 0, 0, false), (outcome.Made, outcome.Unchanged, outcome.Failed, outcome.Removed, outcome.IsBroken));
        var expected = _rig.Maker.Targets.SelectMany(t => new[] { "nb", "nn" }.Select(l => BriefingFile.NameOf(t, l))).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), _rig.Pdfs());
        Assert.All(_rig.Maker.Targets, t => Assert.Equal(_rig.Maker.PdfOf(t, "nn"), Read(BriefingFile.NameOf(t, "nn"))));
        // Nothing else is there: the folders of the languages, the manifest, the files.
        Assert.Equal(["manifest.json", "nb", "nn"], _rig.Everything().Select(e => e.Split(' ')[0]).Except(_rig.Pdfs()));
        Assert.Equal(expected, _rig.Manifest.Entries.Select(e => e.File));
        Assert.All(
            _rig.Manifest.Entries,
            e => Assert.Equal((Read(e.File!).Length, BatchFolder.FingerprintOf(Read(e.File!))), (e.Bytes, e.Fingerprint))
        );
        Assert.Equal((24, null), (_rig.Manifest.Total, _rig.Manifest.Shard));
        Assert.NotNull(_rig.Manifest.Whole);
        Assert.Empty(_rig.Codes);
    }

    [Fact]
    public async Task Run_AnyNumberOfWorkers_EndsWithTheSameBytes()
    {
        var random = new Random(7);
        _rig.Maker.Wait = token => Task.Delay(RandomDelay(), token);
        var folders = new List<IReadOnlyList<string>>();
        foreach (var workers in new[] { 1, 2, 5, 16 })
        {
            await _rig.RunAsync(BatchRig.Both with { Workers = workers, IsAgain = true });
            folders.Add(_rig.Everything());
        }

        Assert.All(folders, f => Assert.Equal(folders[0], f));

        int RandomDelay()
        {
            lock (random)
            {
                return random.Next(6);
            }
        }
    }

    [Fact]
    public async Task Run_SeveralWorkers_WorkAtTheSameTime()
    {
        var (inside, most) = (0, 0);
        _rig.Maker.Wait = async token =>
        {
            var now = Interlocked.Increment(ref inside);
            most = Math.Max(most, now);
            await Task.Delay(20, token);
            Interlocked.Decrement(ref inside);
        };
        await _rig.RunAsync(BatchRig.All with { Workers = 3 });
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Run_NothingChanged_TouchesNothing()
    {
        await _rig.RunAsync(BatchRig.Both);
        var before = _rig.Written();
        var disk = new FaultyDisk((_, _) => FaultyDisk.Fault.Denied);

        var outcome = await _rig.RunAsync(BatchRig.Both, disk);

        Assert.Equal((0, 24, 0), (outcome.Made, outcome.Unchanged, outcome.Failed));
        Assert.Equal(before, _rig.Written());
        Assert.Equal(0, disk.Count);
        Assert.Null(outcome.Median);
    }

    [Fact]
    public async Task Run_OneMunicipalityChanged_MakesOnlyThatAnew()
    {
        await _rig.RunAsync();
        var before = _rig.Written();
        _rig.Maker.Forget();
        _rig.Maker.Changed["1105"] = "x";

        var outcome = await _rig.RunAsync();

        Assert.Equal((1, 11), (outcome.Made, outcome.Unchanged));
        Assert.Equal(["1105 nb"], _rig.Maker.Made);
        var changed = _rig.Written().Where(p => before[p.Key] != p.Value).Select(p => Path.GetFileName(p.Key)).Order().ToList();
        Assert.Equal(
            ["1105-bergen.pdf", "kommunenotat", "manifest.json", "nb"],
            changed.Append("kommunenotat").Append("nb").Distinct().Order()
        );
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("gone")]
    [InlineData("cut")]
    public async Task Run_FileIsNotWhatItWas_IsMadeAnew(string how)
    {
        await _rig.RunAsync();
        var before = _rig.Everything();
        var path = _rig.Folder.PathOf(_rig.Manifest.Entries[3].File!);
        switch (how)
        {
            case "changed":
                File.AppendAllText(path, "x");
                break;
            case "cut":
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..100]);
                break;
            default:
                File.Delete(path);
                break;
        }

        Assert.Equal(1, (await _rig.RunAsync()).Made);
        Assert.Equal(before, _rig.Everything());
    }

    [Fact]
    public async Task Run_Again_MakesAllAnewWithTheSameBytes()
    {
        await _rig.RunAsync();
        var before = _rig.Everything();
        Assert.Equal(12, (await _rig.RunAsync(BatchRig.All with { IsAgain = true })).Made);
        Assert.Equal(before, _rig.Everything());
    }

    [Fact]
    public async Task Run_ManifestCannotBeRead_MakesAllAnewAndWarns()
    {
        await _rig.RunAsync();
        var before = _rig.Everything();
        File.WriteAllText(_rig.Folder.PathOf("manifest.json"), "{ \"schema\": 1,");
        Assert.Equal(12, (await _rig.RunAsync()).Made);
        Assert.Equal(["RB8066"], _rig.Codes);
        Assert.Equal(before, _rig.Everything());
    }

    [Fact]
    public async Task Run_MunicipalitiesAndLanguagesNoLongerMade_AreTakenAway()
    {
        await _rig.RunAsync(BatchRig.Both);
        File.WriteAllText(_rig.Folder.PathOf("nb/lesmeg.txt"), "brukerens egen");
        File.WriteAllText(_rig.Folder.PathOf("nb/9999-ikke-i-manifestet.pdf"), "brukerens egen");
        _rig.Maker.Targets = [.. _rig.Maker.Targets.Skip(2)];

        var outcome = await _rig.RunAsync();

        Assert.Equal((0, 10, 14), (outcome.Made, outcome.Unchanged, outcome.Removed));
        Assert.False(Directory.Exists(_rig.Folder.PathOf("nn")));
        Assert.True(File.Exists(_rig.Folder.PathOf("nb/lesmeg.txt")));
        Assert.Equal(11, _rig.Pdfs().Count);
    }

    [Fact]
    public async Task Run_MunicipalityWithANewName_MovesToItsNewFile()
    {
        await _rig.RunAsync();
        _rig.Maker.Targets = [_rig.Maker.Targets[0] with { Name = "Nytt Navn" }, .. _rig.Maker.Targets.Skip(1)];
        var outcome = await _rig.RunAsync();
        Assert.Equal((1, 11, 1), (outcome.Made, outcome.Unchanged, outcome.Removed));
        Assert.Equal("nb/1101-nytt-navn.pdf", _rig.Pdfs()[0]);
        Assert.Equal(12, _rig.Pdfs().Count);
    }

    [Fact]
    public async Task Run_Only_MakesThoseAndLeavesTheOthers()
    {
        await _rig.RunAsync(BatchRig.Both);
        var before = _rig.Manifest;
        _rig.Maker.Edition = "2";
        _rig.Maker.Forget();

        var outcome = await _rig.RunAsync(BatchRig.All with { Only = ["1103"] });

        Assert.Equal(["1103 nb"], _rig.Maker.Made);
        Assert.Equal((1, 0, 0, 23), (outcome.Made, outcome.Unchanged, outcome.Removed, outcome.Outdated));
        Assert.Equal(24, _rig.Pdfs().Count);
        Assert.Equal(before.Entries.Where(e => e.Id != ("1103", "nb")), _rig.Manifest.Entries.Where(e => e.Id != ("1103", "nb")));
        // The folder is no longer of one piece, and does not say that it is.
        Assert.Null(_rig.Manifest.Whole);
    }

    [Fact]
    public async Task Run_OnlyAfterNothingChanged_KeepsTheWhole()
    {
        await _rig.RunAsync(BatchRig.Both);
        var before = _rig.Everything();
        var outcome = await _rig.RunAsync(BatchRig.All with { Only = ["1103"], IsAgain = true });
        Assert.Equal((1, 0), (outcome.Made, outcome.Outdated));
        Assert.Equal(before, _rig.Everything());
    }

    [Fact]
    public async Task Run_OneFails_MakesTheOthersAndTakesItsOldFileAway()
    {
        await _rig.RunAsync();
        _rig.Maker.Edition = "2";
        _rig.Maker.Instead = (t, _) => t.Code == "1104" ? FakeMaker.Fails("RB3401") : null;

        var outcome = await _rig.RunAsync();

        Assert.Equal((11, 1, 0), (outcome.Made, outcome.Failed, outcome.NotTried));
        Assert.DoesNotContain(_rig.Pdfs(), p => p.Contains("1104", StringComparison.Ordinal));
        var entry = Assert.Single(_rig.Manifest.Entries, e => e.Status != BriefingStatus.Made);
        Assert.Equal(("1104", BriefingStatus.Failed, "RB3401", null), (entry.Code, entry.Status, entry.Reason, entry.File));
        var (diagnostic, jobs) = Assert.Single(_rig.Faults.Sorted());
        Assert.Equal(("RB3401", "1104"), (diagnostic.Code, Assert.Single(jobs).Target.Code));

        _rig.Maker.Instead = (_, _) => null;
        Assert.Equal((1, 11), ((await _rig.RunAsync()) is var now ? (now.Made, now.Unchanged) : default));
        Assert.Equal(12, _rig.Pdfs().Count);
    }

    [Fact]
    public async Task Run_MakerThrows_TellsKindAndPlaceButNotTheMessage()
    {
        _rig.Maker.Instead = (t, _) => t.Code == "1104" ? throw new InvalidOperationException("37 deltakere") : null;
        var outcome = await _rig.RunAsync();
        Assert.Equal((11, 1, false), (outcome.Made, outcome.Failed, outcome.IsBroken));
        var text = DiagnosticFormatter.Format(Assert.Single(_rig.Faults.Sorted()).Diagnostic);
        Assert.Contains("InvalidOperationException", text, StringComparison.Ordinal);
        Assert.Contains("RB8051", text, StringComparison.Ordinal);
        Assert.DoesNotContain("37", text, StringComparison.Ordinal);
        Assert.Equal("RB8051", Assert.Single(_rig.Manifest.Entries, e => e.Status == BriefingStatus.Failed).Reason);
    }

    [Fact]
    public async Task Run_MakerThrowsDiskOrCancelFaultsOfItsOwn_DoesNotStopTheRest()
    {
        _rig.Maker.Instead = (t, _) =>
            t.Code switch
            {
                "1101" => throw new IOException("x"),
                "1102" => throw new OperationCanceledException(),
                _ => null,
            };
        var outcome = await _rig.RunAsync();
        Assert.Equal((10, 2, false), (outcome.Made, outcome.Failed, outcome.IsBroken));
    }

    [Fact]
    public async Task Run_MakerGivesNeitherFileNorReason_IsAFault()
    {
        _rig.Maker.Instead = (t, _) => t.Code == "1104" ? new MadeBriefing(null, 0, []) : null;
        Assert.Equal(1, (await _rig.RunAsync()).Failed);
        Assert.Equal("RB8052", Assert.Single(_rig.Faults.Sorted()).Diagnostic.Code);
    }

    [Fact]
    public async Task Run_WarningWithAFile_KeepsTheFileAndTellsOnce()
    {
        _rig.Maker.Instead = (t, l) => new MadeBriefing(_rig.Maker.PdfOf(t, l), 2, [Diagnostic.Warning("RB8066", null)]);
        Assert.Equal(12, (await _rig.RunAsync()).Made);
        Assert.Equal(12, Assert.Single(_rig.Faults.Sorted()).Jobs.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Run_TemplateErrorInOneLanguage_IsToldOnceAndTheOtherIsDelivered(int workers)
    {
        _rig.Maker = new FakeMaker(40);
        _rig.Maker.Instead = (_, l) => l == "nn" ? FakeMaker.Fails("RB3401", "templates/kommunenotat/nn/x.md") : null;

        var outcome = await _rig.RunAsync(BatchRig.Both with { Workers = workers });

        Assert.Equal((40, 40, 40 - BatchScouts.Count), (outcome.Made, outcome.Failed, outcome.NotTried));
        Assert.Equal(40, _rig.Pdfs().Count(p => p.StartsWith("nb/", StringComparison.Ordinal)));
        Assert.Single(_rig.Faults.Sorted());
        var lost = _rig.Manifest.Entries.Where(e => e.Language == "nn").ToList();
        Assert.Equal(
            (BatchScouts.Count, 40 - BatchScouts.Count),
            (lost.Count(e => e.Status == BriefingStatus.Failed), lost.Count(e => e.Status == BriefingStatus.None))
        );
        Assert.All(lost, e => Assert.Equal("RB3401", e.Reason));
        Assert.Equal((80, 80), (_rig.Told[^1].Done, _rig.Told[^1].Total));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    public async Task Run_NothingCanBeMadeInALanguage_LeavesItsFilesAsTheyWere(int count)
    {
        _rig.Maker = new FakeMaker(count);
        await _rig.RunAsync(BatchRig.Both);
        var before = _rig.Everything().Where(f => !f.StartsWith("manifest", StringComparison.Ordinal)).ToList();
        _rig.Maker.Edition = "2";
        _rig.Maker.Instead = (_, l) => l == "nn" ? FakeMaker.Fails("RB3401") : null;

        var outcome = await _rig.RunAsync(BatchRig.Both);

        Assert.Equal((count, count, count, 0, 0), (outcome.Made, outcome.Failed, outcome.Left, outcome.Removed, outcome.Outdated));
        Assert.Equal(Of("nn", before), Of("nn", _rig.Everything()));
        Assert.NotEqual(Of("nb", before), Of("nb", _rig.Everything()));
        Assert.Null(_rig.Manifest.Whole);

        // When the slip is mended, they are made; and when all is as it was before it, nothing is.
        _rig.Maker.Instead = (_, _) => null;
        _rig.Maker.Edition = "1";
        Assert.Equal((count, count), (await _rig.RunAsync(BatchRig.Both)) is var now ? (now.Made, now.Unchanged) : default);
        Assert.Equal(before, _rig.Everything().Where(f => !f.StartsWith("manifest", StringComparison.Ordinal)));

        static IEnumerable<string> Of(string language, IEnumerable<string> files) =>
            files.Where(f => f.StartsWith(language + "/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_OnlyOneThatFails_LeavesItsFileAsItWas()
    {
        await _rig.RunAsync();
        var before = _rig.Pdfs();
        _rig.Maker.Instead = (_, _) => FakeMaker.Fails("RB3401");

        var outcome = await _rig.RunAsync(BatchRig.All with { Only = ["1103"], IsAgain = true });

        Assert.Equal((0, 1, 1, 0), (outcome.Made, outcome.Failed, outcome.Left, outcome.Removed));
        Assert.Equal(before, _rig.Pdfs());
    }

    [Fact]
    public async Task Run_ScoutsFailInDifferentWays_TriesAll()
    {
        _rig.Maker = new FakeMaker(40);
        _rig.Maker.Instead = (t, _) => FakeMaker.Fails("RB3401", t.Code);
        Assert.Equal((40, 0), (await _rig.RunAsync()) is var outcome ? (outcome.Failed, outcome.NotTried) : default);
    }

    [Fact]
    public async Task Run_ScoutsFailInOneWayAndSomeInAnother_TriesNoOthers()
    {
        _rig.Maker = new FakeMaker(40);
        _rig.Maker.Instead = (t, _) =>
            FakeMaker.Fails("RB3314") is var fails && t.Code == "1101"
                ? fails with
                {
                    Diagnostics = [.. fails.Diagnostics, Diagnostic.Error("RB4106", null)],
                }
                : fails;

        var outcome = await _rig.RunAsync();

        Assert.Equal((40, 40 - BatchScouts.Count), (outcome.Failed, outcome.NotTried));
        Assert.All(_rig.Manifest.Entries.Where(e => e.Status == BriefingStatus.None), e => Assert.Equal("RB3314", e.Reason));
    }

    [Fact]
    public async Task Run_Progress_CountsToTheEndWithRateAndTimeLeft()
    {
        await _rig.RunAsync();
        Assert.Equal(Enumerable.Range(1, 12), _rig.Told.Select(t => t.Done));
        Assert.All(_rig.Told, t => Assert.True(t is { Total: 12, PerSecond: > 0 }));
        Assert.Equal(TimeSpan.Zero, _rig.Told[^1].Left);
    }

    [Fact]
    public async Task Run_Cancelled_LeavesWholeFilesAndGoesOnFromThere()
    {
        var undisturbed = await Undisturbed(BatchRig.Both);
        using var source = new CancellationTokenSource();
        var count = 0;
        _rig.Maker.Wait = async token =>
        {
            if (Interlocked.Increment(ref count) > 9)
            {
                await source.CancelAsync();
            }

            await Task.Delay(1, token);
        };

        var outcome = await _rig.RunAsync(BatchRig.Both, cancellation: source.Token);

        Assert.True(outcome is { IsBroken: true, HasChangedFiles: true });
        Assert.Empty(_rig.Codes);
        Assert.Equal(outcome.Made, _rig.Pdfs().Count);
        Assert.InRange(outcome.Made, 1, 9);
        Assert.All(_rig.Pdfs(), p => Assert.True(FakeMaker.IsWhole(_rig.Folder.PathOf(p)), p));
        // What stays is the journal, and nothing of the half-made.
        Assert.Equal([".arbeid", ".arbeid/alle.journal"], _rig.Everything().Select(e => e.Split(' ')[0]).Where(e => e.StartsWith('.')));

        _rig.Maker.Wait = _ => Task.CompletedTask;
        _rig.Maker.Forget();
        var rest = await _rig.RunAsync(BatchRig.Both);
        Assert.Equal((24 - outcome.Made, outcome.Made), (rest.Made, rest.Unchanged));
        Assert.Equal(undisturbed, _rig.Everything());
    }

    [Fact]
    public async Task Run_CancelledSoThatTheMakerFails_IsNoFaultAndKeepsTheEarlierFile()
    {
        await _rig.RunAsync();
        var before = _rig.Pdfs();
        using var source = new CancellationTokenSource();
        _rig.Maker.Edition = "2";
        _rig.Maker.Instead = (_, _) =>
        {
            // As when Ctrl-C stops the typesetter too.
            source.Cancel();
            return FakeMaker.Fails("RB5004");
        };

        var outcome = await _rig.RunAsync(cancellation: source.Token);

        Assert.True(outcome is { IsBroken: true, Failed: 0, HasChangedFiles: false });
        Assert.Empty(_rig.Faults.Sorted());
        Assert.Equal(before, _rig.Pdfs());
    }

    [Fact]
    public async Task Run_WhileAnotherIsAtWork_IsRefusedAndChangesNothing()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _rig.Maker.Wait = _ =>
        {
            begun.TrySetResult();
            return goOn.Task;
        };
        var first = _rig.RunAsync();
        await begun.Task;
        var bag = new DiagnosticBag();
        var other = new BriefingBatch(new FakeMaker(), BatchRig.All, _rig.Folder, new BatchDisk(), TimeProvider.System, bag);

        var refused = await other.RunAsync(_ => { }, CancellationToken.None);

        Assert.True(refused is { IsBroken: true, HasChangedFiles: false });
        Assert.Equal("RB8049", Assert.Single(bag.Sorted()).Code);
        goOn.SetResult();
        Assert.Equal(12, (await first).Made);
        Assert.DoesNotContain(_rig.Everything(), e => e.StartsWith('.'));
    }

    [Fact]
    public async Task Manifest_AnyRun_HoldsNoTimeAndNoPathOfTheMachine()
    {
        _rig.Maker.Instead = (t, _) => t.Code == "1104" ? FakeMaker.Fails("RB3401", "/home/kari/x.md") : null;
        await _rig.RunAsync();
        var text = Encoding.UTF8.GetString(Read("manifest.json"));
        Assert.DoesNotContain("/home", text, StringComparison.Ordinal);
        Assert.DoesNotContain(_rig.Output, text, StringComparison.Ordinal);
        Assert.DoesNotMatch("20[0-9]{2}-[0-9]{2}", text);
    }

    private byte[] Read(string name) => File.ReadAllBytes(_rig.Folder.PathOf(name));

    private static async Task<IReadOnlyList<string>> Undisturbed(BatchRequest request)
    {
        using var rig = new BatchRig();
        await rig.RunAsync(request);
        return rig.Everything();
    }
}
