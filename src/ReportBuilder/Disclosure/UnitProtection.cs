namespace ReportBuilder.Disclosure;

/// <summary>
/// Decides for units that are small and many (projects, municipalities) which may stand as a dot in a figure or as an example in a table. Whoever knows the size of a unit can
/// count its successes off its dot, so a unit is shown only if at least k of its persons have the outcome and at least k have not; and those that are left
/// out must not follow from the total of all less the dots shown (<see cref="CellProtection.OfOutcome"/>, with the units as categories).
/// </summary>
public static class UnitProtection
{
    /// <summary>What may be shown of each unit: its exact result, its result in whole per cent, or nothing.</summary>
    /// <param name="units">Persons and successes of every unit of a scheme, the too small ones included; their total is published.</param>
    /// <param name="minimum">The threshold k.</param>
    public static IReadOnlyList<Protection> Of(IReadOnlyList<CellCount> units, int minimum) => CellProtection.OfOutcome(units, minimum);

    /// <summary>
    /// Whether a percentile of results may be shown, rounded to whole per cent: at least k units lie at each side of it, so that it tells of no unit by itself.
    /// </summary>
    /// <param name="units">Number of units.</param>
    /// <param name="probability">Share of units below the percentile.</param>
    /// <param name="minimum">The threshold k.</param>
    public static bool MayShowPercentile(int units, double probability, int minimum) =>
        Math.Min(probability, 1 - probability) * units >= minimum - 1e-9;
}
