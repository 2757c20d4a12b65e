using ReportBuilder.Editions;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Places of one kind (municipalities, groups, counties, the country) and their counts.</summary>
/// <param name="Scope">What the places are to a municipality in them, as in ids.</param>
/// <param name="Counts">Their counts.</param>
/// <param name="PlaceOf">For each municipality, the place that it belongs to.</param>
internal sealed record CountLayer(string Scope, PlaceCounts Counts, IReadOnlyList<int> PlaceOf)
{
    /// <summary>The places where someone has finished a scheme, in order.</summary>
    public IEnumerable<int> PlacesWith(Scheme scheme) => Enumerable.Range(0, Counts.PlaceCount).Where(place => Counts.Has(place, scheme));
}

/// <summary>The same persons counted by municipality and by each kind of larger place.</summary>
/// <param name="Own">The municipalities.</param>
/// <param name="Similar">The groups of comparable ones.</param>
/// <param name="County">The counties.</param>
/// <param name="Nation">The country, one place.</param>
internal sealed record CountLayers(CountLayer Own, CountLayer Similar, CountLayer County, CountLayer Nation)
{
    /// <summary>All kinds, in the order of <see cref="BriefingScope.All"/>.</summary>
    public IReadOnlyList<CountLayer> All => [Own, Similar, County, Nation];

    /// <summary>Sums the counts of municipalities.</summary>
    public static CountLayers Of(PlaceCounts counts, ParticipantPlaces places, ComparableGroups groups)
    {
        int[] nation = new int[counts.PlaceCount];
        return new CountLayers(
            new CountLayer(BriefingScope.Own, counts, [.. Enumerable.Range(0, counts.PlaceCount)]),
            new CountLayer(BriefingScope.Similar, counts.SumBy(groups.Groups.Count, groups.GroupOf), groups.GroupOf),
            new CountLayer(BriefingScope.County, counts.SumBy(places.CountyCodes.Count, places.CountyOf), places.CountyOf),
            new CountLayer(BriefingScope.Nation, counts.SumBy(1, nation), nation)
        );
    }
}
