namespace ReportBuilder.Disclosure.Linked;

/// <summary>
/// What a hidden count is promised. Of a count below its threshold k nobody can exclude any number from the least its parts can have (mostly 0 or 1) to k; of a larger one, hidden to protect another, as many numbers as that are left. What is
/// published elsewhere may make that impossible; then as much of it as is left when everything else is hidden.
/// </summary>
internal readonly record struct Promise(int Low, int High, int Numbers)
{
    /// <summary>The promise by the rule alone.</summary>
    public static Promise Full(LinkedSystem system, int cell)
    {
        var (count, threshold) = (system.Counts[cell], system.ThresholdOf(cell));
        if (count >= threshold)
        {
            return new Promise(count, count, threshold + 1 - system.FloorOf(cell));
        }

        var least = system.LeastOf(cell);
        return new Promise(least, threshold, threshold + 1 - least);
    }

    /// <summary>As much of it as lies within limits that nothing can widen.</summary>
    public Promise Within(long low, long high) =>
        new((int)Math.Max(Low, low), (int)Math.Min(High, high), (int)Math.Min(Numbers, Math.Min(high, int.MaxValue) - low + 1));

    /// <summary>True when an outsider who excludes everything outside two limits breaks the promise.</summary>
    public bool IsBrokenBy(long low, long high) => low > Low || high < High || high - low + 1 < Numbers;

    /// <summary>True when it is proved to be kept.</summary>
    public bool IsProved(FittingCounts counts, int cell) => counts.IsProved(cell, Low, High) && counts.NumbersOf(cell) >= Numbers;
}
