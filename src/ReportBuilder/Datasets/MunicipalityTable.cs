using System.Collections.Concurrent;
using System.Collections.Frozen;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>
/// Which municipalities there were each year, facts on them, and what they became. Read from <c>data/kommuner.csv</c> and
/// <c>data/kommuneendringer.csv</c>. Immutable.
/// </summary>
public sealed class MunicipalityTable
{
    private readonly FrozenDictionary<(int Year, string Code), Municipality> _byKey;
    private readonly ILookup<(int Year, string Code), string> _forward;
    private readonly ILookup<(int Year, string Code), string> _backward;

    // Asked for once a participant, of few numbers.
    private readonly ConcurrentDictionary<(int Year, string Code), Municipality?> _current = new();

    /// <summary>Makes a table.</summary>
    /// <param name="municipalities">All municipalities of all years; year and code are unique together.</param>
    /// <param name="changes">All changes of number between those years.</param>
    public MunicipalityTable(IReadOnlyList<Municipality> municipalities, IReadOnlyList<MunicipalityChange> changes)
    {
        _byKey = municipalities.ToFrozenDictionary(m => (m.Year, m.Code));
        Years = [.. municipalities.Select(m => m.Year).Distinct().Order()];
        var byYear = municipalities.ToLookup(m => m.Year);
        ByYear = Years.ToFrozenDictionary(
            y => y,
            y => (IReadOnlyList<Municipality>)[.. byYear[y].OrderBy(m => m.Code, StringComparer.Ordinal)]
        );
        _forward = changes.ToLookup(c => (c.Year, c.OldCode), c => c.NewCode);
        _backward = changes.ToLookup(c => (c.Year, c.NewCode), c => c.OldCode);
    }

    /// <summary>The years covered, ascending.</summary>
    public IReadOnlyList<int> Years { get; }

    private FrozenDictionary<int, IReadOnlyList<Municipality>> ByYear { get; }

    /// <summary>
    /// Reads both files. Null when one cannot be used; the bag then says why (RB2001–RB2016; RB2040 for a municipality that stands
    /// twice, RB2041 for a date that is not one).
    /// </summary>
    public static MunicipalityTable? Read(
        string municipalitiesPath,
        string municipalitiesShownAs,
        string changesPath,
        string changesShownAs,
        DiagnosticBag bag
    ) => new MunicipalityReader(bag).Read(municipalitiesPath, municipalitiesShownAs, changesPath, changesShownAs);

    /// <summary>True when a municipality with the number existed in the year.</summary>
    public bool Exists(int year, string code) => _byKey.ContainsKey((year, code));

    /// <summary>The municipality, or null.</summary>
    public Municipality? Find(int year, string code) => _byKey.GetValueOrDefault((year, code));

    /// <summary>All municipalities of a year by number; none for a year that is not covered.</summary>
    public IReadOnlyList<Municipality> InYear(int year) => ByYear.GetValueOrDefault(year, []);

    /// <summary>Numbers that a municipality of one year has in a later one; several when it was divided.</summary>
    public IReadOnlyList<string> Successors(string code, int fromYear, int toYear)
    {
        IEnumerable<string> codes = [code];
        for (var year = fromYear + 1; year <= toYear; year++)
        {
            codes = Step(codes, year, _forward, year);
        }

        return [.. codes.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Numbers that a municipality of one year had in an earlier one; several when it was merged.</summary>
    public IReadOnlyList<string> Predecessors(string code, int fromYear, int toYear)
    {
        IEnumerable<string> codes = [code];
        for (var year = fromYear; year > toYear; year--)
        {
            codes = Step(codes, year, _backward, year - 1);
        }

        return [.. codes.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The municipalities of a year that cover the area of a number of another year: what it became, or what it was made of. Empty
    /// when the number is not known in any year.
    /// </summary>
    public IReadOnlyList<Municipality> SameAreaIn(int year, string code)
    {
        var existed = Years.Where(y => Exists(y, code)).OrderBy(y => Math.Abs(y - year)).ThenBy(y => y).ToList();
        if (existed.Count == 0)
        {
            return [];
        }

        var codes = existed[0] < year ? Successors(code, existed[0], year) : Predecessors(code, existed[0], year);
        return [.. codes.Select(c => Find(year, c)).OfType<Municipality>()];
    }

    /// <summary>The one municipality of the last year that a municipality belongs to; for a divided one, its most populous successor.</summary>
    /// <exception cref="ArgumentException">There was no such municipality that year.</exception>
    public Municipality Current(int year, string code) =>
        _current.GetOrAdd((year, code), LargestSuccessor)
        ?? throw new ArgumentException($"No municipality '{code}' in {year}.", nameof(code));

    private Municipality? LargestSuccessor((int Year, string Code) key) =>
        Successors(key.Code, key.Year, Years[^1]).Select(c => Find(Years[^1], c)).OfType<Municipality>().MaxBy(m => m.Population);

    private IEnumerable<string> Step(IEnumerable<string> codes, int year, ILookup<(int, string), string> links, int target) =>
        [.. codes.SelectMany(c => links.Contains((year, c)) ? links[(year, c)] : [c]).Where(c => Exists(target, c))];
}
