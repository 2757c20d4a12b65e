using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReportBuilder.Tests.StatBank;

/// <summary>What the server sends, byte by byte: status, headers and body, and perhaps less of the body than it promises.</summary>
internal sealed record ServerReply(int Status, string Body, params string[] Headers)
{
    /// <summary>Bytes of the body that are sent before the connection is closed; all unless said otherwise.</summary>
    public int? CutAfter { get; init; }

    /// <summary>True when nothing is ever sent.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>
/// A small HTTP server on loopback at a free port. It answers by path and query, the first reply in a list first and the last one for ever, and
/// remembers what it was asked.
/// </summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, int, ServerReply> _answer;
    private readonly ConcurrentDictionary<string, int> _times = new(StringComparer.Ordinal);

    /// <summary>Starts a server.</summary>
    /// <param name="answer">The reply to a path with query (unescaped), asked for the nth time (from 0).</param>
    public LocalServer(Func<string, int, ServerReply> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v2";
        _ = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>All that was asked, in order, unescaped and below the base address.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, false, 1024, leaveOpen: true);
                var path = Uri.UnescapeDataString((await reader.ReadLineAsync(_stop.Token))!.Split(' ')[1])["/v2/".Length..];
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 }) { }

                Asked.Enqueue(path);
                var reply = _answer(path, _times.AddOrUpdate(path, 0, (_, n) => n + 1));
                if (reply.IsSilent)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                var body = Encoding.UTF8.GetBytes(reply.Body);
                var head = new StringBuilder($"HTTP/1.1 {reply.Status} X\r\nContent-Length: {body.Length}\r\nConnection: close\r\n");
                head.AppendJoin(string.Empty, reply.Headers.Select(h => h + "\r\n")).Append("\r\n");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), _stop.Token);
                await stream.WriteAsync(body.AsMemory(0, reply.CutAfter ?? body.Length), _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The client or the test is gone.
            }
        }
    }
}
