using ReportBuilder.Datasets;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>What a municipality of the last year was before.</summary>
/// <param name="Formerly">The municipalities of the first year whose participants are counted here, by number; empty when only its number has changed, or nothing.</param>
/// <param name="IsTouchedByDivision">True when a municipality that was divided is counted here as a whole, or was counted with another although a part of it came here.</param>
internal sealed record MunicipalityHistory(IReadOnlyList<Municipality> Formerly, bool IsTouchedByDivision)
{
    /// <summary>Finds the history between two years.</summary>
    /// <param name="table">The municipalities.</param>
    /// <param name="municipality">One of the last year.</param>
    /// <param name="firstYear">First year of the data; the table's first year when that is later.</param>
    public static MunicipalityHistory Of(MunicipalityTable table, Municipality municipality, int firstYear)
    {
        var first = Math.Max(firstYear, table.Years[0]);
        var last = table.Years[^1];
        List<Municipality> parts = [];
        var isDivided = false;
        // A division may come after a merger, so every year is looked at.
        for (var year = first; year < last; year++)
        {
            foreach (var old in table.Predecessors(municipality.Code, last, year).Select(code => table.Find(year, code)!))
            {
                isDivided |= table.Successors(old.Code, year, last).Count > 1;
                if (year == first && table.Current(year, old.Code).Code == municipality.Code)
                {
                    parts.Add(old);
                }
            }
        }

        var isAsItWas = parts.Count <= 1 && !isDivided;
        return new MunicipalityHistory(isAsItWas ? [] : parts, isDivided);
    }
}
