using System.Security.Cryptography;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>Where the briefings of an output folder lie, and what a run needs beside them while it goes on.</summary>
public sealed class BatchFolder
{
    /// <summary>Folder of the briefings inside the output folder.</summary>
    public const string Name = "kommunenotat";

    /// <summary>Name of the manifest of all.</summary>
    public const string ManifestFile = "manifest.json";

    private const string WorkName = ".arbeid";
    private const string WholeRun = "alle";
    private const string JournalEnding = ".journal";

    /// <summary>The briefings of an output folder; nothing need be there.</summary>
    /// <param name="outputFolder">The folder.</param>
    /// <param name="shownAs">The same as the user named it.</param>
    public BatchFolder(string outputFolder, string shownAs)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(outputFolder), Name);
        ShownAs = System.IO.Path.Combine(shownAs, Name).Replace('\\', '/');
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The folder as shown to the user.</summary>
    public string ShownAs { get; }

    /// <summary>Hidden folder for what is not finished; not there when no run is at work or was interrupted.</summary>
    public string WorkPath => System.IO.Path.Combine(Path, WorkName);

    /// <summary>Path of a file by its name in the manifest.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Name of the manifest that a run writes.</summary>
    public static string ManifestOf(Shard? shard) => shard is null ? ManifestFile : $"manifest.{shard.Token}.json";

    /// <summary>The manifests of slices that lie here, in ordinal order.</summary>
    public IReadOnlyList<string> ShardManifests() =>
        Directory.Exists(Path)
            ?
            [
                .. Directory
                    .EnumerateFiles(Path, "manifest.*-of-*.json")
                    .Select(p => System.IO.Path.GetFileName(p))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The journals that lie here, of runs that are at work or were interrupted, in ordinal order.</summary>
    public IReadOnlyList<string> Journals() =>
        Directory.Exists(WorkPath) ? [.. Directory.EnumerateFiles(WorkPath, "*" + JournalEnding).Order(StringComparer.Ordinal)] : [];

    /// <summary>Journal of a run.</summary>
    public string JournalOf(Shard? shard) => System.IO.Path.Combine(WorkPath, RunOf(shard) + JournalEnding);

    /// <summary>Name of a run among all that may work in the folder: that of all briefings, or of a slice.</summary>
    public static string RunOf(Shard? shard) => shard?.Token ?? WholeRun;

    /// <summary>Reads a manifest of this folder; null when it is not there, or something is wrong with it, and the bag says what.</summary>
    public BriefingManifest? ReadManifest(string name, DiagnosticBag bag) =>
        File.Exists(PathOf(name)) ? BriefingManifestReader.Read(PathOf(name), $"{ShownAs}/{name}", bag) : null;

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string FingerprintOf(ReadOnlySpan<byte> bytes) => Dataset.FingerprintOf(bytes);

    /// <summary>SHA-256 of a file, lower-case hexadecimal; null when it is not there or cannot be read.</summary>
    public static string? FingerprintOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
