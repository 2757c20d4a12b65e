using System.Collections.Frozen;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>
/// Tells municipalities of a year from the other regions of a table. SSB's variable Region holds the country (0), counties (two digits),
/// districts (six), places outside the municipalities (Svalbard, the continental shelf, «uoppgitt») and all numbers that were ever in use,
/// with nil or a sign in the years when they were not.
/// </summary>
internal sealed class RegionCodes
{
    private readonly MunicipalityTable _municipalities;
    private readonly int _year;
    private readonly DiagnosticBag _bag;
    private readonly FrozenSet<string> _counties;
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>Makes it for one year.</summary>
    public RegionCodes(MunicipalityTable municipalities, int year, DiagnosticBag bag)
    {
        _municipalities = municipalities;
        _year = year;
        _bag = bag;
        _counties = municipalities.Years.SelectMany(municipalities.InYear).Select(m => m.CountyCode).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// True for a municipality of the year. A code of a grouping (K-0301) is refused (RB2336), once for each file; a number that was not in
    /// use that year but has a value other than nil is a warning (RB2337) with what the area was called.
    /// </summary>
    /// <param name="code">The code.</param>
    /// <param name="value">Its value, or null.</param>
    /// <param name="file">The file as shown to the user.</param>
    /// <param name="column">The column that is read.</param>
    /// <param name="tells">False when the same table has been gone through before.</param>
    public bool IsMunicipality(string code, double? value, string file, string column, bool tells)
    {
        if (code.StartsWith("K-", StringComparison.Ordinal) || code.StartsWith("K.", StringComparison.Ordinal))
        {
            if (tells && _refused.Add(file))
            {
                _bag.Add(Diagnostic.Error("RB2336", new SourcePlace(file)) with { Found = code, Expected = code[2..] });
            }

            return false;
        }

        if (code.Length != 4 || !code.All(char.IsAsciiDigit))
        {
            return false;
        }

        if (_municipalities.Exists(_year, code))
        {
            return true;
        }

        if (tells && value is { } known and not 0 && _counties.Contains(code[..2]))
        {
            var then = _municipalities.SameAreaIn(_year, code).Select(m => m.Code + " " + m.Name).ToList();
            _bag.Add(
                Diagnostic.Warning("RB2337", new SourcePlace(file), code, _year.ToText(), column) with
                {
                    Found = known.ToText(),
                    Nearest = then.Count == 0 ? null : string.Join(", ", then),
                }
            );
        }

        return false;
    }
}
