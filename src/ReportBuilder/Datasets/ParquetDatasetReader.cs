using System.Text;
using Parquet;
using Parquet.Schema;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>
/// Reads the harmonised dataset from Parquet, by the same schema and rules as <see cref="DatasetReader"/>: what is wrong is gathered with the number of the row
/// (as line) and of the column. A null and an empty text are missing values.
/// </summary>
public static class ParquetDatasetReader
{
    private static readonly byte[] Magic = "PAR1"u8.ToArray();

    /// <summary>
    /// Reads a file. Null when anything is wrong with it: not Parquet (RB2450), cut off (RB2451), damaged (RB2452), a column that holds another kind of
    /// value (RB2453), and what is wrong in CSV too (RB2001–RB2021).
    /// </summary>
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
    )
    {
        if (InputFile.ReadBytes(path, shownAs, bag) is not { } bytes || !IsWhole(bytes, shownAs, bag))
        {
            return null;
        }

        var source = new ParquetSource(shownAs, bag);
        try
        {
            await using var reader = await ParquetReader.CreateAsync(new MemoryStream(bytes, writable: false));
            return await ReadAsync(reader, source, schema, municipalities) is { } assembly
                ? assembly.Finish(source, source.ErrorCount, Path.GetFileName(path), bytes)
                : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A damaged file can fail anywhere in the decoding, with any exception; which one says nothing to the user.
            source.Report(Diagnostic.Error("RB2452", new SourcePlace(shownAs)));
            return null;
        }
    }

    private static bool IsWhole(byte[] bytes, string shownAs, DiagnosticBag bag)
    {
        var code =
            bytes.Length == 0 ? "RB2004"
            : !bytes.AsSpan().StartsWith(Magic) ? "RB2450"
            : bytes.Length < 3 * Magic.Length || !bytes.AsSpan().EndsWith(Magic) ? "RB2451"
            : null;
        if (code is not null)
        {
            bag.Add(Diagnostic.Error(code, new SourcePlace(shownAs)));
        }

        return code is null;
    }

    private static async Task<DatasetAssembly?> ReadAsync(
        ParquetReader reader,
        ParquetSource source,
        DatasetSchema schema,
        MunicipalityTable municipalities
    )
    {
        var fields = reader.Schema.DataFields;
        var columns = source.Match(fields, schema);
        var assembly = new DatasetAssembly(schema, columns, municipalities);
        if (source.ErrorCount > 0)
        {
            return null;
        }

        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var cells = new Action<int>?[fields.Length];
            for (var f = 0; f < fields.Length; f++)
            {
                cells[f] = columns[f] < 0 ? null : await CellsAsync(group, fields[f], f, assembly.Columns[columns[f]], source);
            }

            for (var row = 0; row < group.RowCount; row++)
            {
                source.Line++;
                foreach (var add in cells)
                {
                    add?.Invoke(row);
                }

                assembly.EndRow(source);
            }
        }

        return assembly;
    }

    /// <summary>Reads a column of a row group; what comes back adds the cell of a row to its column.</summary>
    private static async Task<Action<int>> CellsAsync(
        ParquetRowGroupReader group,
        DataField field,
        int index,
        ColumnBuilder column,
        ParquetSource source
    )
    {
        if (ParquetType.IsText(field))
        {
            var texts = new string?[group.RowCount];
            await group.ReadAsync(field, texts!);
            return row => AddText(column, texts[row], source, index);
        }

        var numbers = await ParquetNumbers.ReadAsync(group, field);
        return column is NumberColumnBuilder builder
            ? row => AddNumber(builder, numbers[row], source, index)
            : row => column.Add(Encoding.UTF8.GetBytes(numbers[row]?.ToText() ?? string.Empty), source, index);
    }

    private static void AddText(ColumnBuilder column, string? text, ParquetSource source, int field)
    {
        if (text.AsSpan().ContainsAny('\n', '\r'))
        {
            column.AddMissing();
            source.Error("RB2454", field, column.Declared.Name);
            return;
        }

        column.Add(Encoding.UTF8.GetBytes(text ?? string.Empty), source, field);
    }

    private static void AddNumber(NumberColumnBuilder column, double? number, ParquetSource source, int field)
    {
        if (number is { } value)
        {
            column.Add(value, source, field);
        }
        else
        {
            column.Add([], source, field);
        }
    }
}
