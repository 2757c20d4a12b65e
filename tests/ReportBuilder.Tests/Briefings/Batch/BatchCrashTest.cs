using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

/// <summary>What a run leaves when it dies at any moment, or when the disk fails: whole files, and a next run that ends as if nothing had happened.</summary>
public sealed class BatchCrashTest : IDisposable
{
    private readonly BatchRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Run_KilledAt100RandomMoments_IsNeverHalfAndEndsAsUndisturbed()
    {
        var expected = await Undisturbed(BatchRig.Both);
        var random = new Random(2022);
        for (var i = 0; i < 100; i++)
        {
            using var rig = await BeforeAsync();
            // Killed once to three times in a row, before or after an operation, half-way through it when it is a write.
            for (var kills = random.Next(1, 4); kills > 0; kills--)
            {
                var (at, fault) = (random.Next(1, 120), random.Next(2) == 0 ? FaultyDisk.Fault.KilledBefore : FaultyDisk.Fault.KilledAfter);
                await RunUntilKilledAsync(rig, new FaultyDisk((n, _) => n == at ? fault : FaultyDisk.Fault.None), random.Next(1, 5));
            }

            var last = await rig.RunAsync(BatchRig.Both);
            Assert.Equal((24, 0), (last.Made + last.Unchanged, last.Failed));
            Assert.Equal(expected, rig.Everything());
        }
    }

    [Fact]
    public async Task Run_KilledAtEveryOperation_IsNeverHalfAndEndsAsUndisturbed()
    {
        var request = BatchRig.All with { Workers = 1 };
        var expected = await Undisturbed(request);
        for (var (at, isThrough) = (1, false); !isThrough; at++)
        {
            foreach (var fault in new[] { FaultyDisk.Fault.KilledBefore, FaultyDisk.Fault.KilledAfter })
            {
                using var rig = new BatchRig();
                var stop = at;
                isThrough = !await RunUntilKilledAsync(
                    rig,
                    new FaultyDisk((n, _) => n == stop ? fault : FaultyDisk.Fault.None),
                    1,
                    request
                );
                await rig.RunAsync(request);
                Assert.Equal(expected, rig.Everything());
            }

            Assert.True(at < 200);
        }
    }

    [Fact]
    public async Task Run_KilledAfterSomeWereMade_MakesThemOnlyOnce()
    {
        var disk = new FaultyDisk((n, _) => n == 30 ? FaultyDisk.Fault.KilledBefore : FaultyDisk.Fault.None);
        Assert.True(await RunUntilKilledAsync(_rig, disk, 1));
        var made = _rig.Pdfs().Count;
        Assert.InRange(made, 5, 20);
        var outcome = await _rig.RunAsync(BatchRig.Both);
        Assert.Equal((made, 24 - made), (outcome.Unchanged, outcome.Made));
    }

    [Fact]
    public async Task Run_KilledBeforeMunicipalitiesWereGone_LeavesNoFileOfThem()
    {
        var disk = new FaultyDisk((n, _) => n == 40 ? FaultyDisk.Fault.KilledAfter : FaultyDisk.Fault.None);
        Assert.True(await RunUntilKilledAsync(_rig, disk, 1));
        _rig.Maker.Targets = [.. _rig.Maker.Targets.Skip(6)];
        await _rig.RunAsync(BatchRig.Both);
        Assert.Equal(12, _rig.Pdfs().Count);
        Assert.Equal(12, _rig.Manifest.Entries.Count);
    }

