using ReportBuilder.Briefings.Batch;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public sealed class BatchLockTest : IDisposable
{
    private readonly BatchRig _rig = new();
    private readonly BatchDisk _disk = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "1/2", false)]
    [InlineData("1/2", null, false)]
    [InlineData("1/2", "1/2", false)]
    [InlineData("1/2", "1/3", false)]
    [InlineData("1/2", "2/2", true)]
    public void Take_WhileAnotherWorks_IsGivenOnlyToSlicesOfTheSameWhole(string? first, string? second, bool isGiven)
    {
        using (Take(first))
        {
            using var other = Take(second);
            Assert.Equal(isGiven, other is not null);
        }

        using var after = Take(second);
        Assert.NotNull(after);
    }

    [Fact]
    public void Take_RefusedAndGivenBack_LeavesNoFile()
    {
        using (Take(null))
        {
            Assert.Null(Take("1/2"));
        }

        Assert.Empty(Directory.EnumerateFiles(_rig.Folder.WorkPath));
    }

    [Fact]
    public void Take_FileLeftByAKilledRun_IsNoHindrance()
    {
        Directory.CreateDirectory(_rig.Folder.WorkPath);
        File.WriteAllText(Path.Combine(_rig.Folder.WorkPath, "alle.lock"), "x");
        File.WriteAllText(Path.Combine(_rig.Folder.WorkPath, "3-of-7.lock"), "x");
        using var taken = Take(null);
        Assert.NotNull(taken);
        taken.RemoveDead();
        Assert.Equal("alle.lock", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(_rig.Folder.WorkPath))));
    }

    [Fact]
    public async Task Take_ManyAtOnce_IsNeverGivenToTwo()
    {
        var (inside, most, given) = (0, 0, 0);
        var run = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(() =>
                {
                    for (var i = 0; i < 300; i++)
                    {
                        using var taken = Take(null);
                        if (taken is not null)
                        {
                            var now = Interlocked.Increment(ref inside);
                            most = Math.Max(most, now);
                            Interlocked.Increment(ref given);
                            Thread.Yield();
                            Interlocked.Decrement(ref inside);
                        }
                    }
                })
            );
        await Task.WhenAll(run);
        Assert.Equal(1, most);
        Assert.True(given > 1);
    }

    private BatchLock? Take(string? slice)
    {
        var shard = slice is null ? null : new Shard(slice[0] - '0', slice[2] - '0');
        return BatchLock.Take(_rig.Folder, shard, _disk);
    }
}
