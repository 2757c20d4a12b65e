namespace ReportBuilder.Briefings.Batch;

/// <summary>How far a run has come.</summary>
/// <param name="Done">Briefings made, or given up.</param>
/// <param name="Total">Briefings to make.</param>
/// <param name="PerSecond">Briefings a second so far; null before the first.</param>
/// <param name="Left">Time left at that rate; null before the first.</param>
public readonly record struct BatchProgress(int Done, int Total, double? PerSecond, TimeSpan? Left);

/// <summary>Counts briefings and takes their time. Safe to use from several threads.</summary>
internal sealed class BatchMeter
{
    private readonly TimeProvider _time;
    private readonly Action<BatchProgress> _tell;
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _times = [];
    private readonly long _start;
    private readonly int _total;
    private int _done;

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="total">Briefings to make.</param>
    /// <param name="tell">Is told after each one, of one at a time.</param>
    public BatchMeter(TimeProvider time, int total, Action<BatchProgress> tell)
    {
        _time = time;
        _total = total;
        _tell = tell;
        _start = time.GetTimestamp();
    }

    /// <summary>Half of those made took no longer; null when none was made.</summary>
    public TimeSpan? Median
    {
        get
        {
            lock (_gate)
            {
                return _times.Count == 0 ? null : _times.Order().ElementAt((_times.Count - 1) / 2);
            }
        }
    }

    /// <summary>How many were made.</summary>
    public int MadeCount
    {
        get
        {
            lock (_gate)
            {
                return _times.Count;
            }
        }
    }

    /// <summary>The time now, to be given back when a briefing is made.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary>One is made.</summary>
    public void Made(long since) => Add(1, _time.GetElapsedTime(since));

    /// <summary>Some are given up.</summary>
    public void GivenUp(int count) => Add(count, null);

    private void Add(int count, TimeSpan? took)
    {
        lock (_gate)
        {
            _done += count;
            if (took is { } time)
            {
                _times.Add(time);
            }

            var elapsed = _time.GetElapsedTime(_start);
            var left = elapsed / _done * (_total - _done);
            _tell(new BatchProgress(_done, _total, elapsed > TimeSpan.Zero ? _done / elapsed.TotalSeconds : null, left));
        }
    }
}
