using ReportBuilder.Configuration;
using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>
/// Decides for all counts of all briefings together which may be shown: municipalities, groups, counties and the country, years and the whole, categories and their base, and the projects
/// that the national report tells of are linked cells of one set.
/// </summary>
internal sealed class CountShield
{
    private readonly LinkedCells _cells = new();
    private readonly ReportSettings _settings;
    private readonly CountLayers _layers;
    private readonly Dictionary<(string Scope, int Place, Scheme Scheme), PlaceCells> _places = [];

    private CountShield(CountLayers layers, ReportSettings settings) => (_layers, _settings) = (layers, settings);

    /// <summary>Decides.</summary>
    /// <param name="layers">The counts.</param>
    /// <param name="projects">The projects behind those of the municipalities.</param>
    /// <param name="settings">Thresholds.</param>
    public static HiddenCounts Decide(CountLayers layers, IReadOnlyList<ProjectPart> projects, ReportSettings settings)
    {
        var shield = new CountShield(layers, settings);
        var ofPlace = projects.ToLookup(p => (p.Place, p.Scheme));
        foreach (var layer in layers.All)
        {
            for (var place = 0; place < layer.Counts.PlaceCount; place++)
            {
                foreach (var scheme in Breakdown.Schemes.Where(s => layer.Counts.Has(place, s)))
                {
                    shield.Add(layer, place, scheme, layer == layers.Own ? [.. ofPlace[(place, scheme)]] : []);
                }
            }
        }

        shield.LinkPlaces(layers.Similar);
        shield.LinkPlaces(layers.County);
        shield.LinkPlaces(layers.Nation);
        shield.LinkProjects(projects);
        var decision = LinkedProtection.Decide(shield._cells);
        return new HiddenCounts(
            shield._places.ToDictionary(p => p.Key, p => p.Value.Hidden(shield._cells, decision)),
            decision.Exposed.Count
        );
    }

    private void Add(CountLayer layer, int place, Scheme scheme, IReadOnlyList<ProjectPart> projects)
    {
        var counts = layer.Counts.Of(place, scheme).ToArray();
        var states = layer == _layers.Nation ? NationalStates.Of(counts, _settings.MinimumCount) : new CellState[CountSlot.Count];
        if (projects is [{ IsTold: true }])
        {
            // All in one project: its dot in the report tells the same.
            states[CountSlot.Participants.Index] = CellState.Published;
            states[CountSlot.Reached.Index] = CellState.Published;
        }

        _places.Add((layer.Scope, place, scheme), new PlaceCells(_cells, counts, states, slot => _settings.MinimumCountOf(slot.Variable)));
    }

    /// <summary>Links the counts of larger places to those of the municipalities in them.</summary>
    private void LinkPlaces(CountLayer layer)
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            var members = layer
                .PlaceOf.Index()
                .Where(m => _layers.Own.Counts.Has(m.Index, scheme))
                .ToLookup(m => m.Item, m => _places[(BriefingScope.Own, m.Index, scheme)]);
            foreach (var place in members.OrderBy(m => m.Key))
            {
                _places[(layer.Scope, place.Key, scheme)].LinkParts(_cells, [.. place]);
            }
        }
    }

    /// <summary>Links the results of municipalities to those of the projects in them, and of projects that the report shows to those of the municipalities they lie in.</summary>
    private void LinkProjects(IReadOnlyList<ProjectPart> projects)
    {
        var cells = new Dictionary<ProjectPart, (CellRef Persons, CellRef Reached)>();
        foreach (var parts in projects.GroupBy(p => (p.Place, p.Scheme)))
        {
            var own = _places[(BriefingScope.Own, parts.Key.Place, parts.Key.Scheme)];
            var ofPlace = (own[CountSlot.Participants], own[CountSlot.Reached]);
            List<ProjectPart> members = [.. parts];
            members.ForEach(part => cells.Add(part, members.Count == 1 ? ofPlace : AddProject(part.Persons, part.Reached, part.IsTold)));
            if (members.Count > 1)
            {
                Relate(ofPlace, members);
            }
        }

        foreach (var parts in projects.Where(p => p is { IsPublished: true, IsWhole: false }).GroupBy(p => (p.Project, p.Scheme)))
        {
            Relate(AddProject(parts.Sum(p => p.Persons), parts.Sum(p => p.Reached), isTold: true), [.. parts]);
        }

        void Relate((CellRef Persons, CellRef Reached) whole, List<ProjectPart> parts)
        {
            _cells.Relate(whole.Persons, [.. parts.Select(p => cells[p].Persons)]);
            _cells.Relate(whole.Reached, [.. parts.Select(p => cells[p].Reached)]);
        }
    }

    /// <summary>Adds the result of a project. Sizes of projects are no secret; results are, unless the report has told them.</summary>
    private (CellRef Persons, CellRef Reached) AddProject(int persons, int reached, bool isTold)
    {
        var rule = new CellRule(_settings.MinimumCountOf(StageColumns.Outcome));
        var state = isTold ? CellState.Published : CellState.Open;
        var cells = (
            Persons: _cells.Add(persons, rule, isTold ? CellState.Published : CellState.Untold),
            Reached: _cells.Add(reached, rule, state)
        );
        _cells.Outcome(cells.Persons, cells.Reached, _cells.Add(persons - reached, rule, state));
        return cells;
    }
}
