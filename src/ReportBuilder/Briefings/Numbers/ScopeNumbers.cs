using ReportBuilder.Editions;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Turns the counts of a place and scheme into quantities of one scope. The names are made once and used for all places.</summary>
internal sealed class ScopeNumbers
{
    private readonly string[] _ids;

    /// <summary>Makes the names.</summary>
    public ScopeNumbers(string scope, Scheme scheme) => _ids = [.. CountSlot.All.Select(slot => IdOf(scope, scheme, slot))];

    /// <summary>The names, in the order of <see cref="CountSlot.All"/>.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The quantities, in the order of <see cref="CountSlot.All"/>.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="isHidden">Which of them may not be shown.</param>
    public Quantity[] Of(ReadOnlySpan<int> counts, IReadOnlyList<bool> isHidden)
    {
        var quantities = new Quantity[_ids.Length];
        var hasScheme = counts[CountSlot.Finished.Index] > 0;
        foreach (var slot in CountSlot.All)
        {
            var id = _ids[slot.Index];
            var unit = slot.IsShare ? Unit.Share : Unit.Count;
            quantities[slot.Index] =
                !hasScheme ? Quantity.Without(id, unit, 0, QuantityStatus.NotApplicable)
                : isHidden[slot.Index] ? Quantity.Without(id, unit, 0, QuantityStatus.Suppressed)
                : slot.IsShare ? Printed.Share(id, counts[slot.Index], counts[slot.Base])
                : Printed.Count(id, counts[slot.Index]);
        }

        return quantities;
    }

    private static string IdOf(string scope, Scheme scheme, CountSlot slot) =>
        slot.Kind switch
        {
            CountKind.Finished => BriefingIds.Finished(scope, scheme, slot.Category),
            CountKind.Participants => BriefingIds.Participants(scope, scheme, slot.Category),
            CountKind.Reached => BriefingIds.Outcome(scope, scheme, slot.Category),
            CountKind.Category => BriefingIds.Composition(
                scope,
                BriefingVariables.Composition.Single(v => v.Token == slot.Variable),
                slot.Category!,
                scheme
            ),
            _ => BriefingIds.Measure(scope, slot.Category!, scheme),
        };
}
