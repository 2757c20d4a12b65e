using System.Diagnostics;
using System.Globalization;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Briefings.Making;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Typesetting;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

/// <summary>Real briefings in the real typesetter, whose processes are killed in the middle.</summary>
public sealed class BatchTypesetterKillTest : IDisposable
{
    private const int Municipalities = 12;
    private readonly TemporaryFolder _folder = new();
    private readonly string _node;

    public BatchTypesetterKillTest() => _node = Node();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_TypesettersKilledInTheMiddle_LosesNoBriefing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The processes are found by way of a shell script.");
        using var undisturbed = new BatchRig();
        using var disturbed = new BatchRig();
        await RunAsync(undisturbed, _ => { });

        var killed = 0;
        var outcome = await RunAsync(disturbed, p => killed += p.Done == 4 ? KillTypesetters() : 0);

        Assert.True(killed > 0);
        Assert.Equal((Municipalities, 0), (outcome.Made, outcome.Failed));
        Assert.Equal(undisturbed.Everything(), disturbed.Everything());
    }

    private async Task<BatchOutcome> RunAsync(BatchRig rig, Action<BatchProgress> tell)
    {
        var twin = await BriefingTwin.GetAsync();
        var some = twin.Set with { Briefings = [.. twin.Set.Briefings.Take(Municipalities)] };
        await using var maker = twin.MakerOf(some, new NodeTypesetterOptions { Node = _node, Processes = 2 });
        var batch = new BriefingBatch(maker, BatchRig.All, rig.Folder, new BatchDisk(), TimeProvider.System, new DiagnosticBag());
        var outcome = await batch.RunAsync(tell, TestContext.Current.CancellationToken);
        Assert.Empty(batch.Faults.Sorted());
        return outcome;
    }

    /// <summary>Node by way of a script that notes its process, which it then becomes.</summary>
    private string Node()
    {
        var script = _folder.Write("node.sh", $"#!/bin/sh\necho $$ >> '{_folder.Path}/processes'\nexec node \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return script;
    }

    /// <summary>Kills those that are alive, and says how many.</summary>
    private int KillTypesetters()
    {
        var count = 0;
        foreach (var line in File.ReadAllLines(Path.Combine(_folder.Path, "processes")))
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(line, CultureInfo.InvariantCulture));
                process.Kill();
                count++;
            }
            catch (ArgumentException)
            {
                // It has ended: it was that of the run before.
            }
        }

        return count;
    }
}
