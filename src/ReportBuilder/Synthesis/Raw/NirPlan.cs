using System.Runtime.CompilerServices;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Who stands in NIR, and when they took part: all who finished in the period, some who finished the year before, and as many who go on after it as bring the
/// participants of a year up to the published number for each who finished.
/// </summary>
internal sealed class NirPlan
{
    private const int MonthsPerYear = 12;
    private readonly RawTables _tables;
    private readonly RandomSource _random;
    private readonly ProjectIndex _projects;
    private readonly Persons _persons;
    private readonly WeightedChoice _months;
    private readonly int[] _durations;
    private readonly int[] _residences;
    private readonly List<NirStay> _others = [];

    private NirPlan(RawTables tables, Persons persons, int[] rows, RandomSource random)
    {
        (_tables, _persons, _random) = (tables, persons, random);
        _projects = new ProjectIndex(persons, rows);
        _months = tables.Register(RawTables.Nir).Free(MonthOfExit);
        var columns = tables.Register(RawTables.Nir).Columns;
        _durations = persons.Values(columns.First(c => c.Content == RawContent.Start).Target);
        _residences = persons.Values(columns.First(c => c.Content == RawContent.FirstDecision).Target);
        Participants = _projects.NewCounts();
        Stays = [];
    }

    /// <summary>Name of the months of exit among the categories tied to nothing harmonised.</summary>
    public const string MonthOfExit = "maaned";

    /// <summary>All lines; those of the persons drawn in their order.</summary>
    public IReadOnlyList<NirStay> Stays { get; private set; }

    /// <summary>Number who took part, by project and year.</summary>
    public int[,] Participants { get; }

    /// <summary>Wages of the project-years.</summary>
    public WageTarget Wages { get; private set; } = null!;

    /// <summary>The projects.</summary>
    public ProjectIndex Projects => _projects;

    /// <summary>Makes a plan.</summary>
    /// <param name="tables">Weights.</param>
    /// <param name="persons">Persons drawn.</param>
    /// <param name="rows">Those of introduksjonsprogrammet.</param>
    /// <param name="facts">Wages, which decide how many take part for each who finishes.</param>
    /// <param name="random">Random numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NirPlan Make(RawTables tables, Persons persons, int[] rows, SyntheticFacts facts, RandomSource random)
    {
        var plan = new NirPlan(tables, persons, rows, random);
        var stays = new NirStay[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            stays[i] = plan.Stay(rows[i], rows[i], true, persons.Years[rows[i]]);
            plan.Count(stays[i]);
        }

        plan.AddEarlier(rows);
        plan.Wages = new WageTarget(
            facts,
            plan._projects,
            tables.Whole(RawConstants.FewestComplete),
            tables.Constant(RawConstants.WagesPerProjectNir)
        );
        var ratio = plan.Wages.Ratio(plan.Planned) ?? tables.Constant(RawConstants.ParticipantsPerExitNir);
        for (var project = 0; project < plan._projects.Count; project++)
        {
            plan.AddLater(project, ratio);
        }

        plan.Stays = plan.Mix(stays);
        return plan;
    }

    private NirStay Stay(int person, int donor, bool isTrue, int exitYear)
    {
        var exit = NirDates.In(exitYear, 1 + _months.Draw(_random), _random);
        var (decision, start) = NirDates.Draw(
            exit,
            _residences[donor],
            _durations[donor],
            _tables.Whole(RawConstants.DecisionLead),
            _random
        );
        return new NirStay(person, isTrue, decision, start, exit);
    }

    private void AddEarlier(int[] rows)
    {
        var count = (int)Math.Round(rows.Length * _tables.Constant(RawConstants.ExitsBefore) / 100);
        int[] first = [.. rows.Where(r => _persons.Years[r] == _projects.FirstYear)];
        for (var i = 0; i < count && first.Length > 0; i++)
        {
            var donor = first[_random.Below(first.Length)];
            _others.Add(Stay(donor, donor, false, _projects.FirstYear - 1));
        }
    }

    /// <summary>
    /// Those who go on after the period. The median of the costs leaves hardly room for any, since so many of the earlier years are still there; but where a
    /// project-year cannot move the median, as many as published for each who finishes have begun in the last year.
    /// </summary>
    private void AddLater(int project, double ratio)
    {
        var members = _projects.Members[project];
        var lacks = Lacks(project, ratio);
        var last = lacks.Length - 1;
        var planned = Participants[project, last] + lacks[last];
        var wanted = (int)Math.Round(_tables.Constant(RawConstants.ParticipantsPerExitNir) * _projects.Finished[project, last]);
        if (wanted > planned && Wages.MayGrow(project, _projects.LastYear, planned, wanted))
        {
            lacks[last] += wanted - planned;
        }

        for (var year = 0; year < lacks.Length; year++)
        {
            for (var i = year == 0 ? 0 : lacks[year - 1]; i < lacks[year]; i++)
            {
                var stay = Later(members[_random.Below(members.Count)], _projects.FirstYear + year);
                _others.Add(stay);
                Count(stay);
            }
        }
    }

    /// <summary>Participants when there are to be so many for each who finishes.</summary>
    private int[,] Planned(double ratio)
    {
        var planned = (int[,])Participants.Clone();
        for (var project = 0; project < _projects.Count; project++)
        {
            var lacks = Lacks(project, ratio);
            for (var year = 0; year < lacks.Length; year++)
            {
                planned[project, year] += lacks[year];
            }
        }

        return planned;
    }

    /// <summary>
    /// Persons to add by year. Whoever takes part in a year and goes on after the period also takes part in all later years, so the years are filled from the last.
    /// </summary>
    private int[] Lacks(int project, double ratio)
    {
        var lacks = new int[_projects.LastYear - _projects.FirstYear + 1];
        var fewest = int.MaxValue;
        for (var year = lacks.Length - 1; year >= 0; year--)
        {
            var target = (int)Math.Round(ratio * _projects.Finished[project, year]);
            fewest = Math.Min(fewest, Math.Max(0, target - Participants[project, year]));
            lacks[year] = fewest;
        }

        return lacks;
    }

    private NirStay Later(int donor, int startYear)
    {
        var start = new DateOnly(startYear, 1 + _random.Below(MonthsPerYear), NirDates.Day(_random));
        var decision = start.AddMonths(-_random.Below(_tables.Whole(RawConstants.DecisionLead) + 1));
        DateOnly? exit = _tables.Happens(RawConstants.ExitsAfter, _random)
            ? NirDates.In(_projects.LastYear + 1, 1 + _random.Below(MonthsPerYear / 2), _random)
            : null;
        return new NirStay(donor, false, decision, start, exit);
    }

    private void Count(NirStay stay)
    {
        var project = _projects.Of(stay.Person);
        for (var year = Math.Max(_projects.FirstYear, stay.FirstYear); year <= stay.LastYear(_projects.LastYear); year++)
        {
            Participants[project, year - _projects.FirstYear]++;
        }
    }

    /// <summary>The others stand here and there among those drawn, who keep their order.</summary>
    private NirStay[] Mix(NirStay[] stays)
    {
        _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_others));
        var mixed = new NirStay[stays.Length + _others.Count];
        var (drawn, other) = (0, 0);
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = _random.Below(mixed.Length - i) < _others.Count - other ? _others[other++] : stays[drawn++];
        }

        return mixed;
    }
}
