using ReportBuilder.Diagnostics;

namespace ReportBuilder.Fits;

/// <summary>The columns of a model, read and understood.</summary>
internal sealed class FitData
{
    private readonly Dictionary<string, DataColumn> _columns;

    private FitData(string file, IEnumerable<DataColumn> columns)
    {
        File = file;
        _columns = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>The file as shown to the user.</summary>
    public string File { get; }

    /// <summary>A column that was asked for.</summary>
    public DataColumn this[string name] => _columns[name];

    /// <summary>
    /// Reads columns. Null when a record is broken, when it cannot be told whether the decimal mark is a point or a comma (RB6121), or when a number is
    /// infinite (RB6119). Text among numbers is a warning (RB6120).
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="shownAs">The file as shown to the user.</param>
    /// <param name="names">Columns, each once in the header.</param>
    /// <param name="mark">Decimal mark.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static FitData? Read(CsvColumns file, string shownAs, IReadOnlyList<string> names, DecimalMark mark, DiagnosticBag bag)
    {
        if (file.Read(names, bag) is not { } columns || DecimalOf(columns, mark, file, bag) is not { } sign)
        {
            return null;
        }

        return new FitData(shownAs, [.. columns.Select(column => Understand(column, sign, file, bag))]);
    }

    private static DataColumn Understand(PooledColumn column, char mark, CsvColumns file, DiagnosticBag bag)
    {
        var read = ColumnTyping.Read(column, mark, out var stray);
        if (stray is { } cell)
        {
            var warning = Diagnostic.Warning("RB6120", file.PlaceOf(column, cell), column.Name);
            bag.Add(warning with { Found = column.Text(cell), Expected = ToolTexts.Get("fit.expected.number") });
        }

        for (var i = 0; i < read.Numbers.Count; i++)
        {
            if (double.IsInfinity(read.Numbers[i]))
            {
                var error = Diagnostic.Error("RB6119", file.PlaceOf(column, i), column.Name);
                bag.Add(error with { Found = column.Text(i), Expected = ToolTexts.Get("fit.expected.finite") });
            }
        }

        return read;
    }

    private static char? DecimalOf(IReadOnlyList<PooledColumn> columns, DecimalMark mark, CsvColumns file, DiagnosticBag bag)
    {
        if (mark != DecimalMark.Detect)
        {
            return mark == DecimalMark.Comma ? ',' : '.';
        }

        var withComma = columns.FirstOrDefault(c => ColumnTyping.HasNumbersOnlyWith(c, ','));
        var withPoint = columns.FirstOrDefault(c => ColumnTyping.HasNumbersOnlyWith(c, '.'));
        if (withComma is null || withPoint is null)
        {
            return withComma is null ? '.' : ',';
        }

        bag.Add(Diagnostic.Error("RB6121", file.PlaceOf(withComma, 0), withComma.Name, withPoint.Name));
        return null;
    }
}
