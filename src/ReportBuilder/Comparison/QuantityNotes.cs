using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>Adds to differences of numbers what only the rest of the editions tells: rank, outliers, and where they are shown.</summary>
internal sealed class QuantityNotes
{
    private readonly Edition _older;
    private readonly Edition _newer;
    private readonly QuantityListComparison _quantities;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<DifferenceFlag>> _outliers;
    private readonly IReadOnlySet<string> _moved;
    private readonly ShowIndex _shownNow;
    private readonly ShowIndex _shownBefore;

    /// <summary>Gathers the notes.</summary>
    public QuantityNotes(
        Edition older,
        Edition newer,
        QuantityListComparison quantities,
        IReadOnlyDictionary<string, IReadOnlyList<DifferenceFlag>> outliers
    )
    {
        (_older, _newer, _quantities, _outliers) = (older, newer, quantities, outliers);
        var changed = Keys(quantities.Differences.Where(d => d.Kind == DifferenceKind.Changed));
        _moved = RankChanges.Find(older, newer, changed);
        var told = Keys(quantities.Differences.Concat(quantities.WithinTolerance));
        told.UnionWith(outliers.Keys);
        _shownNow = new ShowIndex(newer, told);
        _shownBefore = new ShowIndex(older, Keys(quantities.Differences.Where(d => d.Kind == DifferenceKind.Gone)));
    }

    /// <summary>The difference with all that there is to tell about it.</summary>
    public Difference Complete(Difference difference)
    {
        var shown = difference.Kind == DifferenceKind.Gone ? _shownBefore : _shownNow;
        return difference with { Flags = FlagsOf(difference), ShownIn = shown.Of(difference.Key) };
    }

    private IReadOnlyList<DifferenceFlag> FlagsOf(Difference difference)
    {
        var hasMoved = difference.Kind == DifferenceKind.Changed && _moved.Contains(difference.Key);
        var outlier = _outliers.GetValueOrDefault(difference.Key, []);
        if (!hasMoved && outlier.Count == 0)
        {
            return difference.Flags;
        }

        IEnumerable<DifferenceFlag> more = hasMoved ? [DifferenceFlag.Rank, .. outlier] : outlier;
        return [.. difference.Flags.Concat(more).Order()];
    }

    /// <summary>Outliers among the numbers that need no explanation.</summary>
    public IReadOnlyList<Difference> OutliersElsewhere()
    {
        var told = Keys(_quantities.Differences);
        var within = _quantities.WithinTolerance.ToDictionary(d => d.Key, StringComparer.Ordinal);
        return
        [
            .. _outliers
                .Keys.Where(id => !told.Contains(id))
                .Order(StringComparer.Ordinal)
                .Select(id => Complete(within.GetValueOrDefault(id) ?? Alike(id))),
        ];
    }

    /// <summary>A number that is as before, or that a partial older edition does not know.</summary>
    private Difference Alike(string id)
    {
        var (old, now) = (_older.Find(id), _newer.Find(id)!);
        return old is null
            ? QuantityComparer.OnlyIn(now, DifferenceKind.New)
            : new Difference(id, DifferenceSubject.Quantity, DifferenceKind.Changed, ExactText.Of(old, []), ExactText.Of(now, []))
            {
                OldQuantity = old,
                NewQuantity = now,
            };
    }

    private static HashSet<string> Keys(IEnumerable<Difference> differences) =>
        differences.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
}
