using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Wage costs by project-year, over all blocks: the wage per participant of the year times all participants of the year, as the harmoniser counts them. A
/// project-year without known costs in any block has none.
/// </summary>
internal sealed class WageSums
{
    private readonly SortedDictionary<(int Year, string Project), Sum> _sums = new(
        Comparer<(int Year, string Project)>.Create(
            (a, b) => a.Year != b.Year ? a.Year.CompareTo(b.Year) : string.CompareOrdinal(a.Project, b.Project)
        )
    );

    /// <summary>Adds the project-years of one scheme in a block.</summary>
    /// <param name="facts">Wages by project-year.</param>
    /// <param name="scheme">Level index of the scheme.</param>
    /// <param name="projects">Its projects.</param>
    /// <param name="participants">Number who took part, by project and year.</param>
    public void Add(SyntheticFacts facts, int scheme, ProjectIndex projects, int[,] participants)
    {
        var numberOf = Enumerable.Range(0, projects.Count).ToDictionary(projects.Id, StringComparer.Ordinal);
        foreach (var projectYear in facts.ProjectYears.Where(p => p.Scheme == scheme && numberOf.ContainsKey(p.Project)))
        {
            var key = (projectYear.Year, projectYear.Project);
            var persons = participants[numberOf[projectYear.Project], projectYear.Year - projects.FirstYear];
            var sum = _sums.GetValueOrDefault(key) ?? new Sum(projectYear, 0, 0, 0);
            _sums[key] = facts.WagePerParticipant.TryGetValue(key, out var wage)
                ? sum with
                {
                    Persons = sum.Persons + persons,
                    Known = sum.Known + persons,
                    Wages = sum.Wages + wage * persons,
                }
                : sum with
                {
                    Persons = sum.Persons + persons,
                };
        }
    }

    /// <summary>All project-years by year and project id, with costs in NOK 1000 where they are known.</summary>
    public IEnumerable<(ProjectYear Place, double? Wages)> All =>
        _sums.Values.Select(s => (s.Place, s.Known == 0 ? (double?)null : s.Wages / s.Known * s.Persons));

    private sealed record Sum(ProjectYear Place, int Persons, int Known, double Wages);
}
