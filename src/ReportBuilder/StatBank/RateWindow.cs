namespace ReportBuilder.StatBank;

/// <summary>Holds requests back so that no more than a given number are sent in any window of time.</summary>
internal sealed class RateWindow(PxWebOptions options, TimeProvider time)
{
    private readonly Queue<DateTimeOffset> _sent = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Waits until a request may be sent, and counts it.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var earliest = _notBefore;
        if (_sent.Count >= options.RequestsPerWindow && _sent.Dequeue() + options.Window is var free && free > earliest)
        {
            earliest = free;
        }

        if (earliest > now)
        {
            await Task.Delay(earliest - now, time, cancellation);
        }

        _sent.Enqueue(time.GetUtcNow());
    }

    /// <summary>Sends nothing for some time, because the server says that nothing is left of the quota.</summary>
    public void Pause(TimeSpan pause)
    {
        var until = time.GetUtcNow() + pause;
        _notBefore = until > _notBefore ? until : _notBefore;
    }
}
