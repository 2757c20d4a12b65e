using ReportBuilder.Datasets;
using ReportBuilder.Stages;

namespace ReportBuilder.Reconciliation;

/// <summary>The rows and units that the published numbers are numbers of. Definitions: footnotes 16 and 17 and chapter 4 of rapport 13:2022.</summary>
internal sealed class PublishedSamples
{
    /// <summary>Fewest complete participants of a project with a contribution indicator (Figur 21).</summary>
    public const int FewestForContribution = 5;

    private readonly Dictionary<(Basis, string, int), int[]> _parts = [];

    public PublishedSamples(Dataset data)
    {
        Data = data;
        var complete = Sample.Complete(data).Rows;
        IsComplete = new bool[data.RowCount];
        foreach (var row in complete)
        {
            IsComplete[row] = true;
        }

        Schemes = [.. data.Codes(data.Schema.WithRole(ColumnRole.Scheme)!.Name).Indices];
        Years = data.Numbers(data.Schema.WithRole(ColumnRole.Year)!.Name);
        Municipalities = data.Texts(data.Schema.WithRole(ColumnRole.Municipality)!.Name);
        Projects = data.Texts(data.Schema.WithRole(ColumnRole.Project)!.Name);
        var rows = new ModelRows(data, complete);
        Fits = new ModelFits(data, rows);
        IsInMunicipalityModel = rows.Of(ReportModel.Municipality);
        IsInProjectModel = rows.Of(ReportModel.Project);
    }

    public Dataset Data { get; }

    /// <summary>The models of the report, fitted to the dataset.</summary>
    public ModelFits Fits { get; }

    public bool[] IsComplete { get; }

    public sbyte[] Schemes { get; }

    public NumberColumn Years { get; }

    public TextColumn Municipalities { get; }

    public TextColumn Projects { get; }

    /// <summary>Complete rows in municipality-years with enough of them.</summary>
    public bool[] IsInMunicipalityModel { get; }

    /// <summary>Complete rows in project-years with enough of them and known wages.</summary>
    public bool[] IsInProjectModel { get; }

    public int Year(int row) => (int)Years.Values[row];

    /// <summary>Rows of a basis that consists of persons.</summary>
    public IEnumerable<int> Rows(Basis basis) =>
        Enumerable
            .Range(0, Data.RowCount)
            .Where(row =>
                basis switch
                {
                    Basis.Complete => IsComplete[row],
                    Basis.Incomplete => !IsComplete[row],
                    _ => true,
                }
            );

    /// <summary>Which of some equal parts of its scheme each row belongs to, from 1; 0 where the value is not known or the row not in the basis.</summary>
    public int[] Parts(Basis basis, string column, int count)
    {
        if (!_parts.TryGetValue((basis, column, count), out var parts))
        {
            parts = new int[Data.RowCount];
            var numbers = Data.Numbers(column);
            foreach (var scheme in Rows(basis).Where(row => !numbers.IsMissing(row)).GroupBy(row => Schemes[row]))
            {
                int[] rows = [.. scheme];
                var groups = EqualGroups.Of([.. rows.Select(row => numbers.Values[row])], count);
                for (var i = 0; i < rows.Length; i++)
                {
                    parts[rows[i]] = groups[i] + 1;
                }
            }

            _parts.Add((basis, column, count), parts);
        }

        return parts;
    }
}
