using Parquet;
using Parquet.Schema;

namespace ReportBuilder.Datasets;

/// <summary>
/// Writes a dataset as Parquet, for R (<c>arrow::read_parquet</c>), Python and Stata 18 (through either). Types as in <see cref="ParquetType"/>; columns in the order of
/// the schema; Snappy, dictionaries where values repeat. The declaration of each column (unit, codes, description, source) stands in the file's key–value metadata as
/// <c>column.unit</c> and so on. No time or host is written: the same dataset gives the same bytes anywhere.
/// </summary>
public static class ParquetDatasetWriter
{
    /// <summary>Rows in a row group: few enough that one group is small in memory, many enough that reading is fast.</summary>
    private const int RowsInGroup = 100_000;

    /// <summary>Writes to memory.</summary>
    public static async Task<byte[]> ToBytesAsync(Dataset dataset)
    {
        using var stream = new MemoryStream();
        await WriteAsync(dataset, stream);
        return stream.ToArray();
    }

    /// <summary>Writes to a stream that can be sought in, which stays open.</summary>
    public static async Task WriteAsync(Dataset dataset, Stream stream)
    {
        DataField[] fields = [.. dataset.Schema.Columns.Select(ParquetType.FieldOf)];
        // A dictionary wherever it may pay: nearly all columns have few values.
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy, DictionaryEncodingThreshold = 0.5 };
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, options);
        writer.CustomMetadata = Metadata(dataset.Schema);
        for (var start = 0; start < dataset.RowCount; start += RowsInGroup)
        {
            using var group = writer.CreateRowGroup();
            var count = Math.Min(RowsInGroup, dataset.RowCount - start);
            for (var i = 0; i < fields.Length; i++)
            {
                await WriteAsync(group, fields[i], dataset.Columns[i], start, count);
            }
        }
    }

    private static async Task WriteAsync(ParquetRowGroupWriter group, DataField field, DatasetColumn column, int start, int count)
    {
        if (ParquetType.IsText(field))
        {
            string?[] texts = [.. Rows(start, count).Select(row => TextOf(column, row))];
            await group.WriteAsync(field, texts!);
        }
        else if (field.ClrType == typeof(int))
        {
            int?[] numbers = [.. Rows(start, count).Select(row => (int?)NumberOf(column, row))];
            await group.WriteAsync<int>(field, numbers);
        }
        else
        {
            double?[] numbers = [.. Rows(start, count).Select(row => NumberOf(column, row))];
            await group.WriteAsync<double>(field, numbers);
        }
    }

    private static IEnumerable<int> Rows(int start, int count) => Enumerable.Range(start, count);

    private static string? TextOf(DatasetColumn column, int row) =>
        column.IsMissing(row) ? null
        : column is CodeColumn codes ? codes.Levels[codes.Indices[row]].Code
        : ((TextColumn)column).Text(row);

    private static double? NumberOf(DatasetColumn column, int row) =>
        column.IsMissing(row) ? null
        : column is CodeColumn codes ? ParquetType.NumbersOf(codes.Declared)![codes.Indices[row]]
        : ((NumberColumn)column).Values[row];

    private static Dictionary<string, string> Metadata(DatasetSchema schema) =>
        schema
            .Columns.SelectMany(c => MetadataOf(c).Select(p => (Key: $"{c.Name}.{p.Key}", p.Value)))
            .ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    /// <summary>What the schema file says of a column, under the names of its header.</summary>
    private static Dictionary<string, string> MetadataOf(SchemaColumn column)
    {
        (string Key, string Value)[] facts =
        [
            ("description", column.Description),
            ("unit", column.Unit),
            ("codes", string.Join('|', column.Levels.Select(l => $"{l.Code}={l.Token}"))),
            ("source", column.Source),
        ];
        return facts.Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
    }
}
