using System.Globalization;
using System.Net.Http.Headers;

namespace ReportBuilder.StatBank;

/// <summary>What the server's headers say about waiting.</summary>
internal static class ServerPause
{
    private static readonly string[] Remaining = ["x-ratelimit-remaining", "x-rate-limit-remaining"];
    private static readonly string[] Reset = ["x-ratelimit-reset", "x-rate-limit-reset"];

    // Seconds from now are never this many; seconds since 1970 always are.
    private const double FirstEpochSecond = 1e9;

    /// <summary><c>Retry-After</c>, in seconds or as a time; null where it is absent.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now) =>
        headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
            _ => null,
        };

    /// <summary>How long to pause when nothing is left of the quota; null when something is left, or nothing is said.</summary>
    /// <param name="headers">Headers of an answer.</param>
    /// <param name="now">The time.</param>
    /// <param name="window">The pause where it is not said when the quota is renewed.</param>
    public static TimeSpan? QuotaPause(HttpResponseHeaders headers, DateTimeOffset now, TimeSpan window)
    {
        if (
            First(headers, Remaining) is not { } remaining
            || !int.TryParse(remaining, CultureInfo.InvariantCulture, out var left)
            || left > 0
        )
        {
            return null;
        }

        var reset = First(headers, Reset);
        if (double.TryParse(reset, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
        {
            seconds = seconds >= FirstEpochSecond ? seconds - now.ToUnixTimeSeconds() : seconds;
            return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, window.TotalSeconds * 10));
        }

        return DateTimeOffset.TryParse(reset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time > now
            ? time - now
            : window;
    }

    private static string? First(HttpResponseHeaders headers, string[] names) =>
        names.Select(n => headers.TryGetValues(n, out var values) ? values.FirstOrDefault() : null).FirstOrDefault(v => v is not null);
}
