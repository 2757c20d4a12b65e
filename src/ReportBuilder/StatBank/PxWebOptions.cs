namespace ReportBuilder.StatBank;

/// <summary>How the StatBank is asked.</summary>
/// <param name="BaseAddress">Address of PxWeb's interface, version 2, without a slash at the end.</param>
public sealed record PxWebOptions(string BaseAddress)
{
    /// <summary>Statistics Norway's StatBank.</summary>
    public const string StatisticsNorway = "https://data.ssb.no/api/pxwebapi/v2";

    /// <summary>Requests sent in one window at most.</summary>
    public int RequestsPerWindow { get; init; } = 30;

    /// <summary>Length of the window.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Times that one request is sent at most.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Longest wait before the second attempt; doubled for each later one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between two attempts, unless the server asks for a longer one.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait that the server may ask for before it is given up.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Cells that one answer may hold where the server does not say.</summary>
    public long CellLimit { get; init; } = 800_000;
}
