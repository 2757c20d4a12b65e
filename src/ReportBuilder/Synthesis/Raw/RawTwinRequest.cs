using ReportBuilder.Datasets;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>What raw registers to write.</summary>
public sealed record RawTwinRequest
{
    /// <summary>Folder that receives the files; made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Seed of the random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many blocks of persons, each as large as the real data; 1 or more.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>How harmonised values become raw ones.</summary>
    public required RawTables Tables { get; init; }

    /// <summary>Municipalities of the years.</summary>
    public required MunicipalityTable Municipalities { get; init; }

    /// <summary>Draws the persons of a block from its seed; the first block has the seed of the request.</summary>
    public required Func<ulong, SyntheticTwin> Draw { get; init; }
}

/// <summary>How far the writing has come.</summary>
/// <param name="Blocks">Blocks written.</param>
/// <param name="Scale">Blocks to write.</param>
/// <param name="Rows">Lines written, all files together.</param>
public sealed record RawTwinProgress(int Blocks, int Scale, long Rows);

/// <summary>A file that was written.</summary>
/// <param name="Path">Path inside the folder, with forward slashes.</param>
/// <param name="Rows">Lines without the header; 0 where the file has no lines.</param>
/// <param name="Bytes">Size.</param>
public sealed record RawTwinFile(string Path, long Rows, long Bytes);

/// <summary>What was written.</summary>
/// <param name="Files">The files, in order of path.</param>
/// <param name="Persons">Persons who finished in the period: those that harmonising must give back.</param>
/// <param name="Rounded">Values of Norwegian level that the register cannot express (half levels in Jobbsjansen) and that were rounded; these do not come back.</param>
public sealed record RawTwinSummary(IReadOnlyList<RawTwinFile> Files, int Persons, int Rounded)
{
    /// <summary>Lines in all files.</summary>
    public long Rows => Files.Sum(f => f.Rows);

    /// <summary>Bytes in all files.</summary>
    public long Bytes => Files.Sum(f => f.Bytes);
}
