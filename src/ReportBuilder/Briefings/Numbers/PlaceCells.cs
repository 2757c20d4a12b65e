using ReportBuilder.Disclosure.Linked;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>The counts of a family in one place and scheme as cells, linked to each other.</summary>
internal sealed class PlaceCells
{
    private readonly Dictionary<CountSlot, CellRef> _slots;

    /// <summary>Adds the counts of a place to a set of cells.</summary>
    /// <param name="cells">The set.</param>
    /// <param name="family">Which counts.</param>
    /// <param name="counts">All counts of the place.</param>
    /// <param name="stateOf">What is already decided of each.</param>
    /// <param name="thresholdOf">The threshold of each.</param>
    public PlaceCells(
        LinkedCells cells,
        CountFamily family,
        int[] counts,
        Func<CountSlot, CellState> stateOf,
        Func<CountSlot, int> thresholdOf
    )
    {
        _slots = family.WithBases.ToDictionary(
            slot => slot,
            slot => cells.Add(counts[slot.Index], new CellRule(thresholdOf(slot)), stateOf(slot))
        );
        foreach (var whole in _slots.Keys.Where(s => s.Category is null && CountSlot.ByYear(s.Kind).All(_slots.ContainsKey)).ToList())
        {
            cells.Relate(this[whole], [.. CountSlot.ByYear(whole.Kind).Select(y => this[y])]);
        }

        foreach (var finished in family.Slots.Where(s => s.Kind == CountKind.Finished))
        {
            var participants = CountSlot.All.Single(s => s.Kind == CountKind.Participants && s.Category == finished.Category);
            // Those who lack a value: it says something of the register, and nothing of them.
            cells.Relate(
                this[finished],
                [
                    this[participants],
                    cells.Add(counts[finished.Index] - counts[participants.Index], new CellRule(thresholdOf(finished)), CellState.Untold),
                ]
            );
        }

        foreach (var part in family.Slots.Where(s => s.Kind is CountKind.Reached or CountKind.Measure))
        {
            var (whole, others) = (CountSlot.All[part.Base], counts[part.Base] - counts[part.Index]);
            // Who knows the base knows the others too: they are shown or hidden with the part.
            var rest = cells.Add(others, new CellRule(thresholdOf(part)), stateOf(part));
            if (part.Kind == CountKind.Reached)
            {
                cells.Outcome(this[whole], this[part], rest);
            }
            else
            {
                cells.Composition(this[whole], [this[part], rest]);
            }
        }

        if (family.Slots.All(s => s.Kind == CountKind.Category))
        {
            cells.Composition(this[CountSlot.Participants], [.. family.Slots.Select(c => this[c])]);
        }
    }

    /// <summary>The cell of a count.</summary>
    public CellRef this[CountSlot slot] => _slots[slot];

    /// <summary>Tells that this place is made of others. Those who did not reach the goal or had no measure follow from those who did and their base.</summary>
    public void LinkParts(LinkedCells cells, IReadOnlyList<PlaceCells> parts)
    {
        foreach (var slot in _slots.Keys.OrderBy(s => s.Index))
        {
            cells.Relate(this[slot], [.. parts.Select(p => p[slot])]);
        }
    }
}
