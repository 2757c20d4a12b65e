using ReportBuilder.Datasets;
using ReportBuilder.Stages;

namespace ReportBuilder.Reconciliation;

/// <summary>The units a number is computed over: persons, municipality-years, project-years or projects, each with one row that stands for it.</summary>
/// <param name="Basis">What they are.</param>
/// <param name="Rows">A row of each unit, whose columns are those of the unit.</param>
/// <param name="Own">Columns that units have of their own, by name.</param>
internal sealed record UnitTable(Basis Basis, IReadOnlyList<int> Rows, IReadOnlyDictionary<string, double[]> Own)
{
    private static readonly IReadOnlyDictionary<string, double[]> None = new Dictionary<string, double[]>();

    /// <summary>Persons of a basis.</summary>
    public static UnitTable Persons(Basis basis, IEnumerable<int> rows) => new(basis, [.. rows], None);

    /// <summary>Municipality-years among some rows, with the number of them.</summary>
    public static UnitTable MunicipalityYears(PublishedSamples samples, IEnumerable<int> rows, int fewest) =>
        Of(Basis.MunicipalityYears, PlaceYears.OfMunicipalities(samples.Data, rows, fewest));

    /// <summary>Schemes of municipality-years with so many persons in all.</summary>
    public static UnitTable SchemeMunicipalityYears(PublishedSamples samples, int fewest) =>
        Of(Basis.SchemeMunicipalityYears, PlaceYears.OfMunicipalitiesByScheme(samples.Data, fewest));

    /// <summary>Project-years of the project model, with the number who finished in them, complete or not.</summary>
    public static UnitTable ProjectYears(PublishedSamples samples) =>
        Of(Basis.ProjectYears, PlaceYears.OfProjects(samples.Data, samples.IsInProjectModel));

    /// <summary>
    /// Projects with a contribution indicator: share of their complete participants who reached the goal, less the mean of what the
    /// individual model predicts for them, in percentage points. Null when the model has no estimates.
    /// </summary>
    public static UnitTable? Projects(PublishedSamples samples, PublishedModels models)
    {
        var fit = models.Individual;
        if (fit.Estimates is not { } estimates)
        {
            return null;
        }

        var rows = fit.Design.UsedRows;
        var groups = Enumerable
            .Range(0, rows.Length)
            .GroupBy(i => samples.Projects.Indices[rows[i]])
            .Where(g => g.Count() >= PublishedSamples.FewestForContribution)
            .Select(g =>
                (
                    Row: rows[g.First()],
                    Actual: 100 * g.Average(i => fit.Design.Outcome[i]),
                    Expected: 100 * g.Average(i => estimates.FittedProbabilities[i])
                )
            )
            .ToList();
        return new UnitTable(
            Basis.Projects,
            [.. groups.Select(g => g.Row)],
            new Dictionary<string, double[]>
            {
                [ReconciliationWords.Result] = [.. groups.Select(g => g.Actual)],
                [ReconciliationWords.Expected] = [.. groups.Select(g => g.Expected)],
                [ReconciliationWords.Contribution] = [.. groups.Select(g => g.Actual - g.Expected)],
            }
        );
    }

    /// <summary>Number of a column in each unit; null where not known.</summary>
    public double?[] Numbers(Dataset data, string column) =>
        Own.TryGetValue(column, out var own) ? [.. own.Select(v => (double?)v)]
        : data.Column(column) is NumberColumn numbers
            ? [.. Rows.Select(row => numbers.IsMissing(row) ? (double?)null : numbers.Values[row])]
        : [.. Rows.Select(_ => (double?)null)];

    /// <summary>The units for which a condition holds.</summary>
    public UnitTable Where(Func<int, bool> holds)
    {
        int[] kept = [.. Enumerable.Range(0, Rows.Count).Where(holds)];
        return new UnitTable(
            Basis,
            [.. kept.Select(i => Rows[i])],
            Own.ToDictionary(p => p.Key, p => (double[])[.. kept.Select(i => p.Value[i])], StringComparer.Ordinal)
        );
    }

    private static UnitTable Of(Basis basis, IReadOnlyList<PlaceYear> units) =>
        new(
            basis,
            [.. units.Select(u => u.Row)],
            new Dictionary<string, double[]> { [ReconciliationWords.Finished] = [.. units.Select(u => (double)u.Persons)] }
        );
}
