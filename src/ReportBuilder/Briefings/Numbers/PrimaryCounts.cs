namespace ReportBuilder.Briefings.Numbers;

/// <summary>The primary rules for one count by itself, for what the shield may not hide because the report tells it.</summary>
internal static class PrimaryCounts
{
    /// <summary>True when a count must not be shown whatever stands beside it: too few persons, a base of too few, or everyone in the same category.</summary>
    /// <param name="slot">What it counts.</param>
    /// <param name="counts">All counts of the place and scheme.</param>
    /// <param name="threshold">The threshold k.</param>
    public static bool IsTooSmall(CountSlot slot, ReadOnlySpan<int> counts, int threshold)
    {
        var (count, of) = (counts[slot.Index], counts[slot.Base]);
        return slot.Kind switch
        {
            CountKind.Reached => of > 0 && Math.Min(count, of - count) < threshold,
            CountKind.Measure => of > 0 && (IsFew(count) || IsFew(of - count) || of < threshold || count == 0 || count == of),
            CountKind.Category => of > 0 && (IsFew(count) || of < threshold || count == of),
            _ => IsFew(count),
        };

        bool IsFew(int persons) => persons > 0 && persons < threshold;
    }
}
