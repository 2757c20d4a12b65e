using ReportBuilder.Datasets;

namespace ReportBuilder.Harmonise;

/// <summary>A person's participation in Jobbsjansen in one reporting year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Finished">True when the person finished in it.</param>
/// <param name="Months">Months since the start, at the exit or at the end of the year; 0 when not known.</param>
internal readonly record struct JobSpell(int Year, bool Finished, int Months);

/// <summary>The persons of all registers by their number, which is the same in both, and what has been seen of them.</summary>
internal sealed class Persons
{
    private readonly TextPool _keys = new();
    private readonly List<PersonSeen> _seen = [];
    private readonly List<short> _lastYear = [];
    private readonly Dictionary<int, List<JobSpell>> _spells = [];

    /// <summary>Index of a person, new or known.</summary>
    public int Index(ReadOnlySpan<byte> key)
    {
        var index = _keys.Add(key);
        if (index == _seen.Count)
        {
            _seen.Add(PersonSeen.Nowhere);
            _lastYear.Add(0);
        }

        return index;
    }

    /// <summary>Notes that something was seen of a person; true when it was not known before.</summary>
    public bool Note(int person, PersonSeen what)
    {
        var isNew = (_seen[person] & what) == PersonSeen.Nowhere;
        _seen[person] |= what;
        return isNew;
    }

    /// <summary>True when something has been seen of a person.</summary>
    public bool Has(int person, PersonSeen what) => (_seen[person] & what) != PersonSeen.Nowhere;

    /// <summary>Notes the year of a record of Jobbsjansen; false when the person stood in that year's file before.</summary>
    public bool NoteYear(int person, int year)
    {
        var isNew = _lastYear[person] != year;
        _lastYear[person] = (short)year;
        return isNew;
    }

    /// <summary>Adds a year in Jobbsjansen.</summary>
    public void Add(int person, JobSpell spell)
    {
        if (!_spells.TryGetValue(person, out var spells))
        {
            _spells.Add(person, spells = []);
        }

        spells.Add(spell);
    }

    /// <summary>
    /// True when participation in introduksjonsprogrammet must have overlapped with Jobbsjansen, whenever in the reporting year the person finished
    /// there. Having gone from one scheme to the other is no contradiction.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="start">First day in introduksjonsprogrammet.</param>
    /// <param name="end">Last day, or null when the person still takes part.</param>
    public bool Overlaps(int person, DateOnly start, DateOnly? end)
    {
        if (!_spells.TryGetValue(person, out var spells))
        {
            return false;
        }

        foreach (var spell in spells)
        {
            var latestStart = new DateOnly(spell.Year, 12, 31).AddMonths(-spell.Months);
            var earliestEnd = spell.Finished ? new DateOnly(spell.Year, 1, 1) : new DateOnly(spell.Year, 12, 31);
            if (start <= earliestEnd && (end is null || end >= latestStart))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What has been seen of a person.</summary>
[Flags]
internal enum PersonSeen : byte
{
    /// <summary>Nothing yet.</summary>
    Nowhere = 0,

    /// <summary>A record in NIR.</summary>
    Nir = 1,

    /// <summary>An exit from Jobbsjansen.</summary>
    JobExit = 2,

    /// <summary>Participation in both at the same time.</summary>
    Both = 4,
}
