namespace ReportBuilder.Harmonise;

/// <summary>A named computation on slots. Its result is missing when what it needs is missing.</summary>
/// <param name="kind">The computation.</param>
/// <param name="sources">Slots it reads, in the order of the rule.</param>
/// <param name="variables">The variable in the register behind each source; −1 for none.</param>
/// <param name="names">Name of each source.</param>
/// <param name="slot">Slot to fill.</param>
/// <param name="rule">Index of the rule, −1 for a reading that was not chosen: it reports and counts nothing.</param>
internal sealed class ComputeStep(RuleKind kind, int[] sources, int[] variables, IReadOnlyList<string> names, int slot, int rule) : Step
{
    /// <summary>Hours of a day of absence: the report's average working day in the scheme.</summary>
    private const double HoursOfDay = 7.5;

    /// <inheritdoc/>
    public override void Run(RecordState record)
    {
        var value = kind switch
        {
            RuleKind.YearOf => YearOf(record.Slots[sources[0]]),
            RuleKind.Age => Age(record),
            RuleKind.WholeYears => Completed(record, 12),
            RuleKind.WholeMonths => Completed(record, 1),
            RuleKind.AbsenceShare or RuleKind.AbsenceAsPrinted or RuleKind.AbsenceOfAll => Absence(record),
            RuleKind.Mean => Mean(record.Slots),
            RuleKind.FirstPresent => First(record.Slots),
            _ => throw new InvalidOperationException($"{kind} is not a computation."),
        };
        record.Slots[slot] = value;
        if (rule >= 0 && !double.IsNaN(value))
        {
            record.Hit(rule);
        }
    }

    private static double YearOf(double day) => double.IsNaN(day) ? double.NaN : DateOnly.FromDayNumber((int)day).Year;

    private double Age(RecordState record)
    {
        var age = YearOf(record.Slots[sources[1]]) - record.Slots[sources[0]];
        if (age < 0 && rule >= 0)
        {
            record.Contradict("RB2232", variables[0], null, names[0], names[1]);
        }

        return age;
    }

    /// <summary>Whole months between two dates (or years, of twelve): one counts when the same day of the month is reached, or the month's last day.</summary>
    private double Completed(RecordState record, int monthsOfUnit)
    {
        var (start, end) = (record.Slots[sources[0]], record.Slots[sources[1]]);
        if (double.IsNaN(start) || double.IsNaN(end))
        {
            return double.NaN;
        }

        if (start > end)
        {
            if (rule >= 0)
            {
                record.Contradict("RB2230", variables[0], null, names[0], names[1]);
            }

            return double.NaN;
        }

        return MonthsBetween(DateOnly.FromDayNumber((int)start), DateOnly.FromDayNumber((int)end)) / monthsOfUnit;
    }

    internal static int MonthsBetween(DateOnly start, DateOnly end)
    {
        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        var isLastDay = end.Day == DateTime.DaysInMonth(end.Year, end.Month);
        return end.Day >= start.Day || isLastDay ? months : months - 1;
    }

    private double Absence(RecordState record)
    {
        for (var i = 0; i < sources.Length; i++)
        {
            if (record.Slots[sources[i]] < 0)
            {
                if (rule >= 0)
                {
                    record.Contradict("RB2231", variables[i], null, names[i]);
                }

                return double.NaN;
            }
        }

        var (hours, days) = (record.Slots[sources[0]], record.Slots[sources[1]] * HoursOfDay);
        var (norwegian, society, other) = (record.Slots[sources[2]], record.Slots[sources[3]], record.Slots[sources[4]]);
        var attended = norwegian + society + other;
        // Multiplied before it is divided: 7.5 of 75 hours must be ten per cent and not a shade beside it.
        var share = kind switch
        {
            RuleKind.AbsenceShare => 100 * (hours + days) / attended,
            RuleKind.AbsenceAsPrinted => 100 * (hours + (days / norwegian) + society + other),
            _ => 100 * (hours + days) / (attended + hours + days),
        };
        // Nothing attended gives no share, however much was missed.
        return double.IsFinite(share) ? share : double.NaN;
    }

    private double Mean(double[] slots)
    {
        var (sum, count) = (0.0, 0);
        foreach (var source in sources)
        {
            if (!double.IsNaN(slots[source]))
            {
                sum += slots[source];
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private double First(double[] slots)
    {
        foreach (var source in sources)
        {
            if (!double.IsNaN(slots[source]))
            {
                return slots[source];
            }
        }

        return double.NaN;
    }
}
