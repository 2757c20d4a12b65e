using System.Runtime.CompilerServices;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>
/// Reads the harmonised dataset from CSV: UTF-8 (with or without byte order mark), comma, decimal point, empty cell for missing, columns in
/// any order. All that is wrong is gathered with file, line and column.
/// </summary>
public static class DatasetReader
{
    /// <summary>
    /// Reads a file. Null when anything is wrong with it (RB2001–RB2021); a column that is not declared is only a warning (RB2008).
    /// </summary>
    /// <param name="path">File to read.</param>
    /// <param name="shownAs">The path as shown to the user.</param>
    /// <param name="schema">The declared columns.</param>
    /// <param name="municipalities">Which municipalities there were each year.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static Dataset? Read(string path, string shownAs, DatasetSchema schema, MunicipalityTable municipalities, DiagnosticBag bag)
    {
        if (InputFile.Read(path, shownAs, bag) is not { } input || DelimitedFile.Open(input, bag) is not { } file)
        {
            return null;
        }

        using (file)
        {
            var fields = file.Match(schema.Names, mayBeAbsent: c => schema.Columns[c].MayBeAbsent);
            var assembly = new DatasetAssembly(schema, fields, municipalities);
            ReadRows(file, fields, assembly);
            return assembly.Finish(file, file.ErrorCount, Path.GetFileName(path), input.Bytes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadRows(DelimitedFile file, int[] fields, DatasetAssembly assembly)
    {
        ColumnBuilder[] columns = [.. assembly.Columns];
        while (file.Read())
        {
            for (var i = 0; i < fields.Length; i++)
            {
                if (fields[i] >= 0)
                {
                    columns[fields[i]].Add(file.Field(i), file, i);
                }
            }

            assembly.EndRow(file);
        }
    }
}
