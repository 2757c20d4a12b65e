using System.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>Wall time since the process began and the most memory it has held.</summary>
public sealed class RunClock
{
    private readonly Stopwatch _watch;
    private readonly TimeSpan _before;

    private RunClock(TimeSpan before)
    {
        _before = before;
        _watch = Stopwatch.StartNew();
    }

    /// <summary>Starts to count; the time the process needed to get here is counted too.</summary>
    public static RunClock Start()
    {
        using var process = Process.GetCurrentProcess();
        var before = TimeProvider.System.GetLocalNow().DateTime - process.StartTime;
        return new RunClock(before);
    }

    /// <summary>Time since the process began.</summary>
    public TimeSpan Elapsed => _before + _watch.Elapsed;

    /// <summary>Peak working set of this process, MiB.</summary>
    public static long PeakMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1_048_576;
        }
    }
}
