using ReportBuilder.Disclosure;
using ReportBuilder.Disclosure.Linked;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>What the national report tells of the counts of the country, by its own rules: they cannot be hidden any more, or are hidden and must not follow.</summary>
internal static class NationalStates
{
    /// <summary>For each count of a scheme in the country, in the order of <see cref="CountSlot.All"/>, whether the report shows it or hides it.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="minimum">The threshold of the report.</param>
    public static CellState[] Of(int[] counts, int minimum)
    {
        var states = new CellState[CountSlot.Count];
        Array.Fill(states, CellState.Published);
        var years = CountSlot.ByYear(CountKind.Reached);
        Hide(years, CellProtection.OfOutcome([.. years.Select(s => new CellCount(counts[s.Base], counts[s.Index]))], minimum));
        foreach (var variable in BriefingVariables.Composition)
        {
            var categories = CountSlot.Of(variable);
            Hide(categories, CellProtection.OfComposition([.. categories.Select(s => counts[s.Index])], minimum));
        }

        foreach (var measure in CountSlot.OfMeasures)
        {
            Hide([measure], CellProtection.OfComposition([counts[measure.Index], counts[measure.Base] - counts[measure.Index]], minimum));
        }

        Hide(
            [CountSlot.Reached],
            CellProtection.OfOutcome([new CellCount(counts[CountSlot.Participants.Index], counts[CountSlot.Reached.Index])], minimum)
        );
        return states;

        void Hide(IReadOnlyList<CountSlot> slots, IReadOnlyList<Protection> protection)
        {
            foreach (var (_, slot) in slots.Index().Where(s => protection[s.Index] == Protection.Hidden))
            {
                states[slot.Index] = CellState.HiddenElsewhere;
            }
        }
    }
}
