using ReportBuilder.Briefings.Batch;

namespace ReportBuilder.Tests.Briefings.Batch;

/// <summary>The process was killed: nothing after this happens.</summary>
internal sealed class KilledException : Exception;

/// <summary>A real disk that fails at a certain operation, in the way asked for.</summary>
internal sealed class FaultyDisk : IBatchDisk
{
    private readonly BatchDisk _disk = new();
    private readonly Func<int, string, Fault> _faultOf;
    private int _count;
    private bool _isDead;

    /// <summary>What happens at an operation.</summary>
    internal enum Fault
    {
        None,

        /// <summary>The process dies: a write has come half-way, a move has or has not happened; nothing follows.</summary>
        KilledBefore,
        KilledAfter,

        /// <summary>No room: half of a write is there, and the operation throws. What needs no room goes on.</summary>
        Full,

        /// <summary>Not allowed.</summary>
        Denied,
    }

    /// <summary>Makes a disk.</summary>
    /// <param name="faultOf">The fault of an operation, by its number from 1 and its name.</param>
    public FaultyDisk(Func<int, string, Fault> faultOf) => _faultOf = faultOf;

    /// <summary>Operations so far.</summary>
    public int Count => _count;

    public void CreateFolder(string path) => Do(nameof(CreateFolder), () => _disk.CreateFolder(path));

    public void Write(string path, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        Do(nameof(Write), () => _disk.Write(path, bytes), () => _disk.Write(path, bytes.AsSpan(0, bytes.Length / 2)));
    }

    public void Move(string from, string to) => Do(nameof(Move), () => _disk.Move(from, to));

    public void Append(string path, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        Do(nameof(Append), () => _disk.Append(path, bytes), () => _disk.Append(path, bytes.AsSpan(0, bytes.Length / 2)));
    }

    public void Delete(string path) => Do(nameof(Delete), () => _disk.Delete(path));

    public void DeleteFolder(string path) => Do(nameof(DeleteFolder), () => _disk.DeleteFolder(path));

    public void DeleteEmptyFolder(string path) => Do(nameof(DeleteEmptyFolder), () => _disk.DeleteEmptyFolder(path));

    public FileStream? TryLock(string path)
    {
        FileStream? stream = null;
        try
        {
            Do(nameof(TryLock), () => stream = _disk.TryLock(path));
            return stream;
        }
        catch (KilledException)
        {
            // With a process go its locks.
            stream?.Dispose();
            throw;
        }
    }

    private void Do(string name, Action whole, Action? half = null)
    {
        var fault = _isDead ? Fault.KilledBefore : _faultOf(Interlocked.Increment(ref _count), name);
        switch (fault)
        {
            case Fault.None:
                whole();
                return;
            case Fault.Denied:
                throw new UnauthorizedAccessException("Read-only.");
            case Fault.Full:
                half?.Invoke();
                throw new IOException("No space left on device.");
            default:
                var isFirst = !_isDead;
                _isDead = true;
                if (isFirst)
                {
                    (fault == Fault.KilledAfter ? whole : half)?.Invoke();
                }

                throw new KilledException();
        }
    }
}
