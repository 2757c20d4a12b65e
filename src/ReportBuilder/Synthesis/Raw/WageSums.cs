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
    /// <param name="target">Wages by project-year.</param>
    /// <param name="participants">Number who took part, by project and year.</param>
    public void Add(WageTarget target, int[,] participants)
    {
        foreach (var (place, persons, costs) in target.All(participants))
        {
            var key = (place.Year, place.Project);
            var sum = _sums.GetValueOrDefault(key) ?? new Sum(place, 0, 0, 0);
            _sums[key] = sum with
            {
                Persons = sum.Persons + persons,
                Known = sum.Known + (costs is null ? 0 : persons),
                Wages = sum.Wages + (costs ?? 0),
            };
        }
    }

    /// <summary>All project-years by year and project id, with costs in NOK 1000 where they are known.</summary>
    public IEnumerable<(ProjectYear Place, double? Wages)> All =>
        _sums.Values.Select(s => (s.Place, s.Known == 0 ? (double?)null : s.Wages * s.Persons / s.Known));

    private sealed record Sum(ProjectYear Place, int Persons, int Known, double Wages);
}
