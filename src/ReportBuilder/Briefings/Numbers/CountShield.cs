using ReportBuilder.Configuration;
using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Editions;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>
/// Decides for all counts of all briefings what may be shown, once. Schemes have nothing in common and are decided by themselves. Within a scheme the numbers of persons come first, and then
/// the outcome, each variable and each measure in a set of its own, with the numbers of persons as they were decided: all that these have in common is their base.
/// </summary>
internal sealed class CountShield
{
    /// <summary>
    /// Fewest persons of a category in the country for its variable to be told of smaller places. Those of a rarer one, as the men in Jobbsjansen, could be followed from the country's sum to the few places where
    /// they may be, and to tell that all are in the other category is to tell of each.
    /// </summary>
    public const int FewestInCountry = 50;

    private readonly CountLayers _layers;
    private readonly ReportSettings _settings;
    private readonly ILookup<(int Place, Scheme Scheme), ProjectPart> _projects;
    private readonly Dictionary<Scheme, CellState[]> _national;
    private readonly HiddenCounts _hidden = new();

    private CountShield(CountLayers layers, IReadOnlyList<ProjectPart> projects, ReportSettings settings)
    {
        (_layers, _settings) = (layers, settings);
        _projects = projects.ToLookup(p => (p.Place, p.Scheme));
        _national = Breakdown.Schemes.ToDictionary(
            s => s,
            s => NationalStates.Of(layers.Nation.Counts.Of(0, s).ToArray(), settings.MinimumCount)
        );
    }

    /// <summary>Decides.</summary>
    /// <param name="layers">The counts.</param>
    /// <param name="projects">The projects behind those of the municipalities.</param>
    /// <param name="settings">Thresholds.</param>
    public static HiddenCounts Decide(CountLayers layers, IReadOnlyList<ProjectPart> projects, ReportSettings settings)
    {
        var shield = new CountShield(layers, projects, settings);
        // Persons first, as all else rests on them; then the years and the outcome one after another, and beside them what needs the persons only.
        Workers.Run(
            Breakdown.Schemes.Count,
            Workers.All,
            i => shield.DecideInTurn(CountFamily.All.Take(1), Breakdown.Schemes[i], projects)
        );
        var rest = CountFamily.All.Skip(1).ToLookup(f => f.Slots[0].Kind is CountKind.Category or CountKind.Measure);
        List<(CountFamily[] Families, Scheme Scheme)> parts =
        [
            .. Breakdown.Schemes.SelectMany(scheme =>
                rest[true].Select(f => (Families: new[] { f }, Scheme: scheme)).Prepend(([.. rest[false]], scheme))
            ),
        ];
        Workers.Run(parts.Count, Workers.All, i => shield.DecideInTurn(parts[i].Families, parts[i].Scheme, projects));
        return shield._hidden;
    }

    private void DecideInTurn(IEnumerable<CountFamily> families, Scheme scheme, IReadOnlyList<ProjectPart> projects)
    {
        foreach (var family in families)
        {
            if (HasRareCategory(family, scheme))
            {
                HideInPlaces(family, scheme);
            }
            else
            {
                Decide(family, scheme, family == CountFamily.Outcome ? [.. projects.Where(p => p.Scheme == scheme)] : []);
            }
        }
    }

    private void Decide(CountFamily family, Scheme scheme, IReadOnlyList<ProjectPart> projects)
    {
        var shield = new FamilyShield(
            family,
            scheme,
            _layers,
            (layer, place, slot) => StateOf(family, layer, place, scheme, slot),
            slot => _settings.MinimumCountOf(slot.Variable)
        );
        shield.LinkProjects(projects);
        _hidden.AddExposed(shield.Decide(_hidden));
    }

    private bool HasRareCategory(CountFamily family, Scheme scheme)
    {
        var country = _layers.Nation.Counts.Of(0, scheme).ToArray();
        return family.Slots.Any(s => s.Kind == CountKind.Category && country[s.Index] is > 0 and < FewestInCountry);
    }

    /// <summary>Nothing of the family is told but for the country, where the report's own rules hold.</summary>
    private void HideInPlaces(CountFamily family, Scheme scheme)
    {
        foreach (var layer in _layers.All)
        {
            foreach (var place in layer.PlacesWith(scheme))
            {
                foreach (
                    var slot in family.Slots.Where(s => layer != _layers.Nation || _national[scheme][s.Index] == CellState.HiddenElsewhere)
                )
                {
                    _hidden.Hide(layer.Scope, place, scheme, slot);
                }
            }
        }
    }

    private CellState StateOf(CountFamily family, CountLayer layer, int place, Scheme scheme, CountSlot slot)
    {
        if (family.Bases.Contains(slot))
        {
            // Decided before. Each year must not give the whole away; other parts of a hidden base are hidden with it.
            var isHidden = _hidden.IsHidden(layer.Scope, place, scheme, slot);
            return !isHidden ? CellState.Published
                : family.IsByYear && slot.Category is null ? CellState.HiddenElsewhere
                : CellState.Untold;
        }

        return layer == _layers.Nation ? _national[scheme][slot.Index]
            : IsToldByFacts(layer, place, slot) ? CellState.Published
            : StateByProject(layer, place, scheme, slot);
    }

    /// <summary>Public facts of the last year are missing where no one finished that year, in either scheme: whoever sees that knows that the count is 0.</summary>
    private bool IsToldByFacts(CountLayer layer, int place, CountSlot slot) =>
        layer == _layers.Own
        && slot.Kind is CountKind.Finished or CountKind.Participants
        && slot.Category == DescriptiveVariables.Years.Categories[^1]
        && Breakdown.Schemes.All(s => layer.Counts.Of(place, s)[CountSlot.ByYear(CountKind.Finished)[^1].Index] == 0);

    /// <summary>Where all participants of a municipality are of one project, its dot in the report tells the same.</summary>
    private CellState StateByProject(CountLayer layer, int place, Scheme scheme, CountSlot slot) =>
        layer == _layers.Own
        && (slot == CountSlot.Participants || slot == CountSlot.Reached)
        && _projects[(place, scheme)].ToList() is [{ IsTold: true }]
            ? CellState.Published
            : CellState.Open;
}
