namespace ReportBuilder.Briefings.Numbers;

/// <summary>Which counts may not be shown.</summary>
internal static class Visibility
{
    /// <summary>True for each count of a place and scheme that may not be shown.</summary>
    public static bool[] Hidden(ReadOnlySpan<int> counts, int minimum)
    {
        var result = new bool[CountSlot.Count];
        foreach (var slot in CountSlot.All)
        {
            var (count, of) = (counts[slot.Index], counts[slot.Base]);
            result[slot.Index] =
                slot.Kind is CountKind.Reached or CountKind.Measure ? of > 0 && Math.Min(count, of - count) < minimum
                : slot.Kind == CountKind.Category ? of is > 0 && of < minimum || count is > 0 && count < minimum || count == of
                : count > 0 && count < minimum;
        }

        return result;
    }
}
