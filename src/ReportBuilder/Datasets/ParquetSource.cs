using Parquet.Schema;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>A Parquet file being read: says where something is wrong by the number of its row (as line) and of its column, from 1.</summary>
internal sealed class ParquetSource(string shownAs, DiagnosticBag bag) : IRecordSource
{
    private int _reported;

    /// <summary>Number of errors reported for this file.</summary>
    public int ErrorCount { get; private set; }

    /// <inheritdoc/>
    public bool IsFull => _reported >= bag.LimitPerFile;

    /// <summary>Number of the current row, from 1; 0 before the first.</summary>
    public int Line { get; set; }

    /// <inheritdoc/>
    public SourcePlace Place(int field) => new(shownAs, Line, field + 1);

    /// <inheritdoc/>
    public void Report(Diagnostic diagnostic)
    {
        _reported++;
        ErrorCount += diagnostic.Severity == Severity.Error ? 1 : 0;
        bag.Add(diagnostic);
    }

    /// <inheritdoc/>
    public void CountError(string code) => Report(Diagnostic.Error(code, new SourcePlace(shownAs, Line)));

    /// <summary>Reports an error in a field of the current row.</summary>
    public void Error(string code, int field, params string[] arguments) => Report(Diagnostic.Error(code, Place(field), arguments));

    /// <summary>
    /// For each field of the file, the index of its column in the schema, or −1. A column that is missing (RB2006), that is there twice (RB2007) or holds
    /// another kind of value (RB2453) is an error, one that is not declared (RB2008) a warning.
    /// </summary>
    public int[] Match(DataField[] fields, DatasetSchema schema)
    {
        string[] names = [.. fields.Select(f => string.Join('.', f.Path.ToList()))];
        int[] map = [.. names.Select(n => schema.Names.IndexOf(n))];
        for (var f = 0; f < fields.Length; f++)
        {
            if (map[f] < 0)
            {
                Report(Diagnostic.Warning("RB2008", Place(f), names[f]) with { Nearest = NearestName.Find(names[f], schema.Names) });
            }
            else if (Array.IndexOf(map, map[f]) < f)
            {
                Error("RB2007", f, names[f]);
            }
            else
            {
                CheckType(fields[f], f, schema.Columns[map[f]]);
            }
        }

        foreach (var missing in schema.Columns.Where((c, i) => !c.MayBeAbsent && !map.Contains(i)))
        {
            var nearest = NearestName.Find(missing.Name, names.Where((_, f) => map[f] < 0));
            Report(Diagnostic.Error("RB2006", new SourcePlace(shownAs), missing.Name) with { Found = nearest, Expected = missing.Name });
        }

        return map;
    }

    private void CheckType(DataField field, int index, SchemaColumn column)
    {
        var isText = ParquetType.IsText(field);
        var isNumber = ParquetNumbers.CanRead(field);
        var isRight = column.Kind switch
        {
            ValueKind.Text => isText,
            ValueKind.Code => isText || isNumber,
            _ => isNumber,
        };
        if (!isRight)
        {
            Report(
                Diagnostic.Error("RB2453", Place(index), column.Name) with
                {
                    Found = NameOf(field),
                    Expected = NameOf(ParquetType.FieldOf(column)),
                }
            );
        }
    }

    private static string NameOf(DataField field) =>
        (ParquetType.IsText(field) ? "string" : field.ClrType.Name.ToLowerInvariant()) + (field.IsArray ? "[]" : string.Empty);
}
