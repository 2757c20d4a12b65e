using System.Text;

namespace ReportBuilder.Briefings.Batch;

/// <summary>What became of a briefing.</summary>
public enum BriefingStatus
{
    /// <summary>It was made, and the file is there.</summary>
    Made,

    /// <summary>It was tried and could not be made; there is no file.</summary>
    Failed,

    /// <summary>It was not tried, as others in its language had failed from one common fault; there is no file.</summary>
    None,
}

/// <summary>A briefing in the manifest. It holds no number of the municipality, no time and no path of the machine.</summary>
public sealed record BriefingEntry
{
    /// <summary>Number of the municipality.</summary>
    public required string Code { get; init; }

    /// <summary>Its official name.</summary>
    public required string Name { get; init; }

    /// <summary>Language.</summary>
    public required string Language { get; init; }

    /// <summary>What became of it.</summary>
    public required BriefingStatus Status { get; init; }

    /// <summary>Name of the file, with <c>/</c> after the folder of the language; null without a file.</summary>
    public string? File { get; init; }

    /// <summary>Its pages; 0 without a file.</summary>
    public int Pages { get; init; }

    /// <summary>Its size; 0 without a file.</summary>
    public int Bytes { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal; null without a file.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Fingerprint of what it is made of (see <see cref="IBriefingMaker.KeyOf"/>); null when the maker could not tell.</summary>
    public string? Key { get; init; }

    /// <summary>Codes of the diagnostics that say why there is no file; null with a file. Codes only: their facts could name numbers or paths.</summary>
    public string? Reason { get; init; }

    /// <summary>What tells it from every other.</summary>
    public (string Code, string Language) Id => (Code, Language);
}

/// <summary>All briefings of a folder, or of a slice of them, as <c>manifest.json</c> tells it. The same input gives the same bytes.</summary>
public sealed record BriefingManifest
{
    /// <summary>
    /// Fingerprint of all municipalities, languages and keys: two manifests with the same one are of the same data, templates and rules. Null when the folder holds briefings of
    /// different ones, as after <c>--only</c>.
    /// </summary>
    public string? Whole { get; init; }

    /// <summary>The slice that it is of; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>How many briefings all slices have together.</summary>
    public required int Total { get; init; }

    /// <summary>One briefing each, by number and language in ordinal order.</summary>
    public required IReadOnlyList<BriefingEntry> Entries { get; init; }

    /// <summary>The fingerprint of a whole (<see cref="Whole"/>).</summary>
    /// <param name="briefings">All of them, in the order of a manifest.</param>
    public static string WholeOf(IEnumerable<(string Code, string Name, string Language, string? Key)> briefings)
    {
        var lines = string.Concat(briefings.Select(b => $"{b.Code}\t{b.Name}\t{b.Language}\t{b.Key ?? "-"}\n"));
        return BatchFolder.FingerprintOf(Encoding.UTF8.GetBytes(lines));
    }

    /// <summary>The entries in the order of a manifest.</summary>
    public static IReadOnlyList<BriefingEntry> Sorted(IEnumerable<BriefingEntry> entries) =>
        [.. entries.OrderBy(e => e.Code, StringComparer.Ordinal).ThenBy(e => e.Language, StringComparer.Ordinal)];
}
