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
        if (projects is [{ IsPublished: true }])
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

    /// <summary>Links the results of municipalities with several projects to those of the projects.</summary>
    private void LinkProjects(IReadOnlyList<ProjectPart> projects)
    {
        foreach (var parts in projects.GroupBy(p => (p.Place, p.Scheme)).Where(p => p.Count() > 1))
        {
            var rule = new CellRule(_settings.MinimumCountOf(StageColumns.Outcome));
            var cells = new List<(CellRef Persons, CellRef Reached)>();
            foreach (var part in parts)
            {
                // Sizes of projects are no secret; results are, unless the report has told them.
                var persons = _cells.Add(part.Persons, rule, part.IsPublished ? CellState.Published : CellState.Untold);
                var state = part.IsPublished ? CellState.Published : CellState.Open;
                var reached = _cells.Add(part.Reached, rule, state);
                _cells.Outcome(persons, reached, _cells.Add(part.Persons - part.Reached, rule, state));
                cells.Add((persons, reached));
            }

            var own = _places[(BriefingScope.Own, parts.Key.Place, parts.Key.Scheme)];
            _cells.Relate(own[CountSlot.Participants], [.. cells.Select(c => c.Persons)]);
            _cells.Relate(own[CountSlot.Reached], [.. cells.Select(c => c.Reached)]);
        }
    }
}
