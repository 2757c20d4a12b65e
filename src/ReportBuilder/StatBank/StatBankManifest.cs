using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>One file as it was downloaded.</summary>
/// <param name="File">Name of the file in the folder.</param>
/// <param name="Table">Number of the table.</param>
/// <param name="Year">Year.</param>
/// <param name="Address">The whole address that was asked.</param>
/// <param name="Fetched">When the answer came, UTC.</param>
/// <param name="Fingerprint">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Number of bytes.</param>
public sealed record StatBankFile(
    string File,
    string Table,
    int Year,
    string Address,
    DateTimeOffset Fetched,
    string Fingerprint,
    long Bytes
);

/// <summary>What was fetched from the StatBank, when and from where: <c>manifest.csv</c> beside the files. Immutable.</summary>
/// <param name="Files">One line a file.</param>
public sealed record StatBankManifest(IReadOnlyList<StatBankFile> Files)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.csv";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private static readonly string[] Columns = ["fil", "tabell", "aar", "adresse", "hentet", "sha256", "byte"];

    /// <summary>Nothing fetched.</summary>
    public static StatBankManifest Empty { get; } = new([]);

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string FingerprintOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Reads the manifest of a folder: an empty one where there is none, null when it cannot be used (RB2001–RB2016, RB2041).</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static StatBankManifest? Read(string folder, string shownAs, DiagnosticBag bag)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return Empty;
        }

        if (CsvSheet.Read(path, shownAs + "/" + FileName, Columns, bag) is not { } sheet)
        {
            return null;
        }

        var errors = bag.ErrorCount;
        var files = sheet.Rows.Select(r => ReadLine(r, bag)).OfType<StatBankFile>().ToList();
        return bag.ErrorCount > errors ? null : new StatBankManifest(files);
    }

    /// <summary>The lines of a table and year.</summary>
    public IEnumerable<StatBankFile> Of(string table, int year) => Files.Where(f => f.Table == table && f.Year == year);

    /// <summary>The manifest with the lines of a table and year replaced.</summary>
    public StatBankManifest With(string table, int year, IReadOnlyList<StatBankFile> files) =>
        new([
            .. Files
                .Where(f => f.Table != table || f.Year != year)
                .Concat(files)
                .OrderBy(f => f.Table, StringComparer.Ordinal)
                .ThenBy(f => f.Year)
                .ThenBy(f => f.File, StringComparer.Ordinal),
        ]);

    /// <summary>
    /// The bytes of a file that still are what was fetched, or null: the file is gone (RB2316) or has changed (RB2315). The place is the
    /// file.
    /// </summary>
    public static byte[]? Verify(StatBankFile file, string folder, string shownAs, DiagnosticBag bag)
    {
        var place = new SourcePlace(shownAs + "/" + file.File);
        var path = Path.Combine(folder, file.File);
        if (!File.Exists(path))
        {
            bag.Add(Diagnostic.Error("RB2316", place));
            return null;
        }

        if (InputFile.Read(path, place.File, bag) is not { Bytes: var bytes })
        {
            return null;
        }

        if (FingerprintOf(bytes) is var now && now != file.Fingerprint)
        {
            bag.Add(Diagnostic.Error("RB2315", place) with { Found = now, Expected = file.Fingerprint });
            return null;
        }

        return bytes;
    }

    /// <summary>The manifest as CSV: UTF-8, comma, line feed.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true))
        {
            foreach (var column in Columns)
            {
                writer.WriteField(column);
            }

            writer.EndRecord();
            foreach (var file in Files)
            {
                writer.WriteField(file.File);
                writer.WriteField(file.Table);
                writer.WriteField(file.Year.ToText());
                writer.WriteField(file.Address);
                writer.WriteField(file.Fetched.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture));
                writer.WriteField(file.Fingerprint);
                writer.WriteField(file.Bytes.ToString(CultureInfo.InvariantCulture));
                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private static StatBankFile? ReadLine(CsvSheetRow row, DiagnosticBag bag)
    {
        var time = row["hentet"];
        var styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(time.Text, TimeFormat, CultureInfo.InvariantCulture, styles, out var fetched))
        {
            bag.Add(Diagnostic.Error("RB2317", time.Place) with { Found = time.Text, Expected = TimeFormat });
            return null;
        }

        // A name with a folder in it would lead out of the folder that the user pointed at.
        if (row["fil"] is var name && Path.GetFileName(name.Text) != name.Text)
        {
            bag.Add(Diagnostic.Error("RB2317", name.Place) with { Found = name.Text });
            return null;
        }

        return (row["aar"].Integer(bag), row["byte"].Number(bag)) is ({ } year, { } bytes)
            ? new StatBankFile(name.Text, row["tabell"].Text, year, row["adresse"].Text, fetched, row["sha256"].Text, (long)bytes)
            : null;
    }
}
