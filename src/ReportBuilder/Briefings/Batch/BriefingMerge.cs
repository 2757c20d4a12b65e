using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// Gathers slices that were made on several machines into what one machine would have made. Nothing is written before it is known that they make one whole; the folders that they are
/// gathered from are left as they are.
/// </summary>
public sealed class BriefingMerge
{
    private readonly BatchFolder _folder;
    private readonly IBatchDisk _disk;
    private readonly DiagnosticBag _bag;

    /// <summary>Makes a run.</summary>
    /// <param name="folder">Where the whole shall be.</param>
    /// <param name="disk">The file system.</param>
    /// <param name="bag">Receives what is wrong: RB8049, RB8050, RB8053–RB8063, RB8069.</param>
    public BriefingMerge(BatchFolder folder, IBatchDisk disk, DiagnosticBag bag)
    {
        _folder = folder;
        _disk = disk;
        _bag = bag;
    }

    /// <summary>
    /// Checks and gathers; null when the slices do not make a whole, or another run is at work in the folder. A broken outcome means that the disk failed, or that a slice changed meanwhile.
    /// </summary>
    /// <param name="sources">The folders with slices, each once.</param>
    /// <param name="cancellation">Stops it between two files.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; it can be started again.</exception>
    public BatchOutcome? Run(IReadOnlyList<BatchFolder> sources, CancellationToken cancellation)
    {
        if (BriefingSlices.Find(sources, _bag) is not { } slices)
        {
            return null;
        }

        var hasChangedFiles = false;
        try
        {
            using var store = BatchStore.Open(_folder, shard: null, _disk);
            if (store is null)
            {
                _bag.Add(Diagnostic.Error("RB8049", new SourcePlace(_folder.ShownAs)));
                return null;
            }

            try
            {
                return Gather(slices, store, cancellation) with { HasChangedFiles = store.HasChangedFiles };
            }
            finally
            {
                hasChangedFiles = store.HasChangedFiles;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(BatchDiskFault.Of(_folder, exception));
            return new BatchOutcome { IsBroken = true, HasChangedFiles = hasChangedFiles };
        }
    }

    private BatchOutcome Gather(IReadOnlyList<BriefingSlice> slices, BatchStore store, CancellationToken cancellation)
    {
        var known = KnownBriefings.Read(_folder, shard: null, _bag);
        var entries = BriefingManifest.Sorted(slices.SelectMany(s => s.Manifest.Entries));
        foreach (var (slice, entry) in slices.SelectMany(s => s.Manifest.Entries, (s, e) => (s, e)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Fetch(slice, entry, store))
            {
                return new BatchOutcome { IsBroken = true };
            }
        }

        var kept = entries.Select(e => e.File).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var removed = known.Names.Where(n => !kept.Contains(n)).Order(StringComparer.Ordinal).Count(store.Remove);
        var manifest = new BriefingManifest
        {
            Whole = slices[0].Manifest.Whole,
            Total = entries.Count,
            Entries = entries,
        };
        store.Finish(BriefingManifestWriter.Write(manifest), isFull: true);
        var failed = entries.Count(e => e.Status != BriefingStatus.Made);
        return new BatchOutcome
        {
            Unchanged = entries.Count - failed,
            Failed = failed,
            Removed = removed,
        };
    }

    /// <summary>Has the file of a briefing in place, or none when it has none; false when it has changed since it was checked.</summary>
    private bool Fetch(BriefingSlice slice, BriefingEntry entry, BatchStore store)
    {
        if (entry.File is not { } name)
        {
            store.Remove(BriefingFile.NameOf(new BriefingTarget(entry.Code, entry.Name), entry.Language));
            return true;
        }

        if (BatchFolder.FingerprintOf(_folder.PathOf(name)) == entry.Fingerprint)
        {
            return true;
        }

        var bytes = File.ReadAllBytes(slice.Folder.PathOf(name));
        if (BatchFolder.FingerprintOf(bytes) != entry.Fingerprint)
        {
            _bag.Add(Diagnostic.Error("RB8061", new SourcePlace($"{slice.Folder.ShownAs}/{name}")) with { Expected = entry.Fingerprint });
            return false;
        }

        store.Place(entry, bytes);
        return true;
    }
}
