namespace ReportBuilder.Briefings.Numbers;

/// <summary>
/// Gathers dots of a funnel plot in fields. Only municipalities whose result is told in their own briefing are counted, and by the numbers printed there: the fields tell nothing that the
/// briefings together do not. Fields with few municipalities are left out, so that no briefing points at another municipality.
/// </summary>
internal static class FunnelClouds
{
    /// <summary>Steps of shade: from the threshold, from twice as many, and from four times as many municipalities.</summary>
    private const int Levels = 3;

    /// <summary>Makes the fields.</summary>
    /// <param name="dots">Persons and difference, in percentage points, of each municipality told.</param>
    /// <param name="minimum">Fewest municipalities of a field.</param>
    public static FunnelCloud Of(IReadOnlyCollection<(int Persons, int Difference)> dots, int minimum)
    {
        var step = StepOf(dots.Count);
        return new FunnelCloud([
            .. dots.GroupBy(d => (Persons: OctaveOf(d.Persons), Difference: (int)Math.Floor((double)d.Difference / step)))
                .Where(field => field.Count() >= minimum)
                .OrderBy(field => field.Key.Persons)
                .ThenBy(field => field.Key.Difference)
                .Select(field => new FunnelField(
                    1 << field.Key.Persons,
                    1 << (field.Key.Persons + 1),
                    field.Key.Difference * step,
                    (field.Key.Difference + 1) * step,
                    Math.Min(Levels, 1 + (int)Math.Log2(field.Count() / minimum))
                )),
        ]);
    }

    /// <summary>Height of a field in percentage points: the fewer municipalities, the higher, so that enough of them meet in one.</summary>
    private static int StepOf(int municipalities) =>
        municipalities switch
        {
            >= 300 => 5,
            >= 100 => 10,
            _ => 20,
        };

    /// <summary>Fields are twice as wide for twice as many persons.</summary>
    private static int OctaveOf(int persons) => (int)Math.Log2(persons);
}
