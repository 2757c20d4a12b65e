using ReportBuilder.Disclosure.Linked;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>The counts of a place and scheme as cells, linked to each other.</summary>
internal sealed class PlaceCells
{
    private readonly CellRef[] _slots;

    /// <summary>Adds the counts of a place to a set of cells.</summary>
    /// <param name="cells">The set.</param>
    /// <param name="counts">The counts, in the order of <see cref="CountSlot.All"/>.</param>
    /// <param name="states">What is already decided of each.</param>
    /// <param name="thresholdOf">The threshold of a count.</param>
    public PlaceCells(LinkedCells cells, int[] counts, CellState[] states, Func<CountSlot, int> thresholdOf)
    {
        _slots = [.. CountSlot.All.Select(slot => cells.Add(counts[slot.Index], new CellRule(thresholdOf(slot)), states[slot.Index]))];
        foreach (var whole in new[] { CountSlot.Finished, CountSlot.Participants, CountSlot.Reached })
        {
            cells.Relate(this[whole], [.. CountSlot.ByYear(whole.Kind).Select(y => this[y])]);
        }

        foreach (var finished in CountSlot.All.Where(s => s.Kind == CountKind.Finished))
        {
            var participants = CountSlot.All.Single(s => s.Kind == CountKind.Participants && s.Category == finished.Category);
            // Those who lack a value: it says something of the register, and nothing of them.
            var lacking = cells.Add(
                counts[finished.Index] - counts[participants.Index],
                new CellRule(thresholdOf(finished)),
                CellState.Untold
            );
            cells.Relate(this[finished], [this[participants], lacking]);
        }

        foreach (var reached in CountSlot.All.Where(s => s.Kind == CountKind.Reached))
        {
            cells.Outcome(_slots[reached.Base], this[reached], Others(cells, counts, states, reached, thresholdOf(reached)));
        }

        foreach (var variable in BriefingVariables.Composition)
        {
            cells.Composition(this[CountSlot.Participants], [.. CountSlot.Of(variable).Select(c => this[c])]);
        }

        foreach (var measure in CountSlot.OfMeasures)
        {
            cells.Composition(_slots[measure.Base], [this[measure], Others(cells, counts, states, measure, thresholdOf(measure))]);
        }
    }

    /// <summary>The cell of a count.</summary>
    public CellRef this[CountSlot slot] => _slots[slot.Index];

    /// <summary>Tells that this place is made of others. Those who did not reach the goal or had no measure follow from those who did and their base.</summary>
    public void LinkParts(LinkedCells cells, IReadOnlyList<PlaceCells> parts)
    {
        foreach (var slot in CountSlot.All)
        {
            cells.Relate(this[slot], [.. parts.Select(p => p[slot])]);
        }
    }

    /// <summary>For each count, whether it may not be shown; a share needs its base. What the report has told is told again only where the briefings' own thresholds allow it.</summary>
    public bool[] Hidden(LinkedCells cells, LinkedDecision decision)
    {
        var isHidden = new bool[_slots.Length];
        foreach (var slot in CountSlot.All)
        {
            isHidden[slot.Index] = decision.IsHidden(this[slot]) || decision.IsHidden(_slots[slot.Base]) || IsSmall(cells, slot);
        }

        foreach (var categories in BriefingVariables.Composition.Select(CountSlot.Of))
        {
            if (categories.Any(c => IsSmall(cells, c)) && categories.All(c => cells.StateOf(this[c]) != CellState.Open))
            {
                // One category alone would follow from the others.
                categories.ToList().ForEach(c => isHidden[c.Index] = true);
            }
        }

        return isHidden;
    }

    /// <summary>The primary rules once more, for counts that the shield may not hide.</summary>
    private bool IsSmall(LinkedCells cells, CountSlot slot)
    {
        var (count, of, k) = (cells.CountOf(this[slot]), cells.CountOf(_slots[slot.Base]), cells.RuleOf(this[slot]).Threshold);
        return slot.Kind switch
        {
            CountKind.Reached => of > 0 && Math.Min(count, of - count) < k,
            CountKind.Measure => of > 0 && (IsFew(count) || IsFew(of - count) || of < k || count == 0 || count == of),
            CountKind.Category => of > 0 && (IsFew(count) || of < k || count == of),
            _ => IsFew(count),
        };

        bool IsFew(int persons) => persons > 0 && persons < k;
    }

    private static CellRef Others(LinkedCells cells, int[] counts, CellState[] states, CountSlot slot, int threshold) =>
        cells.Add(counts[slot.Base] - counts[slot.Index], new CellRule(threshold), states[slot.Index]);
}
