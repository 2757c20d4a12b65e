using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>The harmonised dataset as a file; its extension says of which kind.</summary>
public static class DatasetFile
{
    /// <summary>Name of a dataset that the tool itself makes.</summary>
    public const string DefaultName = "deltakere.csv";

    /// <summary>Extension of a Parquet file.</summary>
    public const string ParquetExtension = ".parquet";

    /// <summary>True when the file is named as a Parquet file.</summary>
    public static bool IsParquet(string path) => Path.GetExtension(path).Equals(ParquetExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a Parquet file when it is named so, CSV otherwise. Null when anything is wrong with it; the bag says what.</summary>
    /// <param name="path">File to read.</param>
    /// <param name="shownAs">The path as shown to the user.</param>
    /// <param name="schema">The declared columns.</param>
    /// <param name="municipalities">Which municipalities there were each year.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static async Task<Dataset?> ReadAsync(
        string path,
        string shownAs,
        DatasetSchema schema,
        MunicipalityTable municipalities,
        DiagnosticBag bag
    ) =>
        IsParquet(path)
            ? await ParquetDatasetReader.ReadAsync(path, shownAs, schema, municipalities, bag)
            : DatasetReader.Read(path, shownAs, schema, municipalities, bag);

    /// <summary>The dataset as the bytes of a file of the kind that its name asks for.</summary>
    public static async Task<byte[]> ToBytesAsync(Dataset dataset, string fileName) =>
        IsParquet(fileName) ? await ParquetDatasetWriter.ToBytesAsync(dataset) : DatasetWriter.ToBytes(dataset);
}
