using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Spreads participants over real municipalities: as refugees in the population to a power, times a lasting local deviation. A
/// scheme that not all run goes to the same places from year to year, mostly large ones.
/// </summary>
internal static class MunicipalitySpread
{
    /// <summary>Makes the rows, in order of scheme, year and municipality number.</summary>
    public static Population Spread(
        SyntheticParameters parameters,
        MunicipalityTable municipalities,
        DatasetSchema schema,
        RandomSource random
    )
    {
        var last = municipalities.InYear(municipalities.Years[^1]);
        var areaOf = last.Select((m, i) => (m.Code, i)).ToDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
        var deviation = random.Normals(last.Count).Select(z => Math.Max(0.2, 1 + parameters.SizeSpread * z)).ToArray();
        var inclination = random.Normals(last.Count);
        var (schemes, places, areas) = (new List<int>(), new List<Municipality>(), new List<int>());
        foreach (var year in parameters.Years)
        {
            var candidates = municipalities
                .InYear(year.Year)
                .Select(m => (Municipality: m, Area: areaOf[municipalities.Current(m.Year, m.Code).Code]))
                .OrderByDescending(c => Size(c.Municipality, year) * (1 + 0.25 * inclination[c.Area]))
                .ThenBy(c => c.Municipality.Code, StringComparer.Ordinal)
                .Take(year.Municipalities ?? int.MaxValue)
                .OrderBy(c => c.Municipality.Code, StringComparer.Ordinal)
                .ToList();
            var counts = Quotas.LargestRemainder([.. candidates.Select(c => Size(c.Municipality, year) * deviation[c.Area])], year.Count);
            for (var c = 0; c < counts.Length; c++)
            {
                schemes.AddRange(Enumerable.Repeat(year.Scheme, counts[c]));
                places.AddRange(Enumerable.Repeat(candidates[c].Municipality, counts[c]));
                areas.AddRange(Enumerable.Repeat(candidates[c].Area, counts[c]));
            }
        }

        return new Population(schema, [.. schemes], [.. places], [.. areas], last.Count);
    }

    private static double Size(Municipality municipality, SchemeYear year) =>
        Math.Round(Math.Pow(Math.Max(1, municipality.Refugees), year.SizeExponent), 6);
}
