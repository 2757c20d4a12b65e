using ReportBuilder.StatBank;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>fetch-ssb</c>.</summary>
/// <param name="RequestFile">What to fetch, as the user named the file.</param>
/// <param name="Folder">Folder for the tables.</param>
/// <param name="Years">Years to fetch.</param>
/// <param name="Force">True to fetch again what has been fetched before.</param>
public sealed record FetchSsbOptions(string RequestFile, string Folder, IReadOnlyList<int> Years, bool Force)
{
    /// <summary>How the StatBank is asked.</summary>
    public PxWebOptions Server { get; init; } = new(PxWebOptions.StatisticsNorway);
}
