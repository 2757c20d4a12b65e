using System.Collections.Immutable;
using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>What briefings are put together from.</summary>
/// <param name="Places">The municipalities.</param>
/// <param name="Groups">The groups of comparable ones.</param>
/// <param name="Layers">The counts.</param>
/// <param name="Hidden">Which of them may not be shown.</param>
/// <param name="Contributions">Actual against expected, for each scheme in the order of <see cref="Breakdown.Schemes"/>.</param>
/// <param name="Wages">Wages of projects.</param>
/// <param name="Facts">Facts on municipalities.</param>
/// <param name="Common">Numbers that are the same in all briefings.</param>
internal sealed record BriefingParts(
    ParticipantPlaces Places,
    ComparableGroups Groups,
    CountLayers Layers,
    HiddenCounts Hidden,
    IReadOnlyList<MunicipalContributions> Contributions,
    ProjectWages Wages,
    PlaceFacts Facts,
    IReadOnlyList<Quantity> Common
);

/// <summary>Puts the numbers of each municipality together with those of its group, county and country, which are made once.</summary>
internal sealed class BriefingWriter
{
    private readonly BriefingParts _parts;
    private readonly EditionOrigin _origin;
    private readonly IReadOnlyList<(CountLayer Layer, Quantity[][] Numbers)> _layers;
    private readonly ILookup<int, Municipality> _members;

    /// <summary>Makes what briefings share.</summary>
    public BriefingWriter(BriefingParts parts, EditionOrigin origin)
    {
        (_parts, _origin) = (parts, origin);
        _layers = [.. parts.Layers.All.Select(layer => (layer, NumbersOf(layer)))];
        _members = parts.Places.Municipalities.Index().ToLookup(m => parts.Groups.GroupOf[m.Index], m => m.Item);
    }

    /// <summary>Writes the briefing of a municipality.</summary>
    public Briefing Write(int municipality, MunicipalityHistory history)
    {
        var own = _parts.Places.Municipalities[municipality];
        var group = _parts.Groups.Groups[_parts.Groups.GroupOf[municipality]];
        var quantities = _layers
            .SelectMany(l => ToldOf(l.Layer, l.Numbers[l.Layer.PlaceOf[municipality]], municipality))
            .Concat(Breakdown.Schemes.SelectMany((scheme, i) => ContributionOf(municipality, scheme, _parts.Contributions[i])))
            .Concat(_parts.Common);
        return new Briefing
        {
            Municipality = own,
            Schemes = [.. Breakdown.Schemes.Where(s => _parts.Layers.Own.Counts.Has(municipality, s))],
            Edition = new Edition
            {
                Quantities = ImmutableSortedDictionary.CreateRange(
                    StringComparer.Ordinal,
                    quantities.Select(q => KeyValuePair.Create(q.Id.Value, q))
                ),
                Facts = FactsOf(group),
                Tables = [],
                Figures = [],
                Origin = _origin,
            },
            Group = group.Number,
            Comparable = [.. _members[_parts.Groups.GroupOf[municipality]].Where(m => m != own)],
            Formerly = history.Formerly,
            IsTouchedByDivision = history.IsTouchedByDivision,
        };
    }

    /// <summary>The numbers of a larger place, as told to a municipality in it: where it is the only one with a scheme, there is no other to be compared with.</summary>
    private IEnumerable<Quantity> ToldOf(CountLayer layer, Quantity[] numbers, int municipality)
    {
        // The country is shown whatever it holds.
        if (layer == _parts.Layers.Nation)
        {
            return numbers;
        }

        var alone = Breakdown
            .Schemes.Where(s =>
                _parts.Layers.Own.Counts.Has(municipality, s)
                && Array.Exists(numbers, q => q.Id.Value == BriefingIds.Municipalities(layer.Scope, s) && q.Value is 1)
            )
            .SelectMany(s => new ScopeNumbers(layer.Scope, s).Ids.Append(BriefingIds.Wages(layer.Scope, s)))
            .ToHashSet(StringComparer.Ordinal);
        return numbers.Select(q =>
            alone.Contains(q.Id.Value) ? Quantity.Without(q.Id.Value, q.Unit, q.Decimals, QuantityStatus.NotApplicable) : q
        );
    }

    private static ImmutableSortedDictionary<string, CategoryFact> FactsOf(ComparableGroup group)
    {
        CategoryFact[] facts =
        [
            Fact(ComparableGroup.SizeVariable, group.Sizes),
            Fact(ComparableGroup.CentralityVariable, group.Centralities),
            Fact(ComparableGroup.StartingPointVariable, [group.StartingPoint]),
        ];
        return facts.ToImmutableSortedDictionary(f => f.Id.Value, f => f, StringComparer.Ordinal);

        static CategoryFact Fact(string variable, IReadOnlyList<string> categories) =>
            CategoryFact.Of(BriefingIds.GroupFact(variable), variable, categories);
    }

    private IEnumerable<Quantity> ContributionOf(int municipality, Scheme scheme, MunicipalContributions contributions) =>
        contributions.Of(
            municipality,
            _parts.Layers.Own.Counts.Has(municipality, scheme),
            _parts.Hidden.IsHidden(BriefingScope.Own, municipality, scheme, CountSlot.Reached)
        );

    /// <summary>For each place of a kind, all its numbers.</summary>
    private Quantity[][] NumbersOf(CountLayer layer)
    {
        var names = Breakdown.Schemes.Select(s =>
            (Scheme: s, Names: new ScopeNumbers(layer.Scope, s), Wages: _parts.Wages.Of(layer, s, _parts.Hidden))
        );
        var schemes = names.ToList();
        var members = layer.PlaceOf.Index().ToLookup(p => p.Item, p => p.Index);
        return
        [
            .. Enumerable
                .Range(0, layer.Counts.PlaceCount)
                .Select(place =>
                    (Quantity[])
                        [
                            .. schemes.SelectMany(s =>
                                s.Names.Of(layer.Counts.Of(place, s.Scheme), _parts.Hidden.Of(layer.Scope, place, s.Scheme))
                                    .Append(s.Wages[place])
                            ),
                            .. layer == _parts.Layers.Own
                                ? _parts.Facts.OfMunicipality(place)
                                : AboutMembers(layer.Scope, [.. members[place]]),
                        ]
                ),
        ];
    }

    private IEnumerable<Quantity> AboutMembers(string scope, List<int> members) =>
        [
            .. _parts.Facts.MedianOf(scope, members),
            Printed.Count(BriefingIds.Municipalities(scope), members.Count),
            .. Breakdown.Schemes.Select(s =>
                Printed.Count(BriefingIds.Municipalities(scope, s), members.Count(m => _parts.Layers.Own.Counts.Has(m, s)))
            ),
        ];
}
