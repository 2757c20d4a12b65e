using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Harmonise;

/// <summary>
/// Municipalities and projects of the records, and how many persons took part in each project each year. A municipality is known by
/// its index in the pool of numbers, a project by its index in the pool of ids.
/// </summary>
internal sealed class ProjectPlaces(MunicipalityTable municipalities, TextPool numbers, IReadOnlyList<int> years)
{
    private readonly TextPool _projects = new();
    private readonly TextPool _names = new();
    private readonly Dictionary<(int Number, int Year), string?> _current = [];
    private readonly Dictionary<(int Number, int Year, int Name), int> _known = [];
    private readonly List<int[]> _persons = [];
    private readonly Dictionary<(string File, int Number, int Year), (SourcePlace Place, int Count)> _wrong = [];

    /// <summary>Id of a project.</summary>
    public ReadOnlySpan<byte> Project(int project) => _projects[project];

    /// <summary>A municipality number.</summary>
    public ReadOnlySpan<byte> Number(int number) => numbers[number];

    /// <summary>The facts of a municipality that existed in the year.</summary>
    public Municipality Municipality(int number, int year) => municipalities.Find(year, Encoding.UTF8.GetString(numbers[number]))!;

    /// <summary>Index of the programme of a municipality, or −1 where there was no such municipality.</summary>
    public int Introduction(int number, int year)
    {
        if (!_known.TryGetValue((number, year, -1), out var project))
        {
            project = Current(number, year) is { } code ? Add(ProjectId.Introduction(code)) : -1;
            _known.Add((number, year, -1), project);
        }

        return project;
    }

    /// <summary>Index of a project of Jobbsjansen, or −1 where there was no such municipality.</summary>
    public int Jobbsjansen(int number, int year, ReadOnlySpan<byte> name)
    {
        var key = (number, year, _names.Add(name));
        if (!_known.TryGetValue(key, out var project))
        {
            project = Current(number, year) is { } code ? Add(ProjectId.Jobbsjansen(code, Encoding.UTF8.GetString(name))) : -1;
            _known.Add(key, project);
        }

        return project;
    }

    /// <summary>True when the municipality existed in the year.</summary>
    public bool Exists(int number, int year) => Current(number, year) is not null;

    /// <summary>A year nearest to another in which there was such a municipality, or null.</summary>
    public int? NearestYear(int number, int year) =>
        Exists(number, year)
            ? year
            : municipalities.Years.Where(y => Exists(number, y)).OrderBy(y => Math.Abs(y - year)).Select(y => (int?)y).FirstOrDefault();

    /// <summary>Counts a person in a project in a year of the period.</summary>
    public void CountPerson(int project, int year)
    {
        if (year >= years[0] && year <= years[^1])
        {
            _persons[project][year - years[0]]++;
        }
    }

    /// <summary>Persons who took part in a project in a year.</summary>
    public int Persons(int project, int year) => _persons[project][year - years[0]];

    /// <summary>Index of a project by id; one that no record has named has no persons.</summary>
    public int Add(string id)
    {
        var known = _projects.Count;
        var index = _projects.Add(Encoding.UTF8.GetBytes(id));
        if (index == known)
        {
            _persons.Add(new int[years.Count]);
        }

        return index;
    }

    /// <summary>Notes a number that did not exist in the year.</summary>
    public void Wrong(RegisterFile file, int variable, int number, int year)
    {
        var key = (file.ShownAs, number, year);
        _wrong[key] = _wrong.TryGetValue(key, out var known) ? (known.Place, known.Count + 1) : (file.Place(variable), 1);
    }

    /// <summary>Reports the numbers that did not exist, with what their area was called (RB2253).</summary>
    public void Report(DiagnosticBag bag)
    {
        foreach (var ((_, number, year), (place, count)) in _wrong)
        {
            var code = Encoding.UTF8.GetString(numbers[number]);
            var then = municipalities.SameAreaIn(year, code);
            bag.Add(
                Diagnostic.Error("RB2253", place, year.ToText(), count.ToText()) with
                {
                    Found = code,
                    Expected = then.Count == 0 ? null : string.Join(", ", then.Select(m => $"{m.Code} {m.Name}")),
                }
            );
        }
    }

    private string? Current(int number, int year)
    {
        if (!_current.TryGetValue((number, year), out var code))
        {
            var own = Encoding.UTF8.GetString(numbers[number]);
            code = municipalities.Exists(year, own) ? municipalities.Current(year, own).Code : null;
            _current.Add((number, year), code);
        }

        return code;
    }
}
