using System.Runtime.CompilerServices;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>
/// Reads the harmonised dataset: UTF-8 (with or without byte order mark), comma, decimal point, empty cell for missing, columns in
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
            var fields = file.Match(schema.Names);
            var columns = schema.Columns.Select(ColumnBuilder.For).ToArray();
            ReadRows(file, fields, columns, RulesOf(columns, fields, municipalities));
            return file.ErrorCount > 0
                ? null
                : new Dataset(schema, [.. columns.Select(c => c.Build())], Path.GetFileName(path), Dataset.FingerprintOf(input.Bytes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadRows(DelimitedFile file, int[] fields, ColumnBuilder[] columns, List<RowRule> rules)
    {
        var rows = 0;
        while (file.Read())
        {
            rows++;
            for (var i = 0; i < fields.Length; i++)
            {
                if (fields[i] >= 0)
                {
                    columns[fields[i]].Add(file, i);
                }
            }

            foreach (var rule in rules)
            {
                rule.Check(file);
            }
        }

        if (rows == 0 && file.ErrorCount == 0)
        {
            file.Error("RB2009", -1, null, null);
        }
    }

    private static List<RowRule> RulesOf(ColumnBuilder[] columns, int[] fields, MunicipalityTable municipalities)
    {
        var rules = new List<RowRule>();
        var municipality = Array.FindIndex(columns, c => c.Declared.Role == ColumnRole.Municipality);
        var year = Array.FindIndex(columns, c => c.Declared.Role == ColumnRole.Year);
        if (
            columns[municipality] is TextColumnBuilder codes
            && columns[year] is NumberColumnBuilder years
            && fields.Contains(municipality)
            && fields.Contains(year)
        )
        {
            rules.Add(new MunicipalityRule(codes, fields.IndexOf(municipality), years, municipalities));
        }

        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c].Declared.Implies is not { } implied || !fields.Contains(c))
            {
                continue;
            }

            var other = Array.FindIndex(columns, o => o.Declared.Name == implied.Column);
            if (columns[c] is CodeColumnBuilder from && fields.Contains(other) && columns[other] is CodeColumnBuilder to)
            {
                rules.Add(new ImplicationRule(from, fields.IndexOf(c), to));
            }
        }

        return rules;
    }
}
