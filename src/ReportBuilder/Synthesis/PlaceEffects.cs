using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis;

/// <summary>
/// What facts on places and projects add to the log odds of a person: each fact in standard deviations over the persons of its model, times its effect.
/// </summary>
internal sealed class PlaceEffects
{
    /// <summary>Standard deviations are rounded to this part, so that sums of them are exact.</summary>
    private const double Part = 64;

    private readonly Population _population;
    private readonly double[][] _columns;

    /// <summary>Prepares all rows.</summary>
    public PlaceEffects(SyntheticParameters parameters, Population population, SyntheticFacts facts)
    {
        _population = population;
        var fewest = parameters.Places.Count(PlaceNumber.FewestComplete);
        var inMunicipality = population
            .ProjectYears.GroupBy(p => p.Municipality)
            .Where(g => g.Sum(p => p.Complete) >= fewest)
            .SelectMany(g => g)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        InMunicipalityModel = Complete(p => inMunicipality.Contains(p));
        var shared = population
            .ProjectYears.GroupBy(p => p.Municipality)
            .Where(g => g.DistinctBy(p => p.Scheme).Count() > 1)
            .Select(g => g.Key)
            .ToHashSet();
        HasBothSchemes = [.. population.Municipalities.Select(shared.Contains)];
        InProjectModel = Complete(p => p.HasWages && p.Complete >= fewest);
        _columns =
        [
            .. parameters.PlaceEffects.Select(e =>
                e.IsOfProject
                    ? Standardised(p => facts.WagePerParticipant.TryGetValue((p.Year, p.Project), out var v) ? v : null, InProjectModel)
                    : Standardised(
                        p => facts.Municipalities.TryGetValue((e.Column, p.Year, p.Municipality.Code), out var v) ? v : null,
                        InMunicipalityModel
                    )
            ),
        ];
        Sum = new double[population.Count];
        for (var k = 0; k < _columns.Length; k++)
        {
            for (var row = 0; row < Sum.Length; row++)
            {
                Sum[row] += parameters.PlaceEffects[k].Size * _columns[k][row];
            }
        }
    }

    /// <summary>Rows of the municipality model.</summary>
    public bool[] InMunicipalityModel { get; }

    /// <summary>Rows in a municipality-year with both schemes.</summary>
    public bool[] HasBothSchemes { get; }

    /// <summary>Rows of the project model.</summary>
    public bool[] InProjectModel { get; }

    /// <summary>The facts of each row, in standard deviations; 0 where not known.</summary>
    public IReadOnlyList<double[]> Columns => _columns;

    /// <summary>Sum of the effects on each row, in log odds.</summary>
    public double[] Sum { get; }

    private bool[] Complete(Func<ProjectYear, bool> isIn) =>
        [
            .. Enumerable
                .Range(0, _population.Count)
                .Select(row => _population.Groups[row].Name == SyntheticParameters.Complete && isIn(PlaceOf(row))),
        ];

    private double[] Standardised(Func<ProjectYear, double?> fact, bool[] isIn)
    {
        double?[] values = [.. Enumerable.Range(0, _population.Count).Select(row => fact(PlaceOf(row)))];
        double[] used = [.. values.Where((v, row) => isIn[row] && v is not null).Select(v => v!.Value)];
        var mean = used.Average();
        var spread = Math.Sqrt(used.Average(v => (v - mean) * (v - mean)));
        return [.. values.Select(v => v is { } value ? Math.Round((value - mean) / spread * Part) / Part : 0)];
    }

    private ProjectYear PlaceOf(int row) => _population.ProjectYears[_population.ProjectYearOf[row]];
}
