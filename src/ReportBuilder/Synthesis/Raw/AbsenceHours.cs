namespace ReportBuilder.Synthesis.Raw;

/// <summary>Hours attended and absent, in half hours. A day is 7.5 hours, so all sums are whole numbers and the threshold is met exactly.</summary>
/// <param name="AbsentHours">Hours absent, beside the days.</param>
/// <param name="AbsentDays">Whole days absent, in days.</param>
/// <param name="Norwegian">Hours attended, Norwegian.</param>
/// <param name="Social">Hours attended, social studies.</param>
/// <param name="Other">Hours attended, NKNV.</param>
internal readonly record struct AbsenceHours(int AbsentHours, int AbsentDays, int Norwegian, int Social, int Other)
{
    private const int HalvesPerHour = 2;
    private const int HalvesPerDay = 15;
    private const int ThresholdParts = 10;
    private const int Fine = 1 << 16;

    /// <summary>Nothing registered.</summary>
    public static AbsenceHours None { get; } = new(-1, -1, -1, -1, -1);

    /// <summary>Draws hours for low absence (below a tenth of the hours attended) or high (a tenth or more).</summary>
    public static AbsenceHours Draw(bool isHigh, RawTables tables, RandomSource random)
    {
        var norwegian = Between(tables, RawConstants.NorwegianHoursFrom, RawConstants.NorwegianHoursTo, random);
        var social = Between(tables, RawConstants.SocialHoursFrom, RawConstants.SocialHoursTo, random);
        var other = tables.Happens(RawConstants.HasOtherHours, random)
            ? random.Below(tables.Whole(RawConstants.OtherHoursTo) + 1) * HalvesPerHour
            : 0;
        var attended = norwegian + social + other;
        int absent;
        if (!isHigh)
        {
            var share = Share(random) * tables.Constant(RawConstants.LowAbsenceTo) / 1000;
            absent = Math.Min((int)(attended * share), (attended - 1) / ThresholdParts);
        }
        else if (tables.Happens(RawConstants.ExactThreshold, random))
        {
            norwegian += (ThresholdParts - attended % ThresholdParts) % ThresholdParts;
            absent = (norwegian + social + other) / ThresholdParts;
        }
        else
        {
            // Squared: most of those with high absence are not far above the threshold.
            var (share, threshold) = (Share(random), 1.0 / ThresholdParts);
            var most = tables.Constant(RawConstants.HighAbsenceTo) / 1000;
            absent = Math.Max(
                (int)(attended * (threshold + (most - threshold) * share * share)),
                (attended + ThresholdParts - 1) / ThresholdParts
            );
        }

        var days = (int)(absent * tables.Constant(RawConstants.AbsenceInDays) / 100 * Share(random) / HalvesPerDay);
        return new AbsenceHours(absent - days * HalvesPerDay, days, norwegian, social, other);
    }

    private static double Share(RandomSource random) => random.Below(Fine) / (double)Fine;

    private static int Between(RawTables tables, string from, string to, RandomSource random)
    {
        var lowest = tables.Whole(from);
        return (lowest + random.Below(tables.Whole(to) - lowest + 1)) * HalvesPerHour - random.Below(HalvesPerHour);
    }
}
