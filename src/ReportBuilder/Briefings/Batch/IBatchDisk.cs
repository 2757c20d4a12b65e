namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// All that a batch does to a file system, in the smallest steps that a crash can part. Each either happens whole or throws; the one exception is said. Safe to use from several threads.
/// </summary>
/// <remarks>Every operation throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when the disk is full, read-only or gone.</remarks>
public interface IBatchDisk
{
    /// <summary>Makes a folder and those above it; one that is there is left as it is.</summary>
    void CreateFolder(string path);

    /// <summary>Writes a new file. A crash may leave a part of it.</summary>
    void Write(string path, ReadOnlySpan<byte> content);

    /// <summary>Moves a file to another name on the same file system, and replaces the one that has it.</summary>
    void Move(string from, string to);

    /// <summary>Adds to the end of a file, which is made when it is not there. A crash may leave a part of what is added.</summary>
    void Append(string path, ReadOnlySpan<byte> content);

    /// <summary>Removes a file, if it is there.</summary>
    void Delete(string path);

    /// <summary>Removes a folder and all in it, if it is there.</summary>
    void DeleteFolder(string path);

    /// <summary>Removes a folder if it is empty.</summary>
    void DeleteEmptyFolder(string path);

    /// <summary>Takes a file for this process alone, and makes it when it is not there; null when another process has it. The operating system gives it back when the process ends in any way.</summary>
    FileStream? TryLock(string path);
}
