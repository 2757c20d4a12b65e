using System.Globalization;
using System.Text;
using CsvHelper;

namespace ReportBuilder.Datasets;

/// <summary>
/// Writes a dataset as UTF-8 without byte order mark, comma, line feed, decimal point, empty cell for missing, columns in the order
/// of the schema. The same dataset gives the same bytes anywhere.
/// </summary>
public static class DatasetWriter
{
    /// <summary>Writes to a stream, which stays open.</summary>
    /// <exception cref="ArgumentException">A text holds a line break.</exception>
    public static void Write(Dataset dataset, Stream stream)
    {
        using var writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        foreach (var name in dataset.Schema.Names)
        {
            writer.WriteField(name);
        }

        writer.EndRecord();
        var cells = dataset.Columns.Select(Cells).ToArray();
        for (var row = 0; row < dataset.RowCount; row++)
        {
            foreach (var write in cells)
            {
                write(writer, row);
            }

            writer.EndRecord();
        }
    }

    /// <summary>Writes to memory.</summary>
    public static byte[] ToBytes(Dataset dataset)
    {
        using var stream = new MemoryStream();
        Write(dataset, stream);
        return stream.ToArray();
    }

    private static Action<CsvWriter, int> Cells(DatasetColumn column) =>
        column switch
        {
            NumberColumn numbers => (writer, row) =>
            {
                if (numbers.IsMissing(row))
                {
                    writer.WriteField(ReadOnlySpan<byte>.Empty);
                }
                else
                {
                    writer.WriteField(numbers.Values[row], default, CultureInfo.InvariantCulture);
                }
            },
            CodeColumn codes => CodeCells(codes),
            TextColumn texts => TextCells(texts),
            _ => throw new ArgumentException("Unknown kind of column.", nameof(column)),
        };

    private static Action<CsvWriter, int> CodeCells(CodeColumn codes)
    {
        var utf8 = codes.Levels.Select(l => Encoding.UTF8.GetBytes(l.Code)).ToArray();
        return (writer, row) => writer.WriteField(codes.IsMissing(row) ? ReadOnlySpan<byte>.Empty : utf8[codes.Indices[row]].AsSpan());
    }

    private static Action<CsvWriter, int> TextCells(TextColumn texts)
    {
        if (texts.Distinct.FirstOrDefault(t => t.AsSpan().ContainsAny('\n', '\r')) is { } broken)
        {
            throw new ArgumentException($"'{broken}' holds a line break.", nameof(texts));
        }

        return (writer, row) => writer.WriteField(texts.Text(row));
    }
}
