using System.Security.Cryptography;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// The folder while a run works in it. A file is written whole under a name of its own in the hidden folder, noted in the journal and moved into place, in this order; whatever happens
/// between two of these steps, what has a final name is whole.
/// </summary>
internal sealed class BatchStore : IDisposable
{
    private readonly BatchFolder _folder;
    private readonly Shard? _shard;
    private readonly IBatchDisk _disk;
    private readonly BatchLock _lock;
    private readonly string _temporary;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _languages = new(StringComparer.Ordinal);

    private BatchStore(BatchFolder folder, Shard? shard, IBatchDisk disk, BatchLock taken)
    {
        _folder = folder;
        _shard = shard;
        _disk = disk;
        _lock = taken;
        // Of its own also where a network disk knows no locks: two runs never share a temporary file.
        _temporary = Path.Combine(folder.WorkPath, $"{BatchFolder.RunOf(shard)}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
    }

    /// <summary>True when a file has been put in place or taken away.</summary>
    public bool HasChangedFiles { get; private set; }

    /// <summary>Takes the folder, and removes what killed runs have left; null when another run is at work there.</summary>
    public static BatchStore? Open(BatchFolder folder, Shard? shard, IBatchDisk disk)
    {
        if (BatchLock.Take(folder, shard, disk) is not { } taken)
        {
            return null;
        }

        var store = new BatchStore(folder, shard, disk, taken);
        try
        {
            store.RemoveLeftovers();
            disk.CreateFolder(store._temporary);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Puts a finished briefing in place.</summary>
    public void Place(BriefingEntry entry, ReadOnlySpan<byte> pdf)
    {
        var temporary = Path.Combine(_temporary, Path.GetFileName(entry.File!) + "." + entry.Language);
        var final = _folder.PathOf(entry.File!);
        _disk.Write(temporary, pdf);
        lock (_gate)
        {
            if (_languages.Add(entry.Language))
            {
                _disk.CreateFolder(Path.GetDirectoryName(final)!);
            }

            _disk.Append(_folder.JournalOf(_shard), BatchJournal.Line(entry));
        }

        _disk.Move(temporary, final);
        HasChangedFiles = true;
    }

    /// <summary>Takes away a briefing that is no longer true; false when it is not there.</summary>
    public bool Remove(string name)
    {
        if (!File.Exists(_folder.PathOf(name)))
        {
            return false;
        }

        _disk.Delete(_folder.PathOf(name));
        HasChangedFiles = true;
        return true;
    }

    /// <summary>
    /// Ends a run: writes the manifest if it has changed, and takes away what was needed on the way. For all briefings that is every trace of slices and of earlier runs as well.
    /// </summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="isFull">True when every briefing of the folder is in it.</param>
    public void Finish(ReadOnlySpan<byte> manifest, bool isFull)
    {
        var final = _folder.PathOf(BatchFolder.ManifestOf(_shard));
        if (!IsAlready(final, manifest))
        {
            var temporary = Path.Combine(_temporary, BatchFolder.ManifestFile);
            _disk.Write(temporary, manifest);
            _disk.Move(temporary, final);
        }

        foreach (var outdated in isFull ? _folder.ShardManifests() : [])
        {
            _disk.Delete(_folder.PathOf(outdated));
        }

        // Now the manifest knows all that the journals did.
        foreach (var journal in _shard is null ? _folder.Journals() : [_folder.JournalOf(_shard)])
        {
            _disk.Delete(journal);
        }

        foreach (var language in _shard is null ? BriefingLanguages.All : [])
        {
            _disk.DeleteEmptyFolder(_folder.PathOf(language));
        }
    }

    /// <summary>Lets go of the folder; the journal of a run that was not finished stays.</summary>
    public void Dispose()
    {
        try
        {
            _disk.DeleteFolder(_temporary);
            if (_shard is null)
            {
                _lock.RemoveDead();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next run removes it.
        }
        finally
        {
            _lock.Dispose();
        }

        try
        {
            _disk.DeleteEmptyFolder(_folder.WorkPath);
            _disk.DeleteEmptyFolder(_folder.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another slice has begun in it, or the next run removes it.
        }
    }

    /// <summary>True when a file is there with just this content.</summary>
    public static bool IsAlready(string path, ReadOnlySpan<byte> content) =>
        BatchFolder.FingerprintOf(path) is { } there && there == BatchFolder.FingerprintOf(content);

    private void RemoveLeftovers()
    {
        // Those of this run's name are dead, as we hold its lock; a run of all holds every other's place as well.
        var pattern = _shard is null ? "*" : _shard.Token + "-*";
        foreach (var folder in Directory.EnumerateDirectories(_folder.WorkPath, pattern).ToList())
        {
            _disk.DeleteFolder(folder);
        }
    }
}
