using System.Runtime.CompilerServices;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Fits;

/// <summary>A file of columns that nobody has declared, read twice: first its header, then the columns that are asked for.</summary>
internal sealed class CsvColumns
{
    private readonly InputFile _input;

    private CsvColumns(InputFile input, IReadOnlyList<string> header)
    {
        _input = input;
        Header = header;
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Reads the header. Null when the file cannot be used; the bag says why.</summary>
    public static CsvColumns? Open(string path, string shownAs, DiagnosticBag bag)
    {
        if (InputFile.Read(path, shownAs, bag) is not { } input || DelimitedFile.OpenAny(input, bag) is not { } file)
        {
            return null;
        }

        using (file)
        {
            return new CsvColumns(input, [.. file.Header]);
        }
    }

    /// <summary>Reads columns. Null when a record is broken (RB2014–RB2016) or there are none (RB2009).</summary>
    /// <param name="names">Names, each once in the header.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public IReadOnlyList<PooledColumn>? Read(IReadOnlyList<string> names, DiagnosticBag bag)
    {
        using var file = DelimitedFile.OpenAny(_input, bag)!;
        PooledColumn[] columns = [.. names.Select(name => new PooledColumn(name, Header.IndexOf(name)))];
        var rows = ReadRows(file, columns);
        if (file.ErrorCount == 0 && rows == 0)
        {
            file.Report(Diagnostic.Error("RB2009", new SourcePlace(_input.ShownAs)));
        }

        return file.ErrorCount > 0 ? null : columns;
    }

    /// <summary>Where a distinct cell of a column stands first.</summary>
    public SourcePlace PlaceOf(PooledColumn column, int cell)
    {
        var line = column.FirstLine(cell);
        using var file = DelimitedFile.OpenAny(_input, new DiagnosticBag())!;
        while (file.Line != line && file.Read()) { }
        return file.Place(column.Field);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int ReadRows(DelimitedFile file, PooledColumn[] columns)
    {
        var rows = 0;
        for (; file.Read(); rows++)
        {
            foreach (var column in columns)
            {
                column.Add(file.Field(column.Field), file.Line);
            }
        }

        return rows;
    }
}
