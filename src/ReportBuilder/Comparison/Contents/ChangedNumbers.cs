using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Which numbers changed, for the tables and figures that show them: words and marks that follow a number need no explanation of their own.</summary>
internal sealed class ChangedNumbers
{
    private readonly HashSet<string> _inPrint;
    private readonly HashSet<string> _atAll;

    /// <summary>Gathers them.</summary>
    public ChangedNumbers(QuantityListComparison quantities)
    {
        _inPrint = quantities.Differences.Where(MayPrintOtherwise).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        _inPrint.UnionWith(quantities.Unmatched);
        _atAll = quantities.Differences.Concat(quantities.WithinTolerance).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        _atAll.UnionWith(quantities.Unmatched);
    }

    /// <summary>True when one of the numbers may be printed otherwise than before.</summary>
    public bool MayPrintOtherwise(IEnumerable<QuantityId> ids) => ids.Any(id => _inPrint.Contains(id.Value));

    /// <summary>True when one of the numbers is not exactly as before.</summary>
    public bool Differ(IEnumerable<QuantityId> ids) => ids.Any(id => _atAll.Contains(id.Value));

    /// <summary>All but a number of which only the base changed.</summary>
    private static bool MayPrintOtherwise(Difference difference) =>
        difference.Flags.Any(f => f is not (DifferenceFlag.Base or DifferenceFlag.Rank))
        || difference is not { OldQuantity.Value: { } old, NewQuantity.Value: { } now }
        || !SavedNumber.AreSame(old, now);
}
