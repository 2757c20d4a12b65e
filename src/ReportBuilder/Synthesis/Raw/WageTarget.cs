using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Ties participants and wage costs of one scheme together: costs are the wage per participant times all participants of the year, and the published median of the
/// costs decides how many take part for each who finishes.
/// </summary>
internal sealed class WageTarget
{
    private const int Steps = 20;
    private const double MostPerExit = 6;

    // Far enough from the median not to become its neighbour.
    private const double Margin = 1.02;
    private readonly List<Line> _lines = [];
    private readonly ProjectIndex _projects;
    private readonly double _median;

    /// <summary>Looks at the project-years of a scheme.</summary>
    /// <param name="facts">Wages by project-year.</param>
    /// <param name="projects">The projects of the scheme.</param>
    /// <param name="fewestComplete">The median is that of project-years with at least so many complete participants and known costs.</param>
    /// <param name="median">Median of the costs, NOK 1000.</param>
    public WageTarget(SyntheticFacts facts, ProjectIndex projects, int fewestComplete, double median)
    {
        (_projects, _median) = (projects, median);
        var numberOf = Enumerable
            .Range(0, projects.Count)
            .Where(p => projects.Members[p].Count > 0)
            .ToDictionary(projects.Id, StringComparer.Ordinal);
        // What were several municipalities may be one project.
        foreach (var group in facts.ProjectYears.Where(p => numberOf.ContainsKey(p.Project)).GroupBy(p => (p.Year, p.Project)))
        {
            double? wage = facts.WagePerParticipant.TryGetValue(group.Key, out var known) ? known : null;
            var isModelled = wage is not null && group.Sum(p => p.Complete) >= fewestComplete;
            _lines.Add(
                new Line(group.MaxBy(p => p.Finished)!, numberOf[group.Key.Project], group.Key.Year - projects.FirstYear, wage, isModelled)
            );
        }
    }

    /// <summary>
    /// How many take part for each who finishes, so that the median of the costs is met; null when no costs are known. Those who finished stay participants
    /// from start to exit whatever the ratio, so the median may stay above.
    /// </summary>
    /// <param name="participants">Participants by project and year for a ratio; not fewer for a higher one.</param>
    public double? Ratio(Func<double, int[,]> participants)
    {
        if (!_lines.Exists(l => l.IsModelled))
        {
            return null;
        }

        var (low, high) = (1.0, MostPerExit);
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Median(Costs(participants(middle))) < _median ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>True when a project-year can have more participants without its costs passing the median.</summary>
    /// <param name="project">Number of the project.</param>
    /// <param name="year">Year.</param>
    /// <param name="from">Participants now.</param>
    /// <param name="to">Participants wanted.</param>
    public bool MayGrow(int project, int year, int from, int to)
    {
        var line = _lines.Find(l => l.Project == project && l.Year == year - _projects.FirstYear);
        return line is not { IsModelled: true, Wage: { } wage } || wage * from > Margin * _median || wage * to * Margin < _median;
    }

    /// <summary>
    /// Costs by project-year, null where not known. The one or two in the middle are moved the last bit, less than one participant's wage, so that the median is the
    /// published one and not a wage beside it.
    /// </summary>
    public IEnumerable<(ProjectYear Place, int Persons, double? Costs)> All(int[,] participants)
    {
        var wages = Balance(participants);
        double?[] costs = [.. _lines.Select((l, i) => wages[i] * Persons(l, participants))];
        var modelled = Modelled(costs);
        if (modelled.Count > 0)
        {
            int[] middle = [modelled[(modelled.Count - 1) / 2], modelled[modelled.Count / 2]];
            var factor = _median / middle.Average(i => costs[i]!.Value);
            var lowest = modelled.Count > 2 ? costs[modelled[(modelled.Count - 1) / 2 - 1]]!.Value : 0;
            var highest = modelled.Count > 2 ? costs[modelled[modelled.Count / 2 + 1]]!.Value : double.MaxValue;
            // Only between the neighbours: beyond them it would no longer be the middle.
            foreach (var i in middle.Distinct().Where(i => costs[i] * factor >= lowest && costs[i] * factor <= highest))
            {
                costs[i] *= factor;
            }
        }

        return _lines.Select((l, i) => (l.Place, Persons(l, participants), costs[i]));
    }

    /// <summary>
    /// Wages per participant, some of them exchanged between project-years so that half of the costs lie below the median: long stays alone can make the participants
    /// so many that no ratio gives it. The wages themselves, and so their median, stay the same.
    /// </summary>
    private double?[] Balance(int[,] participants)
    {
        double?[] wages = [.. _lines.Select(l => l.Wage)];
        var persons = _lines.ConvertAll(l => Persons(l, participants));
        var modelled = Modelled(Costs(participants));
        var above = modelled.FindAll(i => wages[i] * persons[i] >= _median);
        var tooMany = above.Count - (modelled.Count + 1) / 2;
        foreach (var i in above.Take(Math.Max(0, tooMany)).ToList())
        {
            // The other one gets a higher wage, and so stays above.
            var other = above.FindAll(j => wages[j] < wages[i] && wages[j] * persons[i] < _median && wages[j] * persons[j] >= _median);
            if (other.Count > 0)
            {
                var j = other.MaxBy(k => wages[k]);
                (wages[i], wages[j]) = (wages[j], wages[i]);
            }
        }

        return wages;
    }

    private double Median(double?[] costs)
    {
        var modelled = Modelled(costs);
        return (costs[modelled[(modelled.Count - 1) / 2]]!.Value + costs[modelled[modelled.Count / 2]]!.Value) / 2;
    }

    private List<int> Modelled(double?[] costs) =>
        [.. Enumerable.Range(0, _lines.Count).Where(i => _lines[i].IsModelled).OrderBy(i => costs[i]).ThenBy(i => i)];

    private double?[] Costs(int[,] participants) => [.. _lines.Select(l => l.Wage * Persons(l, participants))];

    private static int Persons(Line line, int[,] participants) => participants[line.Project, line.Year];

    private sealed record Line(ProjectYear Place, int Project, int Year, double? Wage, bool IsModelled);
}
