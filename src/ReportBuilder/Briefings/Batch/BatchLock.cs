using System.Security.Cryptography;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// Keeps runs apart that would write the same files: a run of all briefings works alone in its folder, slices of the same whole side by side, each of them once. The lock is the operating
/// system's, so that a killed run holds nothing.
/// </summary>
internal sealed class BatchLock : IDisposable
{
    private const string Ending = ".lock";
    private const int Attempts = 20;
    private const int LongestSign = 1 << 16;
    private readonly BatchFolder _folder;
    private readonly IBatchDisk _disk;
    private readonly string _path;
    private readonly FileStream _stream;

    private BatchLock(BatchFolder folder, IBatchDisk disk, string path, FileStream stream)
    {
        _folder = folder;
        _disk = disk;
        _path = path;
        _stream = stream;
    }

    /// <summary>Takes the folder for a run; null when another is at work there that it cannot work beside.</summary>
    public static BatchLock? Take(BatchFolder folder, Shard? shard, IBatchDisk disk)
    {
        var path = Path.Combine(folder.WorkPath, BatchFolder.RunOf(shard) + Ending);
        // First the own lock, then a look at the others: of two that begin at once, both may be refused, but never neither.
        if (TakeOwn(folder, path, disk) is not { } taken)
        {
            return null;
        }

        if (Others(folder, path, shard).Any(IsHeld))
        {
            taken.Dispose();
            return null;
        }

        return taken;
    }

    /// <summary>Removes the lock files that killed runs have left. For a run of all, beside which no other is at work.</summary>
    public void RemoveDead()
    {
        foreach (var path in Others(_folder, _path, shard: null).ToList())
        {
            // Held while it is removed, for the same reason as our own.
            using var dead = _disk.TryLock(path);
            if (dead is not null)
            {
                _disk.Delete(path);
            }
        }
    }

    /// <summary>Removes the file and lets go of it. What cannot be removed is left for the next run.</summary>
    public void Dispose()
    {
        try
        {
            // While it is still held: a file removed after that could be another's.
            _disk.Delete(_path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A disk that is gone or full holds no other run up: the lock itself is let go of below.
        }
        finally
        {
            _stream.Dispose();
        }
    }

    private static BatchLock? TakeOwn(BatchFolder folder, string path, IBatchDisk disk)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                disk.CreateFolder(folder.WorkPath);
                if (disk.TryLock(path) is not { } stream)
                {
                    return null;
                }

                if (IsOurs(path, stream))
                {
                    return new BatchLock(folder, disk, path, stream);
                }
            }
            catch (DirectoryNotFoundException) when (attempt < Attempts - 1)
            {
                // A slice that ended just now took the empty folder away.
            }
        }

        return null;
    }

    /// <summary>
    /// False, and the lock given back, when the one who held the file before removed it between our opening and our taking it: then another may already hold a new one. The length is the
    /// sign, as it can be seen by name without opening what is locked.
    /// </summary>
    private static bool IsOurs(string path, FileStream stream)
    {
        var isOurs = false;
        try
        {
            var sign = RandomNumberGenerator.GetInt32(1, LongestSign);
            stream.SetLength(sign);
            isOurs = new FileInfo(path) is { Exists: true, Length: var length } && length == sign;
        }
        finally
        {
            if (!isOurs)
            {
                stream.Dispose();
            }
        }

        return isOurs;
    }

    /// <summary>The locks of runs that this one cannot work beside: for a slice those of the whole and of other numbers of slices, otherwise all.</summary>
    private static IEnumerable<string> Others(BatchFolder folder, string own, Shard? shard) =>
        Directory
            .EnumerateFiles(folder.WorkPath, "*" + Ending)
            .Where(p => p != own && (shard is null || !p.EndsWith($"-of-{shard.Count}{Ending}", StringComparison.Ordinal)));

    private static bool IsHeld(string path)
    {
        try
        {
            // Shared, so that two who look at the same time do not take each other for its owner.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
