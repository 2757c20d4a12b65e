using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Typesetting;

/// <summary>
/// One Node process. It starts in the background when this object is made; requests are sent one after another. After a fault
/// (<see cref="IsBroken"/>) it is of no more use and a new one is made in its place.
/// </summary>
internal sealed class TypstProcess : IDisposable
{
    private const int OldestNode = 20;
    private const int ErrorLinesKept = 20;
    private const int PipeBuffer = 64 * 1024;

    // SIGKILL: that is how the system ends what takes too much memory.
    private const int KilledCode = 137;

    private readonly NodeTypesetterOptions _options;
    private readonly Task<Diagnostic?> _started;
    private readonly Queue<string> _errorLines = new();
    private readonly Lock _gate = new();
    private Process? _process;
    private FrameReader? _reader;
    private bool _isDisposed;

    public TypstProcess(NodeTypesetterOptions options)
    {
        _options = options;
        _started = Task.Run(StartAsync);
    }

    /// <summary>True when the process has failed or was stopped.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>True when the process ended by itself, or was ended by someone else.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>Sends one request and reads the answer. The time limit includes what is left of the start.</summary>
    public async Task<TypesetResult> SendAsync(TypesetRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.TimeLimit);
        try
        {
            if (await _started.WaitAsync(limit.Token) is { } fault)
            {
                return Break(fault);
            }

            var line = TypstRequestLine.Write(request, _options.RememberedDocuments);
            var input = _process!.StandardInput.BaseStream;
            await input.WriteAsync(line, limit.Token);
            await input.FlushAsync(limit.Token);
            return await ReadAnswerAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The process is in the middle of something and its next answer would be to this request.
            IsBroken = true;
            Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return Break(Diagnostic.Error("RB5005", null, _options.TimeLimit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return Break(await StoppedAsync());
        }
        catch (InvalidDataException)
        {
            return Break(Diagnostic.Error("RB5006", null));
        }
    }

    /// <summary>Stops the process at once, with what it has started.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            Kill();
        }

        // The start may still be reading from it.
        _ = _started.ContinueWith(_ => _process?.Dispose(), TaskScheduler.Default);
    }

    private async Task<Diagnostic?> StartAsync()
    {
        if (_options.Folder is not { } folder)
        {
            return Diagnostic.Error("RB5007", null);
        }

        try
        {
            lock (_gate)
            {
                if (_isDisposed)
                {
                    return Diagnostic.Error("RB5004", null, string.Empty);
                }

                _process = Process.Start(StartInfo(folder))!;
            }
        }
        catch (Win32Exception)
        {
            return Diagnostic.Error("RB5001", null, _options.Node);
        }

        _process.ErrorDataReceived += (_, line) => KeepErrorLine(line.Data);
        _process.BeginErrorReadLine();
        _reader = new FrameReader(new BufferedStream(_process.StandardOutput.BaseStream, PipeBuffer));
        try
        {
            return await ReadHelloAsync(folder);
        }
        catch (InvalidDataException)
        {
            return Diagnostic.Error("RB5006", null);
        }
        catch (IOException)
        {
            return await StoppedAsync();
        }
    }

    private ProcessStartInfo StartInfo(string folder) =>
        new(_options.Node, [Path.Combine(folder, TypesetterFolder.Script)])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

    private async Task<Diagnostic?> ReadHelloAsync(string folder)
    {
        if (await _reader!.ReadLineAsync(CancellationToken.None) is not { } line)
        {
            return await StoppedAsync();
        }

        if (Parse(line, TypstMessageContext.Default.Hello) is not { Node: { } version } hello)
        {
            return Unreadable(line);
        }

        if (!int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < OldestNode)
        {
            return Diagnostic.Error("RB5002", null, version);
        }

        return hello.Fault is null ? null : Diagnostic.Error("RB5003", null, folder, hello.Fault);
    }

    private async Task<TypesetResult> ReadAnswerAsync(CancellationToken cancellationToken)
    {
        if (await _reader!.ReadLineAsync(cancellationToken) is not { } line)
        {
            return Break(await StoppedAsync());
        }

        if (Parse(line, TypstMessageContext.Default.Answer) is not { Bytes: >= 0, Diagnostics: { } raw } answer)
        {
            return Break(Unreadable(line));
        }

        if (await _reader.ReadBytesAsync(answer.Bytes, cancellationToken) is not { } pdf)
        {
            return Break(await StoppedAsync());
        }

        Diagnostic[] diagnostics = [.. raw.Select(TypstDiagnostics.Map)];
        var isWhole = answer.Ok && !diagnostics.Any(d => d.Severity == Severity.Error);
        if (!answer.Ok && diagnostics.Length == 0)
        {
            return Break(Unreadable(line));
        }

        return new TypesetResult(isWhole ? pdf : default(ReadOnlyMemory<byte>?), answer.Pages, diagnostics) { PeakMemory = answer.Memory };
    }

    private TypesetResult Break(Diagnostic fault)
    {
        IsBroken = true;
        Dispose();
        return TypesetResult.Failed(fault);
    }

    /// <summary>What to say when the process ended by itself: its last words, which come through another pipe than the answers.</summary>
    private async Task<Diagnostic> StoppedAsync()
    {
        lock (_gate)
        {
            // One that we have stopped, as at the time limit, ends too.
            HasStopped = !_isDisposed;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process!.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }

        lock (_errorLines)
        {
            var words = string.Join(' ', _errorLines);
            return Diagnostic.Error("RB5004", null, words.Length > 0 ? words : ExitCode());
        }
    }

    private string ExitCode()
    {
        if (!_process!.HasExited)
        {
            return string.Empty;
        }

        var key = _process.ExitCode == KilledCode ? "typesetter.killed" : "typesetter.exit";
        return ToolTexts.Get(key, _process.ExitCode.ToString(CultureInfo.InvariantCulture));
    }

    private static Diagnostic Unreadable(byte[] line) =>
        Diagnostic.Error("RB5006", null) with
        {
            Found = Encoding.UTF8.GetString(line.AsSpan(0, Math.Min(line.Length, 200))),
        };

    private static T? Parse<T>(byte[] line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void KeepErrorLine(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_errorLines)
        {
            _errorLines.Enqueue(line.Trim());
            if (_errorLines.Count > ErrorLinesKept)
            {
                _errorLines.Dequeue();
            }
        }
    }

    private void Kill()
    {
        try
        {
            _process?.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had already ended.
        }
    }
}
