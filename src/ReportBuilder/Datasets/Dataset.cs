using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ReportBuilder.Datasets;

/// <summary>The harmonised dataset, by column; immutable. One row per participant who finished.</summary>
public sealed class Dataset
{
    /// <summary>The token of the provenance column that marks an invented person.</summary>
    public const string SyntheticToken = "syntetisk";

    private readonly FrozenDictionary<string, DatasetColumn> _columns;
    private readonly Lazy<string> _fingerprint;

    /// <summary>Makes a dataset.</summary>
    /// <param name="schema">The schema it follows.</param>
    /// <param name="columns">One column for each of the schema, in its order, all of the same length.</param>
    /// <param name="fileName">File name without folder.</param>
    /// <param name="fingerprint">SHA-256 of the file's bytes, lower-case hexadecimal.</param>
    public Dataset(DatasetSchema schema, IReadOnlyList<DatasetColumn> columns, string fileName, string fingerprint)
        : this(schema, columns, fileName, _ => fingerprint) { }

    private Dataset(DatasetSchema schema, IReadOnlyList<DatasetColumn> columns, string fileName, Func<Dataset, string> fingerprint)
    {
        Schema = schema;
        Columns = columns;
        FileName = fileName;
        _fingerprint = new Lazy<string>(() => fingerprint(this));
        RowCount = columns[0].RowCount;
        foreach (var column in columns)
        {
            if (column.RowCount != RowCount)
            {
                throw new ArgumentException($"'{column.Declared.Name}' has {column.RowCount} rows, not {RowCount}.", nameof(columns));
            }
        }

        _columns = columns.ToFrozenDictionary(c => c.Declared.Name, StringComparer.Ordinal);
        SyntheticCount = CountSynthetic();
    }

    /// <summary>The schema it follows.</summary>
    public DatasetSchema Schema { get; }

    /// <summary>All columns, in the order of the schema.</summary>
    public IReadOnlyList<DatasetColumn> Columns { get; }

    /// <summary>Number of participants.</summary>
    public int RowCount { get; }

    /// <summary>True when at least one person is invented.</summary>
    public bool IsSynthetic => SyntheticCount > 0;

    /// <summary>Number of persons who are invented.</summary>
    public int SyntheticCount { get; }

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>File name without folder.</summary>
    public string FileName { get; }

    /// <summary>Makes a dataset that was never a file; its fingerprint is that of the bytes <see cref="DatasetWriter"/> would write.</summary>
    public static Dataset InMemory(DatasetSchema schema, IReadOnlyList<DatasetColumn> columns, string fileName) =>
        new(schema, columns, fileName, dataset => FingerprintOf(DatasetWriter.ToBytes(dataset)));

    /// <summary>The column of a name, whatever it holds.</summary>
    /// <exception cref="ArgumentException">There is none; column names are fixed by the schema.</exception>
    public DatasetColumn Column(string name) => Column<DatasetColumn>(name);

    /// <summary>The number column of a name.</summary>
    /// <exception cref="ArgumentException">There is none; column names are fixed by the schema.</exception>
    public NumberColumn Numbers(string name) => Column<NumberColumn>(name);

    /// <summary>The code column of a name.</summary>
    /// <exception cref="ArgumentException">There is none; column names are fixed by the schema.</exception>
    public CodeColumn Codes(string name) => Column<CodeColumn>(name);

    /// <summary>The text column of a name.</summary>
    /// <exception cref="ArgumentException">There is none; column names are fixed by the schema.</exception>
    public TextColumn Texts(string name) => Column<TextColumn>(name);

    /// <summary>SHA-256 as lower-case hexadecimal.</summary>
    internal static string FingerprintOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private T Column<T>(string name)
        where T : DatasetColumn =>
        _columns.GetValueOrDefault(name) as T ?? throw new ArgumentException($"No {typeof(T).Name} '{name}'.", nameof(name));

    private int CountSynthetic()
    {
        if (Schema.WithRole(ColumnRole.Provenance) is not { Kind: ValueKind.Code } declared)
        {
            return 0;
        }

        var provenance = Codes(declared.Name);
        return provenance.IndexOf(SyntheticToken) is >= 0 and var synthetic ? provenance.Indices.Count((sbyte)synthetic) : 0;
    }
}
