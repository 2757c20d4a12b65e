using System.Collections.Immutable;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Puts the numbers of each municipality together with those of its group, county and country, which are made once.</summary>
internal sealed class BriefingWriter
{
    private readonly ParticipantPlaces _places;
    private readonly PlaceCounts _counts;
    private readonly ComparableGroups _groups;
    private readonly EditionOrigin _origin;
    private readonly int _minimum;
    private readonly ScopeNumbers[] _own;
    private readonly Quantity[][] _ofGroups;
    private readonly Quantity[][] _ofCounties;
    private readonly Quantity[] _ofNation;

    public BriefingWriter(ParticipantPlaces places, PlaceCounts counts, ComparableGroups groups, EditionOrigin origin, int minimum)
    {
        _places = places;
        _counts = counts;
        _groups = groups;
        _origin = origin;
        _minimum = minimum;
        _own = Names(BriefingScope.Own);
        _ofGroups = Shared(BriefingScope.Similar, groups.Groups.Count, groups.GroupOf);
        _ofCounties = Shared(BriefingScope.County, places.CountyCodes.Count, places.CountyOf);
        _ofNation = Shared(BriefingScope.Nation, 1, [.. places.Municipalities.Select(_ => 0)])[0];
    }

    /// <summary>Writes the briefing of a municipality.</summary>
    public Briefing Write(int municipality, MunicipalityHistory history)
    {
        Quantity[] quantities =
        [
            .. Numbers(_own, _counts, municipality),
            .. _ofGroups[_groups.GroupOf[municipality]],
            .. _ofCounties[_places.CountyOf[municipality]],
            .. _ofNation,
        ];
        var group = _groups.Groups[_groups.GroupOf[municipality]];
        return new Briefing
        {
            Municipality = _places.Municipalities[municipality],
            Schemes = [.. Breakdown.Schemes.Where(s => _counts.Has(municipality, s))],
            Edition = new Edition
            {
                Quantities = ImmutableSortedDictionary.CreateRange(
                    StringComparer.Ordinal,
                    quantities.Select(q => KeyValuePair.Create(q.Id.Value, q))
                ),
                Facts = Facts(group),
                Tables = [],
                Figures = [],
                Origin = _origin,
            },
            Group = group.Number,
            Formerly = history.Formerly,
            IsTouchedByDivision = history.IsTouchedByDivision,
        };
    }

    private static ImmutableSortedDictionary<string, CategoryFact> Facts(ComparableGroup group)
    {
        CategoryFact[] facts =
        [
            CategoryFact.Of(BriefingIds.GroupFact(ComparableGroup.SizeVariable), ComparableGroup.SizeVariable, group.Sizes),
            CategoryFact.Of(
                BriefingIds.GroupFact(ComparableGroup.CentralityVariable),
                ComparableGroup.CentralityVariable,
                group.Centralities
            ),
            CategoryFact.Of(
                BriefingIds.GroupFact(ComparableGroup.StartingPointVariable),
                ComparableGroup.StartingPointVariable,
                group.StartingPoint
            ),
        ];
        return facts.ToImmutableSortedDictionary(f => f.Id.Value, f => f, StringComparer.Ordinal);
    }

    private static ScopeNumbers[] Names(string scope) => [.. Breakdown.Schemes.Select(s => new ScopeNumbers(scope, s))];

    private Quantity[][] Shared(string scope, int count, IReadOnlyList<int> partOf)
    {
        var names = Names(scope);
        var sums = _counts.SumBy(count, partOf);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(place =>
                {
                    var members = partOf.Index().Where(p => p.Item == place).Select(p => p.Index).ToList();
                    return (Quantity[])
                        [
                            .. Numbers(names, sums, place),
                            Printed.Count(BriefingIds.Municipalities(scope), members.Count),
                            .. Breakdown.Schemes.Select(s =>
                                Printed.Count(BriefingIds.Municipalities(scope, s), members.Count(m => _counts.Has(m, s)))
                            ),
                        ];
                }),
        ];
    }

    private IEnumerable<Quantity> Numbers(ScopeNumbers[] names, PlaceCounts counts, int place) =>
        Breakdown.Schemes.SelectMany((s, i) => names[i].Of(counts.Of(place, s), Visibility.Hidden(counts.Of(place, s), _minimum)));
}
