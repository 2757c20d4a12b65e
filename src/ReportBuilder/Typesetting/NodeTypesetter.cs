using System.Threading.Channels;

namespace ReportBuilder.Typesetting;

/// <summary>
/// Typesets in one or more Node processes, each with a warm Typst compiler. The processes start while the caller still reads data;
/// one that fails is replaced, and only the request it failed on is lost.
/// </summary>
public sealed class NodeTypesetter : ITypesetter
{
    private readonly NodeTypesetterOptions _options;
    private readonly Channel<TypstProcess> _idle = Channel.CreateUnbounded<TypstProcess>();
    private readonly CancellationTokenSource _disposed = new();

    private NodeTypesetter(NodeTypesetterOptions options)
    {
        _options = options;
        for (var i = 0; i < options.Processes; i++)
        {
            _idle.Writer.TryWrite(new TypstProcess(options));
        }
    }

    /// <summary>Starts the processes in the background and returns at once. What is wrong is said in the answer to the first request.</summary>
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
        var process = await _idle.Reader.ReadAsync(either.Token);
        try
        {
            return await process.SendAsync(request, either.Token);
        }
        finally
        {
            GiveBack(process);
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
            (await _idle.Reader.ReadAsync()).Dispose();
        }
    }

    private void GiveBack(TypstProcess process)
    {
        var isReplaced = process.IsBroken && !_disposed.IsCancellationRequested;
        _idle.Writer.TryWrite(isReplaced ? new TypstProcess(_options) : process);
    }
}
