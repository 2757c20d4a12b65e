using ReportBuilder.Briefings.Batch;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public sealed class BriefingMergeTest : IDisposable
{
    private readonly BatchRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Merge_SlicesInOneFolder_IsWhatOneRunMakes()
    {
        var expected = await Whole();
        // All at the same time, as on a network disk.
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 5).Select(k => SliceAsync(_rig, k, 5)));
        Assert.Equal(24, outcomes.Sum(o => o.Made));
        Assert.All(outcomes, o => Assert.False(o.IsBroken));
        Assert.False(Directory.Exists(_rig.Folder.WorkPath));

        Assert.Equal((24, 0), _rig.Merge(_rig) is { } outcome ? (outcome.Unchanged, outcome.Failed) : default);
        Assert.Equal(expected, _rig.Everything());
    }

    [Fact]
    public async Task Merge_SlicesInFoldersOfTheirOwn_GathersThemAndLeavesThemAsTheyAre()
    {
        var expected = await Whole();
        using var rigs = new Rigs(3);
        for (var k = 1; k <= 3; k++)
        {
            await SliceAsync(rigs[k - 1], k, 3);
        }

        var before = rigs.All.Select(r => r.Everything()).ToList();
        Assert.NotNull(_rig.Merge(rigs.All));
        Assert.Equal(expected, _rig.Everything());
        Assert.Equal(before, rigs.All.Select(r => r.Everything()));
    }

    [Fact]
    public async Task Merge_IntoAnOlderWhole_ReplacesIt()
    {
        var expected = await Whole();
        _rig.Maker = new FakeMaker(14) { Edition = "0" };
        await _rig.RunAsync(BatchRig.Both);
        _rig.Maker = new FakeMaker();
        await SliceAsync(_rig, 1, 2);
        await SliceAsync(_rig, 2, 2);
        Assert.Equal(4, _rig.Merge(_rig)!.Removed);
        Assert.Equal(expected, _rig.Everything());
    }

    [Fact]
    public async Task Merge_MoreSlicesThanMunicipalities_IsWhole()
    {
        var expected = await Whole();
        for (var k = 1; k <= 15; k++)
        {
            await SliceAsync(_rig, k, 15);
        }

        Assert.NotNull(_rig.Merge(_rig));
        Assert.Equal(expected, _rig.Everything());
    }

    [Fact]
    public async Task Run_SliceAgain_MakesNothingAnew()
    {
        await SliceAsync(_rig, 1, 2);
        var before = _rig.Written();
        Assert.Equal((0, 12), await SliceAsync(_rig, 1, 2) is var again ? (again.Made, again.Unchanged) : default);
        Assert.Equal(before, _rig.Written());
    }

    [Fact]
    public async Task Run_AllAfterSlices_TakesThemOverAndLeavesNoTraceOfThem()
    {
        var expected = await Whole();
        await SliceAsync(_rig, 1, 2);
        Assert.Equal((12, 12), await _rig.RunAsync(BatchRig.Both) is var all ? (all.Made, all.Unchanged) : default);
        Assert.Equal(expected, _rig.Everything());
    }

    [Fact]
    public async Task Merge_SliceWithAFailedBriefing_TellsOfItInTheWhole()
    {
        _rig.Maker.Instead = (t, l) => (t.Code, l) == ("1104", "nn") ? FakeMaker.Fails("RB3401") : null;
        await SliceAsync(_rig, 1, 2);
        await SliceAsync(_rig, 2, 2);
        Assert.Equal((23, 1), _rig.Merge(_rig) is { } outcome ? (outcome.Unchanged, outcome.Failed) : default);
        Assert.Equal("RB3401", Assert.Single(_rig.Manifest.Entries, e => e.Status == BriefingStatus.Failed).Reason);
    }

    [Fact]
    public async Task Merge_SlicesMissing_NamesEachAndWritesNothing()
    {
        await SliceAsync(_rig, 2, 4);
        await RefusedAsync(["RB8056", "RB8056", "RB8056"], _rig);
        Assert.Equal(
            [
                ["1", "4"],
                ["3", "4"],
                ["4", "4"],
            ],
            _rig.Bag.Sorted().Select(d => d.Arguments)
        );
    }

    [Fact]
    public async Task Merge_SliceTwice_IsRefused()
    {
        using var rigs = new Rigs(3);
        await SliceAsync(rigs[0], 1, 2);
        await SliceAsync(rigs[1], 2, 2);
        await SliceAsync(rigs[2], 2, 2);
        await RefusedAsync(["RB8057"], [.. rigs.All]);
    }

    [Fact]
    public async Task Merge_SlicesOfDifferentData_IsRefused()
    {
        using var rigs = new Rigs(3);
        rigs[1].Maker.Changed["1107"] = "x";
        for (var k = 1; k <= 3; k++)
        {
            await SliceAsync(rigs[k - 1], k, 3);
        }

        await RefusedAsync(["RB8055"], [.. rigs.All]);
    }

    [Fact]
    public async Task Merge_SlicesOfDifferentLanguages_IsRefused()
    {
        using var rigs = new Rigs(2);
        await rigs[0].RunAsync(BatchRig.Both with { Shard = new Shard(1, 2) });
        await rigs[1].RunAsync(BatchRig.All with { Shard = new Shard(2, 2) });
        await RefusedAsync(["RB8055"], [.. rigs.All]);
    }

    [Fact]
    public async Task Merge_SlicesOfDifferentNumbers_IsRefused()
    {
        using var rigs = new Rigs(3);
        await SliceAsync(rigs[0], 1, 2);
        await SliceAsync(rigs[1], 2, 2);
        await SliceAsync(rigs[2], 2, 3);
        await RefusedAsync(["RB8054"], [.. rigs.All]);
    }

    [Fact]
    public async Task Merge_FilesGoneOrChanged_NamesEachAndWritesNothing()
    {
        await SliceAsync(_rig, 1, 2);
        await SliceAsync(_rig, 2, 2);
        File.Delete(_rig.Folder.PathOf(_rig.Pdfs()[0]));
        File.AppendAllText(_rig.Folder.PathOf(_rig.Pdfs()[4]), "x");
        await RefusedAsync(["RB8060", "RB8061"], _rig);
    }

    [Theory]
    [InlineData("\"name\":\"Oslo\"", "\"name\":\"Osla\"", "RB8069")]
    [InlineData("\"bytes\":2", "\"bytes\":3", "RB8063")]
    [InlineData("\"key\":\"", "\"key\":\"0123456789abcdef", "RB8069")]
    public async Task Merge_ManifestTamperedWith_IsRefused(string old, string now, string code)
    {
        await SliceAsync(_rig, 1, 2);
        await SliceAsync(_rig, 2, 2);
        var path = _rig.Folder.PathOf("manifest.1-of-2.json");
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        // What is longer takes the place of as much.
        File.WriteAllText(path, text[..at] + now + text[(at + now.Length)..]);
        await RefusedAsync([code], _rig);
    }

    [Fact]
    public async Task Merge_ManifestOfAnotherSliceThanItsName_IsRefused()
    {
        await SliceAsync(_rig, 1, 2);
        File.Copy(_rig.Folder.PathOf("manifest.1-of-2.json"), _rig.Folder.PathOf("manifest.2-of-2.json"));
        await RefusedAsync(["RB8059"], _rig);
    }

    [Fact]
    public async Task Merge_CutManifest_IsRefused()
    {
        await SliceAsync(_rig, 1, 2);
        await SliceAsync(_rig, 2, 2);
        var path = _rig.Folder.PathOf("manifest.2-of-2.json");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..200]);
        await RefusedAsync(["RB7002"], _rig);
    }

    [Fact]
    public async Task Merge_NoSlicesBesideAnOldWhole_IsRefused()
    {
        await _rig.RunAsync();
        await RefusedAsync(["RB8053"], _rig);
    }

    [Fact]
    public async Task Merge_SomeSlicesOfNewDataBesideAnOldWhole_IsRefused()
    {
        await _rig.RunAsync(BatchRig.Both);
        _rig.Maker.Edition = "2";
        await SliceAsync(_rig, 1, 2);
        await RefusedAsync(["RB8056"], _rig);
    }

    [Fact]
    public Task Merge_NoSlices_IsRefused() => RefusedAsync(["RB8053"], _rig);

    [Fact]
    public async Task Merge_WhileASliceIsAtWork_IsRefused()
    {
        await SliceAsync(_rig, 1, 2);
        await SliceAsync(_rig, 2, 2);
        using (BatchLock.Take(_rig.Folder, new Shard(2, 2), new BatchDisk()))
        {
            Assert.Null(_rig.Merge(_rig));
        }

        Assert.Equal(["RB8049"], _rig.Codes);
        Assert.NotNull(_rig.Merge(_rig));
    }

    private async Task RefusedAsync(IReadOnlyList<string> codes, params BatchRig[] sources)
    {
        await Task.Yield();
        var before = _rig.Everything();
        Assert.Null(_rig.Merge(sources));
        Assert.Equal(codes, _rig.Codes);
        Assert.Equal(before, _rig.Everything());
    }

    private static Task<BatchOutcome> SliceAsync(BatchRig rig, int number, int count)
    {
        var folder = rig.Folder;
        var request = BatchRig.Both with { Shard = new Shard(number, count) };
        var batch = new BriefingBatch(rig.Maker, request, folder, new BatchDisk(), TimeProvider.System, new());
        return batch.RunAsync(_ => { }, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> Whole()
    {
        using var rig = new BatchRig();
        await rig.RunAsync(BatchRig.Both);
        return rig.Everything();
    }

    private sealed class Rigs(int count) : IDisposable
    {
        public IReadOnlyList<BatchRig> All { get; } = [.. Enumerable.Range(0, count).Select(_ => new BatchRig())];

        public BatchRig this[int index] => All[index];

        public void Dispose()
        {
            foreach (var rig in All)
            {
                rig.Dispose();
            }
        }
    }
}
