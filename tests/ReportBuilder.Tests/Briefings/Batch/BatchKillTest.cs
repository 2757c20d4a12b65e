using System.Diagnostics;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

/// <summary>Real processes, killed in the middle of a batch: the operating system lets go of the lock, and what has a final name is whole.</summary>
public sealed class BatchKillTest : IDisposable
{
    private const string FolderVariable = "REPORTBUILDER_TEST_BATCH";
    private const int Municipalities = 150;
    private readonly BatchRig _rig = new() { Maker = new FakeMaker(Municipalities) };

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Run_ProcessKilledAgainAndAgain_EndsAsUndisturbed()
    {
        using var undisturbed = new BatchRig { Maker = new FakeMaker(Municipalities) };
        await undisturbed.RunAsync(BatchRig.Both);
        var random = new Random(42);
        for (var (kill, made) = (0, 0); kill < 4; kill++)
        {
            var enough = made + random.Next(5, 50);
            using (var child = StartChild())
            {
                while (_rig.Pdfs().Count < enough && !child.HasExited)
                {
                    await Task.Delay(1);
                }

                Assert.False(child.HasExited);
                child.Kill();
                await child.WaitForExitAsync();
            }

            var pdfs = _rig.Pdfs();
            made = pdfs.Count;
            Assert.All(pdfs, p => Assert.True(FakeMaker.IsWhole(_rig.Folder.PathOf(p)), p));
        }

        var last = await _rig.RunAsync(BatchRig.Both);
        Assert.True(last.Unchanged > 20);
        Assert.Equal(undisturbed.Everything(), _rig.Everything());
    }

    /// <summary>What the killed processes do; it is no test of its own.</summary>
    [Fact(Explicit = true)]
    public async Task Child()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } output)
        {
            var maker = new FakeMaker(Municipalities) { Wait = token => Task.Delay(10, token) };
            var batch = new BriefingBatch(
                maker,
                BatchRig.Both,
                new BatchFolder(output, "output"),
                new BatchDisk(),
                TimeProvider.System,
                new DiagnosticBag()
            );
            await batch.RunAsync(_ => { }, CancellationToken.None);
        }
    }

    private Process StartChild()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "exec",
                typeof(BatchKillTest).Assembly.Location,
                "-explicit",
                "only",
                "-method",
                $"{typeof(BatchKillTest).FullName}.{nameof(Child)}",
            },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[FolderVariable] = _rig.Output;
        var child = Process.Start(start)!;
        child.OutputDataReceived += (_, _) => { };
        child.BeginOutputReadLine();
        return child;
    }
}
