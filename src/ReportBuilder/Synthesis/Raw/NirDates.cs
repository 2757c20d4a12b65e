namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Dates that give back completed months and years exactly. Start and first decision fall on the 28th at the latest, so that every month has that day and
/// «completed» can be read in one way only.
/// </summary>
internal static class NirDates
{
    private const int LastCommonDay = 28;
    private const int MonthsPerYear = 12;

    /// <summary>A date in a year and month.</summary>
    public static DateOnly In(int year, int month, RandomSource random) =>
        new(year, month, 1 + random.Below(DateTime.DaysInMonth(year, month)));

    /// <summary>A date from which exactly so many months are completed on another one.</summary>
    /// <param name="end">The later date.</param>
    /// <param name="months">Completed months.</param>
    /// <param name="day">Day of the month, 1–28.</param>
    public static DateOnly Before(DateOnly end, int months, int day)
    {
        var index = end.Year * MonthsPerYear + end.Month - 1 - months - (day > end.Day ? 1 : 0);
        return new DateOnly(index / MonthsPerYear, index % MonthsPerYear + 1, day);
    }

    /// <summary>A day that every month has.</summary>
    public static int Day(RandomSource random) => 1 + random.Below(LastCommonDay);

    /// <summary>
    /// First decision and start. The decision comes first where both numbers allow it; a person who has taken part for longer than the years of residence had a
    /// programme before the first decision that the register knows, and the two are then as near each other as they can be.
    /// </summary>
    /// <param name="exit">Date of exit.</param>
    /// <param name="residence">Completed years since the decision; −1 for no date.</param>
    /// <param name="duration">Completed months since the start; −1 for no date.</param>
    /// <param name="lead">Most months between the two, where there is room.</param>
    /// <param name="random">Random numbers.</param>
    public static (DateOnly? Decision, DateOnly? Start) Draw(DateOnly exit, int residence, int duration, int lead, RandomSource random)
    {
        var day = Day(random);
        DateOnly? start = duration < 0 ? null : Before(exit, duration, day);
        if (residence < 0)
        {
            return (null, start);
        }

        var (fewest, most) = (residence * MonthsPerYear, residence * MonthsPerYear + MonthsPerYear - 1);
        var months = fewest + random.Below(MonthsPerYear);
        if (duration >= fewest)
        {
            months = Math.Min(most, duration + random.Below(lead + 1));
        }

        return (Before(exit, months, months == duration ? day : Day(random)), start);
    }
}