    [Fact]
    public async Task Run_SlicesKilledSideBySide_MakeTheWholeWhenRunAgain()
    {
        var expected = await Undisturbed(BatchRig.Both);
        var random = new Random(8);
        for (var i = 0; i < 20; i++)
        {
            using var rig = await BeforeAsync();
            await Task.WhenAll(
                Enumerable
                    .Range(1, 3)
                    .Select(k => (Shard: new Shard(k, 3), At: random.Next(1, 45)))
                    .ToList()
                    .Select(s => Task.Run(() => SliceUntilKilledAsync(rig, s.Shard, s.At)))
            );
            for (var k = 1; k <= 3; k++)
            {
                Assert.Equal(0, (await rig.RunAsync(BatchRig.Both with { Shard = new Shard(k, 3) })).Failed);
            }

            Assert.NotNull(rig.Merge(rig));
            Assert.Equal(expected, rig.Everything());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Merge_KilledAtEveryOperation_EndsAsUndisturbedWhenRunAgain(bool isInOneFolder)
    {
        var expected = await Undisturbed(BatchRig.All);
        for (var (at, isThrough) = (1, false); !isThrough; at++)
        {
            using var target = await BeforeAsync();
            using var other = new BatchRig();
            var source = isInOneFolder ? target : other;
            for (var k = 1; k <= 2; k++)
            {
                await source.RunAsync(BatchRig.All with { Shard = new Shard(k, 2) });
            }

            var stop = at;
            try
            {
                target.Merge(new FaultyDisk((n, _) => n == stop ? FaultyDisk.Fault.KilledAfter : FaultyDisk.Fault.None), source);
                isThrough = true;
            }
            catch (KilledException)
            {
                Assert.All(target.Pdfs(), p => Assert.True(FakeMaker.IsWhole(target.Folder.PathOf(p)), p));
                // The one moment at which nothing is left to be merged: all is done but for tidying.
                if (source.Folder.ShardManifests().Count > 0)
                {
                    Assert.NotNull(target.Merge(source));
                }
                else
                {
                    Assert.Equal(12, (await target.RunAsync()).Unchanged);
                }
            }

            Assert.Equal(expected, target.Everything());
            Assert.True(at < 200);
        }
    }

    [Fact]
    public async Task Run_FullDiskAtAnyWrite_StopsWithWholeFilesAndOneDiagnostic()
    {
        var expected = await Undisturbed(BatchRig.Both);
        foreach (var at in new[] { 3, 5, 8, 21, 40, 70, 76 })
        {
            using var rig = await BeforeAsync();
            // No room from here on; to remove and to move needs none.
            var disk = new FaultyDisk((n, name) => n >= at && name is "Write" or "Append" ? FaultyDisk.Fault.Full : FaultyDisk.Fault.None);

            var outcome = await rig.RunAsync(BatchRig.Both, disk);

            Assert.True(outcome.IsBroken);
            Assert.Equal(["RB8050"], rig.Codes);
            Assert.All(rig.Pdfs(), p => Assert.True(FakeMaker.IsWhole(rig.Folder.PathOf(p)), p));
            Assert.DoesNotContain(rig.Everything(), e => e.Contains("/alle-", StringComparison.Ordinal));
            await rig.RunAsync(BatchRig.Both);
            Assert.Equal(expected, rig.Everything());
        }
    }

    [Fact]
    public async Task Run_ReadOnlyFolder_IsRefusedAndNothingIsChanged()
    {
        using var rig = await BeforeAsync();
        var before = rig.Everything();
        var outcome = await rig.RunAsync(BatchRig.Both, new FaultyDisk((_, _) => FaultyDisk.Fault.Denied));
        Assert.True(outcome is { IsBroken: true, HasChangedFiles: false });
        Assert.Equal(["RB8050"], rig.Codes);
        Assert.Equal(before, rig.Everything());
    }

    [Fact]
    public async Task Run_FileWhereTheFolderShouldBe_IsRefused()
    {
        File.WriteAllText(_rig.Folder.Path, "x");
        var outcome = await _rig.RunAsync();
        Assert.True(outcome is { IsBroken: true, HasChangedFiles: false });
        Assert.Equal(["RB8050"], _rig.Codes);
        Assert.Equal([ToolTexts.Get("output.file", _rig.Folder.Path)], Assert.Single(_rig.Bag.Sorted()).Arguments);
    }

    [Theory]
    [InlineData(28, "briefings.disk.full")]
    [InlineData(unchecked((int)0x80070070), "briefings.disk.full")]
    [InlineData(30, "briefings.disk.readonly")]
    public async Task Run_DiskFails_SaysWhyInTheUsersWords(int cause, string key)
    {
        var disk = new FaultyDisk((_, name) => name == "Write" ? throw new IOException("x", cause) : FaultyDisk.Fault.None);
        await _rig.RunAsync(disk: disk);
        Assert.Equal([ToolTexts.Get(key)], Assert.Single(_rig.Bag.Sorted()).Arguments);
    }

    [Fact]
    public async Task Run_LeftoversOfKilledRuns_AreRemovedButNotThoseOfALiveSlice()
    {
        var work = _rig.Folder.WorkPath;
        foreach (var leftover in new[] { "alle-0123", "1-of-2-0123", "2-of-2-0123" })
        {
            Directory.CreateDirectory(Path.Combine(work, leftover));
            File.WriteAllText(Path.Combine(work, leftover, "1101-oslo.pdf.nb"), "%PDF half");
        }

        using (BatchLock.Take(_rig.Folder, new Shard(2, 2), new BatchDisk()))
        {
            await _rig.RunAsync(BatchRig.All with { Shard = new Shard(1, 2) });
            Assert.True(Directory.Exists(Path.Combine(work, "2-of-2-0123")));
            Assert.False(Directory.Exists(Path.Combine(work, "1-of-2-0123")));
        }

        await _rig.RunAsync();
        Assert.False(Directory.Exists(work));
    }

    /// <summary>Runs until the disk dies; true when it did. Afterwards every file with a final name is whole.</summary>
    private static async Task<bool> RunUntilKilledAsync(BatchRig rig, FaultyDisk disk, int workers, BatchRequest? request = null)
    {
        var wasKilled = false;
        try
        {
            await rig.RunAsync((request ?? BatchRig.Both) with { Workers = workers }, disk);
        }
        catch (KilledException)
        {
            wasKilled = true;
        }

        Assert.All(rig.Pdfs(), p => Assert.True(FakeMaker.IsWhole(rig.Folder.PathOf(p)), p));
        // The manifest is either that of before or that of after, never a part of one.
        Assert.True(!File.Exists(rig.Folder.PathOf("manifest.json")) || rig.Manifest is not null);
        return wasKilled;
    }

    private static async Task SliceUntilKilledAsync(BatchRig rig, Shard shard, int at)
    {
        var disk = new FaultyDisk((n, _) => n == at ? FaultyDisk.Fault.KilledBefore : FaultyDisk.Fault.None);
        var request = BatchRig.Both with { Shard = shard };
        try
        {
            await new BriefingBatch(rig.Maker, request, rig.Folder, disk, TimeProvider.System, new()).RunAsync(_ => { }, default);
        }
        catch (KilledException)
        {
            // As planned; that it came through is as good.
        }
    }

    /// <summary>A folder with the briefings of an earlier edition, one municipality fewer and one more.</summary>
    private static async Task<BatchRig> BeforeAsync()
    {
        var rig = new BatchRig { Maker = new FakeMaker(13) { Edition = "0" } };
        rig.Maker.Targets = [.. rig.Maker.Targets.Skip(1)];
        await rig.RunAsync(BatchRig.Both);
        rig.Maker = new FakeMaker();
        return rig;
    }

    private static async Task<IReadOnlyList<string>> Undisturbed(BatchRequest request)
    {
        using var rig = new BatchRig();
        await rig.RunAsync(request);
        return rig.Everything();
    }
}
