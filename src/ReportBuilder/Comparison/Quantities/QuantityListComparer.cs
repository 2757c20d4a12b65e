using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>How all numbers of two editions stand to each other.</summary>
/// <param name="Unchanged">Numbers that are the same in every respect.</param>
/// <param name="WithinTolerance">Numbers that are as near as their class allows, by id in ordinal order.</param>
/// <param name="Differences">The rest, by id in ordinal order.</param>
/// <param name="Unknown">Numbers that a partial edition does not know.</param>
/// <param name="Units">Units without names; numbers of those numbered anew are in none of the lists.</param>
/// <param name="Unmatched">Ids of those numbers in the newer edition, in ordinal order.</param>
internal sealed record QuantityListComparison(
    int Unchanged,
    IReadOnlyList<Difference> WithinTolerance,
    IReadOnlyList<Difference> Differences,
    int Unknown,
    UnnamedUnits Units,
    IReadOnlyList<string> Unmatched
);

/// <summary>Compares all numbers of two editions in one pass over both.</summary>
internal static class QuantityListComparer
{
    /// <summary>Compares them.</summary>
    public static QuantityListComparison Compare(Edition older, Edition newer, ComparisonSettings settings)
    {
        var comparer = new QuantityComparer(settings, older.IsPartial, newer.IsPartial);
        var units = UnnamedUnits.Of(older, newer);
        var (unchanged, unknown) = (0, 0);
        List<string> unmatched = [];
        List<Difference> within = [];
        List<Difference> differences = [];
        foreach (var (old, now) in InStep.Pairs(older.Quantities, newer.Quantities))
        {
            var id = (old ?? now)!.Id.Value;
            if (Revisions.IsOwnAccount(id))
            {
                continue;
            }

            if (units.AreRenumbered(id))
            {
                if (now is not null)
                {
                    unmatched.Add(id);
                }

                continue;
            }

            if (old is null || now is null)
            {
                if (old is null ? older.IsPartial : newer.IsPartial)
                {
                    unknown++;
                }
                else
                {
                    differences.Add(
                        old is null ? QuantityComparer.OnlyIn(now!, DifferenceKind.New) : QuantityComparer.OnlyIn(old, DifferenceKind.Gone)
                    );
                }

                continue;
            }

            var (match, difference) = comparer.Compare(old, now);
            switch (match)
            {
                case NumberMatch.Same:
                    unchanged++;
                    break;
                case NumberMatch.WithinTolerance:
                    within.Add(difference!);
                    break;
                default:
                    differences.Add(difference!);
                    break;
            }
        }

        return new QuantityListComparison(unchanged, within, differences, unknown, units, unmatched);
    }
}
