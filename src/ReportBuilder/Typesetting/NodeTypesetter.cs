namespace ReportBuilder.Typesetting;

/// <summary>
/// Typesets in one or more Node processes, each with a warm Typst compiler. The first starts while the caller still reads data, the others when there is work for them;
/// one that fails is replaced. One that stops by itself was perhaps killed for want of memory: its request is tried once more in a new one, and is lost only when that stops too.
/// </summary>
public sealed class NodeTypesetter : ITypesetter
{
    private readonly NodeTypesetterOptions _options;
    private readonly SemaphoreSlim _places;
    private readonly Lock _gate = new();
    private readonly Stack<TypstProcess> _idle = [];
    private readonly CancellationTokenSource _disposed = new();

    private NodeTypesetter(NodeTypesetterOptions options)
    {
        _options = options;
        _places = new SemaphoreSlim(options.Processes);
        _idle.Push(new TypstProcess(options));
    }

    /// <summary>Starts the first process in the background and returns at once. What is wrong is said in the answer to the first request.</summary>
    public static NodeTypesetter Start(NodeTypesetterOptions options)
    {
        if (options.Processes < 1)
        {
            throw new ArgumentException("At least one process is needed.", nameof(options));
        }

        return new NodeTypesetter(options);
    }

    /// <inheritdoc/>
    public async Task<TypesetResult> TypesetAsync(TypesetRequest request, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        await _places.WaitAsync(either.Token);
        try
        {
            var first = Take();
            var result = await SendAsync(first, request, either.Token);
            // Not another that waits: what stopped the first may have stopped them all.
            return first.HasStopped ? await SendAsync(new TypstProcess(_options), request, either.Token) : result;
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Stops all processes; requests under way are cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed.IsCancellationRequested)
        {
            return;
        }

        await _disposed.CancelAsync();
        for (var i = 0; i < _options.Processes; i++)
        {
            // A process that was at work comes back when its request has been cancelled.
            await _places.WaitAsync();
        }

        foreach (var process in _idle)
        {
            process.Dispose();
        }
    }

    private async Task<TypesetResult> SendAsync(TypstProcess process, TypesetRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await process.SendAsync(request, cancellationToken);
        }
        finally
        {
            GiveBack(process);
        }
    }

    /// <summary>The process that was last at work, which is the warmest; a new one when all are busy.</summary>
    private TypstProcess Take()
    {
        lock (_gate)
        {
            return _idle.TryPop(out var process) ? process : new TypstProcess(_options);
        }
    }

    private void GiveBack(TypstProcess process)
    {
        // One that is broken has let go of all it held; the next request gets a new one.
        if (process.IsBroken)
        {
            return;
        }

        lock (_gate)
        {
            _idle.Push(process);
        }
    }
}
