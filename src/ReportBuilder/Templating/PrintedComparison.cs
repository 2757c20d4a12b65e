using ReportBuilder.Editions;

namespace ReportBuilder.Templating;

/// <summary>Compares numbers as the reader would: as printed, with the coarsest rounding of those compared.</summary>
public static class PrintedComparison
{
    /// <summary>True when the numbers measure the same thing: one unit, or a share beside a probability.</summary>
    public static bool AreComparable(Quantity first, Quantity second) => Family(first.Unit) == Family(second.Unit);

    /// <summary>The numbers as printed, scaled to what the reader sees; null when one has no value.</summary>
    public static IReadOnlyList<decimal>? Values(IReadOnlyList<Quantity> quantities)
    {
        if (quantities.Count == 0 || quantities.Any(q => !q.HasValue))
        {
            return null;
        }

        var decimals = quantities.Min(q => q.Decimals);
        return [.. quantities.Select(q => Neutral.AsPrinted(q.Value!.Value, q.Unit, decimals))];
    }

    private static Unit Family(Unit unit) => unit == Unit.Probability ? Unit.Share : unit;
}
