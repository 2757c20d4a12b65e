using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>Which present-day municipality each municipality of each year belongs to: one and the same place through the years.</summary>
internal sealed class AreaIndex
{
    private readonly Dictionary<Municipality, int> _areaOf;
    private readonly Dictionary<string, int> _areaOfCode;
    private readonly string[] _codes;

    /// <summary>Follows every municipality to the last year.</summary>
    public AreaIndex(MunicipalityTable municipalities)
    {
        _codes = [.. municipalities.InYear(municipalities.Years[^1]).Select(m => m.Code)];
        _areaOfCode = _codes.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        All = [.. municipalities.Years.SelectMany(municipalities.InYear)];
        // The table has one object for each municipality-year, and comparing ten fields again and again takes time.
        _areaOf = new Dictionary<Municipality, int>(All.Count, ReferenceEqualityComparer.Instance);
        foreach (var municipality in All)
        {
            _areaOf.Add(municipality, _areaOfCode[municipalities.Current(municipality.Year, municipality.Code).Code]);
        }
    }

    /// <summary>Number of present-day municipalities.</summary>
    public int Count => _codes.Length;

    /// <summary>The municipalities of all years, by year and number.</summary>
    public IReadOnlyList<Municipality> All { get; }

    /// <summary>The place of a municipality of the table.</summary>
    public int Of(Municipality municipality) => _areaOf[municipality];

    /// <summary>The place of a present number.</summary>
    public int Of(string code) => _areaOfCode[code];

    /// <summary>The present number of a place.</summary>
    public string Code(int area) => _codes[area];
}
