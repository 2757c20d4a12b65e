namespace ReportBuilder.Datasets;

/// <summary>Puts a dataset together row by row, whatever kind of file the rows come from, with all the rules of the schema.</summary>
internal sealed class DatasetAssembly
{
    private readonly DatasetSchema _schema;
    private readonly IReadOnlyList<RowRule> _rules;
    private readonly IReadOnlyList<ColumnBuilder> _absent;
    private int _rows;

    /// <summary>Begins.</summary>
    /// <param name="schema">The declared columns.</param>
    /// <param name="fields">For each field of the file, the index of its column in the schema, or −1.</param>
    /// <param name="municipalities">Which municipalities there were each year.</param>
    public DatasetAssembly(DatasetSchema schema, int[] fields, MunicipalityTable municipalities)
    {
        _schema = schema;
        Columns = [.. schema.Columns.Select(ColumnBuilder.For)];
        _absent = [.. Columns.Where((c, i) => c.Declared.MayBeAbsent && !fields.Contains(i))];
        _rules = RulesOf(Columns, fields, municipalities);
    }

    /// <summary>The columns, in the order of the schema; the reader adds to each that its file has.</summary>
    public IReadOnlyList<ColumnBuilder> Columns { get; }

    /// <summary>Ends a row: columns that the file does not have get a missing value, and the rules within the row are checked.</summary>
    public void EndRow(IRecordSource file)
    {
        _rows++;
        foreach (var column in _absent)
        {
            column.AddMissing();
        }

        foreach (var rule in _rules)
        {
            rule.Check(file);
        }
    }

    /// <summary>The dataset; null without a row (RB2009) or after errors.</summary>
    /// <param name="file">The file, all read.</param>
    /// <param name="errorCount">Errors so far.</param>
    /// <param name="fileName">File name without folder.</param>
    /// <param name="bytes">The file's bytes.</param>
    public Dataset? Finish(IRecordSource file, int errorCount, string fileName, byte[] bytes)
    {
        if (errorCount > 0)
        {
            return null;
        }

        if (_rows == 0)
        {
            file.Error("RB2009", -1, null, null);
            return null;
        }

        return new Dataset(_schema, [.. Columns.Select(c => c.Build())], fileName, Dataset.FingerprintOf(bytes));
    }

    private static List<RowRule> RulesOf(IReadOnlyList<ColumnBuilder> columns, int[] fields, MunicipalityTable municipalities)
    {
        var rules = new List<RowRule>();
        var municipality = IndexOf(columns, c => c.Role == ColumnRole.Municipality);
        var year = IndexOf(columns, c => c.Role == ColumnRole.Year);
        if (
            columns[municipality] is TextColumnBuilder codes
            && columns[year] is NumberColumnBuilder years
            && fields.Contains(municipality)
            && fields.Contains(year)
        )
        {
            rules.Add(new MunicipalityRule(codes, fields.IndexOf(municipality), years, municipalities));
        }

        for (var c = 0; c < columns.Count; c++)
        {
            if (columns[c].Declared.Implies is not { } implied || !fields.Contains(c))
            {
                continue;
            }

            var other = IndexOf(columns, o => o.Name == implied.Column);
            if (columns[c] is CodeColumnBuilder from && fields.Contains(other) && columns[other] is CodeColumnBuilder to)
            {
                rules.Add(new ImplicationRule(from, fields.IndexOf(c), to));
            }
        }

        return rules;
    }

    private static int IndexOf(IReadOnlyList<ColumnBuilder> columns, Func<SchemaColumn, bool> isIt) =>
        Enumerable.Range(0, columns.Count).First(i => isIt(columns[i].Declared));
}
