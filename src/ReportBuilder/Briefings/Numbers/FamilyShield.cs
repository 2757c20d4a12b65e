using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Editions;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>
/// Decides for one family of counts of one scheme, in all places together: years and the whole, categories and their base, municipalities and the groups, counties and country they make,
/// and for the outcome the projects that the national report tells of are linked cells of one set.
/// </summary>
internal sealed class FamilyShield
{
    private readonly LinkedCells _cells = new();
    private readonly CountFamily _family;
    private readonly Scheme _scheme;
    private readonly CountLayers _layers;
    private readonly Func<CountSlot, int> _thresholdOf;
    private readonly Dictionary<(string Scope, int Place), PlaceCells> _places = [];

    /// <summary>Adds the counts of all places.</summary>
    /// <param name="family">Which counts.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="layers">The counts.</param>
    /// <param name="stateOf">What is already decided of a count of a layer and place.</param>
    /// <param name="thresholdOf">The threshold of a count.</param>
    public FamilyShield(
        CountFamily family,
        Scheme scheme,
        CountLayers layers,
        Func<CountLayer, int, CountSlot, CellState> stateOf,
        Func<CountSlot, int> thresholdOf
    )
    {
        (_family, _scheme, _layers, _thresholdOf) = (family, scheme, layers, thresholdOf);
        foreach (var layer in layers.All)
        {
            foreach (var place in layer.PlacesWith(scheme))
            {
                var counts = layer.Counts.Of(place, scheme).ToArray();
                _places.Add((layer.Scope, place), new PlaceCells(_cells, family, counts, slot => stateOf(layer, place, slot), thresholdOf));
            }
        }

        foreach (var layer in layers.All.Where(l => l != layers.Own))
        {
            LinkPlaces(layer);
        }
    }

    /// <summary>Links the results of municipalities to those of the projects in them, and of projects that the report shows to those of the municipalities they lie in.</summary>
    public void LinkProjects(IReadOnlyList<ProjectPart> projects)
    {
        var cells = new Dictionary<ProjectPart, (CellRef Persons, CellRef Reached)>();
        foreach (var parts in projects.GroupBy(p => p.Place))
        {
            var own = _places[(BriefingScope.Own, parts.Key)];
            var ofPlace = (own[CountSlot.Participants], own[CountSlot.Reached]);
            List<ProjectPart> members = [.. parts];
            members.ForEach(part => cells.Add(part, members.Count == 1 ? ofPlace : AddProject(part.Persons, part.Reached, part.IsTold)));
            if (members.Count > 1)
            {
                Relate(ofPlace, members);
            }
        }

        foreach (var parts in projects.Where(p => p is { IsPublished: true, IsWhole: false }).GroupBy(p => p.Project))
        {
            Relate(AddProject(parts.Sum(p => p.Persons), parts.Sum(p => p.Reached), isTold: true), [.. parts]);
        }

        void Relate((CellRef Persons, CellRef Reached) whole, List<ProjectPart> parts)
        {
            _cells.Relate(whole.Persons, [.. parts.Select(p => cells[p].Persons)]);
            _cells.Relate(whole.Reached, [.. parts.Select(p => cells[p].Reached)]);
        }
    }

    /// <summary>Decides, and marks what is hidden. Gives the number of hidden counts for which fewer numbers are left than the threshold.</summary>
    public int Decide(HiddenCounts hidden)
    {
        var decision = _family.IsByYear ? LinkedProtection.DecideByBounds(_cells) : LinkedProtection.Decide(_cells);
        foreach (var layer in _layers.All)
        {
            foreach (var place in layer.PlacesWith(_scheme))
            {
                var cells = _places[(layer.Scope, place)];
                var counts = layer.Counts.Of(place, _scheme);
                var isTooSmall = false;
                foreach (var slot in _family.Slots)
                {
                    var isSmall = PrimaryCounts.IsTooSmall(slot, counts, _thresholdOf(slot));
                    isTooSmall |= isSmall && decision.ReasonOf(cells[slot]) == HidingReason.None;
                    if (isSmall || decision.IsHidden(cells[slot]) || hidden.IsHidden(layer.Scope, place, _scheme, CountSlot.All[slot.Base]))
                    {
                        hidden.Hide(layer.Scope, place, _scheme, slot);
                    }
                }

                // One year that is hidden among years with nobody is the whole, which is shown: then it is not told which years had nobody either.
                if (layer == _layers.Own && _family.IsByYear)
                {
                    HideEmptyBesideOne(hidden, place, counts);
                }

                // Nobody in a category, beside categories that are hidden, tells of everyone in the place.
                if (layer == _layers.Own && _family.Slots.Any(s => hidden.IsHidden(layer.Scope, place, _scheme, s)))
                {
                    foreach (var slot in _family.Slots.Where(s => s.Kind == CountKind.Category))
                    {
                        if (counts[slot.Index] == 0)
                        {
                            hidden.Hide(layer.Scope, place, _scheme, slot);
                        }
                    }
                }

                // What the report tells is not told again when the threshold is higher here: one category alone would follow from the others.
                foreach (var slot in _family.Slots.Where(s => isTooSmall && s.Kind == CountKind.Category))
                {
                    hidden.Hide(layer.Scope, place, _scheme, slot);
                }
            }
        }

        return decision.Exposed.Count(e => e.High - e.Low + 1 < _cells.RuleOf(e.Cell).Threshold);
    }

    private void HideEmptyBesideOne(HiddenCounts hidden, int place, ReadOnlySpan<int> counts)
    {
        foreach (var years in _family.Slots.GroupBy(s => s.Kind))
        {
            var isOne = years.Count(s => hidden.IsHidden(BriefingScope.Own, place, _scheme, s)) == 1;
            foreach (var slot in years)
            {
                isOne &= counts[slot.Index] == 0 || hidden.IsHidden(BriefingScope.Own, place, _scheme, slot);
            }

            foreach (var slot in years.Where(_ => isOne))
            {
                hidden.Hide(BriefingScope.Own, place, _scheme, slot);
            }
        }
    }

    private void LinkPlaces(CountLayer layer)
    {
        foreach (var place in _layers.Own.PlacesWith(_scheme).GroupBy(municipality => layer.PlaceOf[municipality]))
        {
            _places[(layer.Scope, place.Key)]
                .LinkParts(_cells, [.. place.Select(municipality => _places[(BriefingScope.Own, municipality)])]);
        }
    }

    /// <summary>Adds the result of a project. Sizes of projects are no secret; results are, unless the report has told them.</summary>
    private (CellRef Persons, CellRef Reached) AddProject(int persons, int reached, bool isTold)
    {
        var rule = new CellRule(_thresholdOf(CountSlot.Reached));
        var state = isTold ? CellState.Published : CellState.Open;
        var cells = (
            Persons: _cells.Add(persons, rule, isTold ? CellState.Published : CellState.Untold),
            Reached: _cells.Add(reached, rule, state)
        );
        _cells.Outcome(cells.Persons, cells.Reached, _cells.Add(persons - reached, rule, state));
        return cells;
    }
}
