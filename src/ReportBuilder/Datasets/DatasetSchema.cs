using System.Collections.Frozen;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>
/// The declared columns of the harmonised dataset, read from <c>data/deltakere.schema.csv</c>. Reader, writer and generator follow
/// it; no column name or code is known to the code.
/// </summary>
public sealed class DatasetSchema
{
    private readonly FrozenDictionary<string, SchemaColumn> _byName;

    /// <summary>Makes a schema of columns with different names.</summary>
    public DatasetSchema(IReadOnlyList<SchemaColumn> columns)
    {
        Columns = columns;
        _byName = columns.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>All columns, in the order of the file.</summary>
    public IReadOnlyList<SchemaColumn> Columns { get; }

    /// <summary>Names of all columns, in order.</summary>
    public IReadOnlyList<string> Names => [.. Columns.Select(c => c.Name)];

    /// <summary>The column of a name, or null.</summary>
    public SchemaColumn? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The first column with a role, or null.</summary>
    public SchemaColumn? WithRole(ColumnRole role) => Columns.FirstOrDefault(c => c.Role == role);

    /// <summary>The years that a dataset covers, from the limits of its year column.</summary>
    /// <exception cref="InvalidOperationException">No column is a year with limits: a programming error, since every use of the years asks for one first.</exception>
    public IReadOnlyList<int> Years =>
        WithRole(ColumnRole.Year) is { Min: { } first, Max: { } last }
            ? [.. Enumerable.Range((int)first, (int)(last - first) + 1)]
            : throw new InvalidOperationException("The schema has no years.");

    /// <summary>
    /// Reads a schema. Null when it cannot be used; the bag then says why, with line and column (RB2001–RB2016 for the file,
    /// RB2030–RB2036 for what is declared).
    /// </summary>
    public static DatasetSchema? Read(string path, string shownAs, DiagnosticBag bag) => new SchemaReader(bag).Read(path, shownAs);
}
