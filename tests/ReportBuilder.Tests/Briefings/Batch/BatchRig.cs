using System.Security.Cryptography;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;

namespace ReportBuilder.Tests.Briefings.Batch;

/// <summary>An output folder of its own, a maker, and what came of the last run.</summary>
internal sealed class BatchRig : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FakeMaker Maker { get; set; } = new();

    public string Output => _folder.Path;

    public BatchFolder Folder => new(_folder.Path, "output");

    public DiagnosticBag Bag { get; private set; } = new();

    public BatchFaults Faults { get; private set; } = new();

    public List<BatchProgress> Told { get; } = [];

    public IReadOnlyList<string> Codes => [.. Bag.Sorted().Select(d => d.Code)];

    /// <summary>The usual request: all, bokmål, two at a time.</summary>
    public static BatchRequest All { get; } = new() { Languages = ["nb"], Workers = 2 };

    public static BatchRequest Both { get; } = All with { Languages = ["nb", "nn"] };

    public BriefingManifest Manifest => ManifestOf(null);

    public Task<BatchOutcome> RunAsync(BatchRequest? request = null, IBatchDisk? disk = null, CancellationToken cancellation = default)
    {
        Bag = new DiagnosticBag();
        Told.Clear();
        var batch = new BriefingBatch(Maker, request ?? All, Folder, disk ?? new BatchDisk(), TimeProvider.System, Bag);
        Faults = batch.Faults;
        return batch.RunAsync(Told.Add, cancellation);
    }

    public BatchOutcome? Merge(params IReadOnlyList<BatchRig> sources) => Merge(new BatchDisk(), sources);

    public BatchOutcome? Merge(IBatchDisk disk, params IReadOnlyList<BatchRig> sources)
    {
        Bag = new DiagnosticBag();
        return new BriefingMerge(Folder, disk, Bag).Run([.. sources.Select(s => s.Folder)], CancellationToken.None);
    }

    public BriefingManifest ManifestOf(Shard? shard) => Folder.ReadManifest(BatchFolder.ManifestOf(shard), new DiagnosticBag())!;

    /// <summary>Everything in the folder, hidden things and empty folders included: name and fingerprint.</summary>
    public IReadOnlyList<string> Everything() =>
        Directory.Exists(Folder.Path)
            ?
            [
                .. Directory
                    .EnumerateFileSystemEntries(
                        Folder.Path,
                        "*",
                        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
                    )
                    .Select(p => (Path: p, Name: Path.GetRelativePath(Folder.Path, p).Replace('\\', '/')))
                    .Select(p =>
                        File.Exists(p.Path) ? $"{p.Name} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(p.Path)))}" : p.Name
                    )
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Names of the briefings that are in place.</summary>
    public IReadOnlyList<string> Pdfs() =>
        [
            .. BriefingLanguages
                .All.Select(Folder.PathOf)
                .Where(Directory.Exists)
                .SelectMany(f => Directory.EnumerateFiles(f, "*.pdf"))
                .Select(p => Path.GetRelativePath(Folder.Path, p).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>When each file in the folder was last written.</summary>
    public IReadOnlyDictionary<string, DateTime> Written() =>
        Directory
            .EnumerateFileSystemEntries(Folder.Path, "*", SearchOption.AllDirectories)
            .ToDictionary(p => p, File.GetLastWriteTimeUtc, StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}
