using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>How all numbers of two editions stand to each other.</summary>
/// <param name="Unchanged">Numbers that are the same in every respect.</param>
/// <param name="WithinTolerance">Numbers that are as near as their class allows, by id in ordinal order.</param>
/// <param name="Differences">The rest, by id in ordinal order.</param>
/// <param name="Unknown">Numbers that a partial edition does not know.</param>
public sealed record QuantityListComparison(
    int Unchanged,
    IReadOnlyList<Difference> WithinTolerance,
    IReadOnlyList<Difference> Differences,
    int Unknown
);

/// <summary>Compares all numbers of two editions in one pass over both.</summary>
public static class QuantityListComparer
{
    /// <summary>Compares them.</summary>
    public static QuantityListComparison Compare(Edition older, Edition newer, ComparisonSettings settings)
    {
        var comparer = new QuantityComparer(settings, older.IsPartial, newer.IsPartial);
        var (unchanged, unknown) = (0, 0);
        List<Difference> within = [];
        List<Difference> differences = [];
        foreach (var (old, now) in InStep.Pairs(older.Quantities, newer.Quantities))
        {
            if (Revisions.IsOwnAccount((old ?? now)!.Id.Value))
            {
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

        return new QuantityListComparison(unchanged, within, differences, unknown);
    }
}
