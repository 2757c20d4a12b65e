using System.Collections.Concurrent;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>What earlier runs say that they have made in a folder: manifests and journals. Only what a file bears out is believed.</summary>
internal sealed class KnownBriefings
{
    private readonly BatchFolder _folder;
    private readonly ILookup<(string Code, string Language), BriefingEntry> _entries;
    private readonly ConcurrentDictionary<string, string?> _fingerprints = new(StringComparer.Ordinal);

    private KnownBriefings(BatchFolder folder, IReadOnlyList<BriefingEntry> entries)
    {
        _folder = folder;
        _entries = entries.ToLookup(e => e.Id);
        Names = entries.Select(e => e.File).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>All files that are said to have been made.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>All briefings that are told of, by number and language.</summary>
    public IEnumerable<(string Code, string Language)> Ids => _entries.Select(e => e.Key);

    /// <summary>
    /// Reads what a run can build on: a slice its own manifest and journal and the manifest of all, a run of all everything. A manifest that cannot be read is told of with a warning
    /// (RB8066), and what only it knew is made anew.
    /// </summary>
    public static KnownBriefings Read(BatchFolder folder, Shard? shard, DiagnosticBag bag)
    {
        IReadOnlyList<string> journals = shard is null ? folder.Journals() : [folder.JournalOf(shard)];
        IReadOnlyList<string> manifests = shard is null
            ? [BatchFolder.ManifestFile, .. folder.ShardManifests()]
            : [BatchFolder.ManifestOf(shard), BatchFolder.ManifestFile];
        // The newest first: of two that the file bears out, it does not matter which is taken; of two that failed, it does.
        return new KnownBriefings(
            folder,
            [.. journals.SelectMany(BatchJournal.Read), .. manifests.SelectMany(m => EntriesOf(folder, m, bag))]
        );
    }

    /// <summary>The made briefing that a file bears out: made of the same, under the same name, and byte for byte what it was.</summary>
    public BriefingEntry? Find(BriefingJob job) =>
        _entries[job.Id].FirstOrDefault(e => e.Key == job.Key && e.File == job.File && IsBorneOut(e));

    /// <summary>What is known of a briefing, whatever it was made of: the made one that its file bears out, otherwise that it was not made; null when nothing can be said.</summary>
    public BriefingEntry? Find((string Code, string Language) id) =>
        _entries[id].FirstOrDefault(IsBorneOut) ?? _entries[id].FirstOrDefault(e => e.Status != BriefingStatus.Made);

    private bool IsBorneOut(BriefingEntry entry) =>
        entry is { Status: BriefingStatus.Made, File: { } file }
        && _fingerprints.GetOrAdd(file, f => BatchFolder.FingerprintOf(_folder.PathOf(f))) == entry.Fingerprint;

    private static IReadOnlyList<BriefingEntry> EntriesOf(BatchFolder folder, string manifest, DiagnosticBag bag)
    {
        var faults = new DiagnosticBag();
        var entries = folder.ReadManifest(manifest, faults)?.Entries ?? [];
        if (faults.HasErrors)
        {
            bag.Add(Diagnostic.Warning("RB8066", new SourcePlace($"{folder.ShownAs}/{manifest}")));
        }

        return entries;
    }
}
