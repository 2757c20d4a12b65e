using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Accounts;

/// <summary>How much numbers on one scale were revised.</summary>
/// <param name="Unit">The scale.</param>
/// <param name="Up">Numbers that became greater.</param>
/// <param name="Down">Numbers that became smaller.</param>
/// <param name="Median">Median of the absolute changes, in the unit of the numbers (shares as fractions).</param>
/// <param name="Greatest">The greatest absolute change.</param>
public sealed record RevisionSize(RevisionUnit Unit, int Up, int Down, double Median, double Greatest)
{
    private const int SignificantDecimals = 12;

    // What is smaller is noise, and 0 in print.
    private const int MostDecimals = 6;

    /// <summary>Numbers whose value changed.</summary>
    public int Count => Up + Down;

    /// <summary>
    /// The sizes, one for each scale on which a value changed. What is new or gone, and what changed in other respects than its value as printed, has no size.
    /// </summary>
    public static IReadOnlyList<RevisionSize> Of(IEnumerable<Difference> differences) =>
        [
            .. differences
                .Select(d => (d.NewQuantity, Change: ChangeOf(d)))
                .Where(c => c.Change is not (null or 0))
                .GroupBy(c => RevisionUnits.Of(c.NewQuantity!), c => c.Change!.Value)
                .OrderBy(g => g.Key)
                .Select(g => Of(g.Key, [.. g.Select(Math.Abs).Order()], g.Count(c => c > 0))),
        ];

    /// <summary>
    /// The change of a number; null when one of the two has no value, when they are measured in different units, or when the older is known in words or by its stars only. A number that an older edition knows only as printed is held
    /// against the newer one printed with the same decimals: what a reader with both on the table sees.
    /// </summary>
    public static double? ChangeOf(Difference difference)
    {
        if (
            difference is not { OldQuantity: { Value: { } before, Slack: null } old, NewQuantity: { Value: { } now } @new }
            || old.Unit != @new.Unit
        )
        {
            return null;
        }

        // A number in memory has more digits than one saved: both are held as saved, so that the report and the comparison of its saved edition tell the same.
        if (SavedNumber.AreSame(before, now))
        {
            return 0;
        }

        var after = old.Status == QuantityStatus.Rounded ? Quantity.Rounded(old.Id.Value, now, old.Unit, old.Decimals).Value!.Value : now;
        // 0.57 − 0.56 is not 0.01 to the last bit, and what is printed alike must not count as a change.
        return Math.Round(after - before, SignificantDecimals);
    }

    /// <summary>Decimals enough to show the first digit of a size: a change must not be printed as none.</summary>
    /// <param name="size">The size, in the unit of the numbers.</param>
    /// <param name="unit">The unit that it is printed in.</param>
    /// <param name="decimals">Decimals of a size that shows with them.</param>
    public static int DecimalsOf(double size, Unit unit, int decimals)
    {
        var printed = Math.Abs(size) * NorwegianNumberText.PrintScale(unit);
        return printed == 0 || printed >= 0.5 * Math.Pow(10, -decimals)
            ? decimals
            : Math.Min(MostDecimals, (int)Math.Ceiling(-Math.Log10(printed)));
    }

    private static RevisionSize Of(RevisionUnit unit, double[] sizes, int up)
    {
        var middle = sizes.Length / 2;
        var median = sizes.Length % 2 == 1 ? sizes[middle] : (sizes[middle - 1] + sizes[middle]) / 2;
        return new RevisionSize(unit, up, sizes.Length - up, median, sizes[^1]);
    }
}
