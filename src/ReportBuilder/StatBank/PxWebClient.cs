using System.Net;
using System.Text;
using System.Text.Json;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>What the StatBank answered.</summary>
/// <param name="Bytes">The answer as it came, or null when there was none to use.</param>
/// <param name="IsTooLarge">True when it would have had more cells than the server gives; nothing is reported then.</param>
/// <param name="IsUnreachable">True when the server was not there, or had not recovered after all attempts.</param>
public sealed record PxWebAnswer(byte[]? Bytes, bool IsTooLarge = false, bool IsUnreachable = false);

/// <summary>
/// Asks the StatBank. What may pass (429, 408, 5xx, a broken connection, a time-out, an answer cut short) is tried again with growing
/// waits of random length; <c>Retry-After</c> and the quota headers are followed. What will not pass is reported at once.
/// </summary>
public sealed class PxWebClient
{
    private const int ShownLength = 300;
    private static readonly string[] ErrorMembers = ["error", "title", "detail"];
    private readonly HttpClient _http;
    private readonly PxWebOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly DiagnosticBag _bag;
    private readonly RateWindow _window;

    /// <summary>Makes a client.</summary>
    /// <param name="http">Sends; its time-out holds for one attempt.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Draws from [0, 1) for the length of waits.</param>
    /// <param name="bag">Takes the diagnostics; their place is the address.</param>
    public PxWebClient(HttpClient http, PxWebOptions options, TimeProvider time, Func<double> random, DiagnosticBag bag)
    {
        _http = http;
        _options = options;
        _time = time;
        _random = random;
        _bag = bag;
        _window = new RateWindow(options, time);
    }

    /// <summary>The whole address of something below the service.</summary>
    public string AddressOf(string relative) => _options.BaseAddress.TrimEnd('/') + "/" + relative;

    /// <summary>
    /// Fetches JSON. Without bytes when that fails; the bag then says why: refused (RB2323), not recovered after all attempts (RB2324), a web page
    /// in place of JSON (RB2302), not JSON (RB2300).
    /// </summary>
    /// <param name="relative">What, below the service.</param>
    /// <param name="cancellation">Stops also while waiting.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<PxWebAnswer> GetAsync(string relative, CancellationToken cancellation)
    {
        var address = AddressOf(relative);
        for (var attempt = 1; ; attempt++)
        {
            await _window.WaitAsync(cancellation);
            var (answer, failure) = await TryAsync(address, cancellation);
            if (failure is not { } passing)
            {
                return answer;
            }

            var wait = passing.RetryAfter ?? Wait(attempt);
            if (attempt >= _options.Attempts || wait > _options.LongestPause)
            {
                _bag.Add(Diagnostic.Error("RB2324", new SourcePlace(address), attempt.ToText()) with { Found = passing.Reason });
                return new PxWebAnswer(null, IsUnreachable: true);
            }

            await Task.Delay(wait, _time, cancellation);
        }
    }

    private sealed record Passing(string Reason, TimeSpan? RetryAfter = null);

    private async Task<(PxWebAnswer Answer, Passing? Failure)> TryAsync(string address, CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri(address), cancellation);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            var now = _time.GetUtcNow();
            if (ServerPause.QuotaPause(response.Headers, now, _options.Window) is { } pause)
            {
                _window.Pause(pause);
            }

            return Judge(address, response.StatusCode, bytes, ServerPause.RetryAfter(response.Headers, now));
        }
        catch (HttpRequestException exception)
        {
            return (new PxWebAnswer(null), new Passing(ToolTexts.Get("statbank.failure.connection", exception.HttpRequestError)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new PxWebAnswer(null), new Passing(ToolTexts.Get("statbank.failure.timeout", _http.Timeout.TotalSeconds)));
        }
    }

    private (PxWebAnswer Answer, Passing? Failure) Judge(string address, HttpStatusCode status, byte[] bytes, TimeSpan? retryAfter)
    {
        var code = (int)status;
        var source = new JsonStatSource(bytes, address, _bag);
        if (status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || code >= 500)
        {
            return (new PxWebAnswer(null), new Passing(ToolTexts.Get("statbank.failure.status", code, Message(bytes)), retryAfter));
        }

        if (code is < 200 or > 299)
        {
            var message = Message(bytes);
            // PxWeb says in words that a query is too large; the status alone may mean that the door is closed.
            if (
                code is 400 or 403
                && (
                    message.Contains("cell", StringComparison.OrdinalIgnoreCase)
                    || message.Contains("too large", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return (new PxWebAnswer(null, IsTooLarge: true), null);
            }

            _bag.Add(Diagnostic.Error("RB2323", new SourcePlace(address), code.ToText()) with { Found = message });
            return (new PxWebAnswer(null), null);
        }

        if (source.IsHtml)
        {
            source.Error("RB2302");
            return (new PxWebAnswer(null), null);
        }

        try
        {
            var reader = source.Open();
            while (reader.Read()) { }

            return (new PxWebAnswer(bytes), null);
        }
        catch (JsonException) when (source.IsCutOff)
        {
            return (new PxWebAnswer(null), new Passing(ToolTexts.Get("statbank.failure.cutoff", bytes.Length)));
        }
        catch (JsonException exception)
        {
            source.ErrorOfSyntax(exception);
            return (new PxWebAnswer(null), null);
        }
    }

    /// <summary>A random part, at least half, of a wait that doubles for each attempt: clients that failed together do not come back together.</summary>
    private TimeSpan Wait(int attempt)
    {
        var whole = Math.Min(_options.FirstDelay.TotalSeconds * Math.Pow(2, attempt - 1), _options.LongestDelay.TotalSeconds);
        return TimeSpan.FromSeconds(whole * (0.5 + (0.5 * _random())));
    }

    /// <summary>What an error answer says: its <c>error</c>, or its title and detail, or the start of its text.</summary>
    private static string Message(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var texts = ErrorMembers
                .Select(n =>
                    json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(n, out var e)
                        ? e.ToString()
                        : string.Empty
                )
                .Where(t => t.Length > 0)
                .ToList();
            if (texts.Count > 0)
            {
                return string.Join(": ", texts);
            }
        }
        catch (JsonException)
        {
            // The error is told in some other form; its text is shown as it is.
        }

        var text = Encoding.UTF8.GetString(bytes).Trim();
        return text.Length <= ShownLength ? text : text[..ShownLength] + "…";
    }
}
