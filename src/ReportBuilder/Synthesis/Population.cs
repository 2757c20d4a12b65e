using ReportBuilder.Datasets;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis;

/// <summary>The rows while they are being made: who belongs where, and the values drawn so far.</summary>
internal sealed class Population
{
    private readonly Dictionary<string, double[]> _values = new(StringComparer.Ordinal);

    /// <summary>Makes a row for each who finished.</summary>
    public Population(DatasetSchema schema, IReadOnlyList<ProjectYear> projectYears, AreaIndex areas)
    {
        Schema = schema;
        ProjectYears = projectYears;
        ProjectYearOf = [.. projectYears.SelectMany((p, i) => Enumerable.Repeat(i, p.Finished))];
        Schemes = [.. ProjectYearOf.Select(p => projectYears[p].Scheme)];
        Municipalities = [.. ProjectYearOf.Select(p => projectYears[p].Municipality)];
        Areas = [.. ProjectYearOf.Select(p => projectYears[p].Area)];
        Index = areas;
        Groups = new RowGroup[Schemes.Length];
        Set(ColumnRole.Scheme, [.. Schemes.Select(s => (double)s)]);
        Set(ColumnRole.Year, [.. Municipalities.Select(m => (double)m.Year)]);
    }

    /// <summary>The columns to fill.</summary>
    public DatasetSchema Schema { get; }

    /// <summary>The municipalities of all years and the places they belong to.</summary>
    public AreaIndex Index { get; }

    /// <summary>Project-years, in order of scheme.</summary>
    public IReadOnlyList<ProjectYear> ProjectYears { get; }

    /// <summary>Position of the project-year of each row; rows of one stand together.</summary>
    public int[] ProjectYearOf { get; }

    /// <summary>Level index of the scheme of each row.</summary>
    public int[] Schemes { get; }

    /// <summary>Municipality of each row, as it was in its year.</summary>
    public Municipality[] Municipalities { get; }

    /// <summary>Number of the present-day municipality of each row: one and the same place through the years.</summary>
    public int[] Areas { get; }

    /// <summary>How many such places there are.</summary>
    public int AreaCount => Index.Count;

    /// <summary>Group of each row.</summary>
    public RowGroup[] Groups { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Schemes.Length;

    /// <summary>Values of a variable by row: level index or number; empty array slots are 0.</summary>
    public double[] Values(string variable)
    {
        if (!_values.TryGetValue(variable, out var values))
        {
            values = new double[Count];
            _values.Add(variable, values);
        }

        return values;
    }

    /// <summary>The rows of a group, ascending.</summary>
    public int[] RowsOf(RowGroup group) => [.. Enumerable.Range(0, Count).Where(i => ReferenceEquals(Groups[i], group))];

    private void Set(ColumnRole role, double[] values) => _values.Add(Schema.WithRole(role)!.Name, values);
}
