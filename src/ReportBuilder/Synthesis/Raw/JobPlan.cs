using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Who stands in which annual reports of Jobbsjansen. A person of more than twelve months must have been there the year before; some of the others were, and some of
/// the last year go on after it, as many as bring the participants of a year up to the published number for each who finished.
/// </summary>
internal sealed class JobPlan
{
    private const int MonthsPerYear = 12;
    private const int FewestToMove = 3;
    private readonly ProjectIndex _projects;
    private readonly RandomSource _random;
    private readonly int[] _durations;
    private readonly double _ratio;
    private readonly Dictionary<int, int> _earlier = [];

    private JobPlan(RawTables tables, Persons persons, ProjectIndex projects, double ratio, RandomSource random)
    {
        _projects = projects;
        _random = random;
        _durations = persons.Values(tables.Register(RawTables.Jobbsjansen).Columns.First(c => c.Content == RawContent.Duration).Target);
        _ratio = ratio;
        Participants = _projects.NewCounts();
        Careers = [];
    }

    /// <summary>Everyone; the persons drawn first, in their order.</summary>
    public IReadOnlyList<JobCareer> Careers { get; private set; }

    /// <summary>Number who took part, by project and year.</summary>
    public int[,] Participants { get; }

    /// <summary>Wages of the project-years.</summary>
    public WageTarget Wages { get; private set; } = null!;

    /// <summary>The projects.</summary>
    public ProjectIndex Projects => _projects;

    /// <summary>Makes a plan.</summary>
    /// <param name="tables">Weights.</param>
    /// <param name="persons">Persons drawn.</param>
    /// <param name="rows">Those of Jobbsjansen.</param>
    /// <param name="facts">Wages, which decide how many take part for each who finishes.</param>
    /// <param name="random">Random numbers.</param>
    public static JobPlan Make(RawTables tables, Persons persons, int[] rows, SyntheticFacts facts, RandomSource random)
    {
        var projects = new ProjectIndex(persons, rows);
        var wages = new WageTarget(
            facts,
            projects,
            tables.Whole(RawConstants.FewestComplete),
            tables.Constant(RawConstants.WagesPerProjectJobbsjansen)
        );
        var seed = random.Next();
        JobPlan Plan(double ratio) => Make(tables, persons, rows, projects, ratio, new RandomSource(seed));
        var plan = Plan(wages.Ratio(r => Plan(r).Participants) ?? tables.Constant(RawConstants.ParticipantsPerExitJobbsjansen));
        plan.Wages = wages;
        return plan;
    }

    private static JobPlan Make(RawTables tables, Persons persons, int[] rows, ProjectIndex projects, double ratio, RandomSource random)
    {
        var plan = new JobPlan(tables, persons, projects, ratio, random);
        foreach (var row in rows)
        {
            plan._earlier[row] = Math.Max(0, plan._durations[row] - 1) / MonthsPerYear;
            plan.Count(row, persons.Years[row] - plan._earlier[row], persons.Years[row]);
        }

        for (var project = 0; project < plan._projects.Count; project++)
        {
            plan.MoveStarts(project, persons);
        }

        var careers = new List<JobCareer>();
        foreach (var row in rows)
        {
            var year = persons.Years[row];
            var first = Math.Max(plan._projects.FirstYear, year - plan._earlier[row]);
            careers.Add(new JobCareer(row, true, first, year, plan.LastMonth(row)));
        }

        plan.AddLater(careers);
        plan.Careers = careers;
        return plan;
    }

    /// <summary>Lets some of those who finished the year after have begun a year earlier, the longest first, until there are participants enough.</summary>
    private void MoveStarts(int project, Persons persons)
    {
        for (var year = _projects.LastYear - 1; year >= _projects.FirstYear; year--)
        {
            var index = year - _projects.FirstYear;
            var lack = (int)Math.Round(_ratio * _projects.Finished[project, index]) - Participants[project, index];
            if (lack <= 0)
            {
                continue;
            }

            var movable = _projects
                .Members[project]
                .Where(r => persons.Years[r] == year + 1 && _earlier[r] == 0 && _durations[r] >= FewestToMove)
                .OrderByDescending(r => _durations[r])
                .ThenBy(r => r);
            foreach (var row in movable.Take(lack))
            {
                _earlier[row] = 1;
                Participants[project, index]++;
            }
        }
    }

    private int LastMonth(int row)
    {
        var (duration, earlier) = (_durations[row], _earlier[row]);
        if (earlier == 0)
        {
            return MonthsPerYear - _random.Below(MonthsPerYear - Math.Clamp(duration, 0, MonthsPerYear - 1));
        }

        // In the first year at least one month, and not more than there are.
        var latest = Math.Min(MonthsPerYear, duration - 1 - MonthsPerYear * (earlier - 1));
        var first = Math.Max(1, duration - MonthsPerYear * earlier);
        return first + _random.Below(latest - first + 1);
    }

    private void AddLater(List<JobCareer> careers)
    {
        var last = _projects.LastYear - _projects.FirstYear;
        for (var project = 0; project < _projects.Count; project++)
        {
            var members = _projects.Members[project];
            var lack = (int)Math.Round(_ratio * _projects.Finished[project, last]) - Participants[project, last];
            for (var i = 0; i < lack; i++)
            {
                var donor = members[_random.Below(members.Count)];
                careers.Add(new JobCareer(donor, false, _projects.LastYear, _projects.LastYear, 1 + _random.Below(MonthsPerYear)));
                Count(donor, _projects.LastYear, _projects.LastYear);
            }
        }
    }

    private void Count(int person, int firstYear, int lastYear)
    {
        for (var year = Math.Max(firstYear, _projects.FirstYear); year <= lastYear; year++)
        {
            Participants[_projects.Of(person), year - _projects.FirstYear]++;
        }
    }
}
