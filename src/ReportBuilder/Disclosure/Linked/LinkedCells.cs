namespace ReportBuilder.Disclosure.Linked;

/// <summary>A count among <see cref="LinkedCells"/>.</summary>
/// <param name="Index">Its place in the order in which they were added, from 0.</param>
public readonly record struct CellRef(int Index);

/// <summary>What is already decided of a count before the shield decides the rest.</summary>
public enum CellState
{
    /// <summary>It may be shown or hidden.</summary>
    Open,

    /// <summary>It is published elsewhere, and cannot be hidden any more.</summary>
    Published,

    /// <summary>It is hidden elsewhere, and must not follow from what is shown here.</summary>
    HiddenElsewhere,

    /// <summary>It is shown nowhere and needs no protection of its own, such as the difference between two counts that are both told of.</summary>
    Untold,
}

/// <summary>How a count of persons is protected.</summary>
/// <param name="Threshold">The threshold k, at least 3.</param>
/// <param name="HidesSmall">
/// True when a count of 1 to k−1 is hidden because it is small. False for a count that tells nothing of anyone, and is hidden only where it would give another away.
/// </param>
public readonly record struct CellRule(int Threshold, bool HidesSmall = true);

/// <summary>
/// Counts of persons and the sums that link them: categories of a variable, years of a place, places of a larger one. Everything is added, and then
/// <see cref="LinkedProtection.Decide"/> decides for all together what may be shown. A count is one cell however many places print it.
/// </summary>
public sealed class LinkedCells
{
    /// <summary>The smallest threshold: with 2, each of two persons would know the other.</summary>
    public const int LowestThreshold = 3;

    private readonly List<int> _counts = [];
    private readonly List<CellRule> _rules = [];
    private readonly List<CellState> _states = [];
    private readonly List<Relation> _relations = [];

    /// <summary>Number of cells.</summary>
    public int Count => _counts.Count;

    /// <summary>True when a cell is published elsewhere.</summary>
    internal bool HasPublished => _states.Contains(CellState.Published);

    /// <summary>The sums, in the order added.</summary>
    internal IReadOnlyList<Relation> Relations => _relations;

    /// <summary>Adds a count.</summary>
    /// <param name="count">Persons, 0 or more.</param>
    /// <param name="rule">How it is protected.</param>
    /// <param name="state">What is already decided of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the threshold below <see cref="LowestThreshold"/>.</exception>
    public CellRef Add(int count, CellRule rule, CellState state = CellState.Open)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Threshold, LowestThreshold, nameof(rule));
        _counts.Add(count);
        _rules.Add(rule);
        _states.Add(state);
        return new CellRef(_counts.Count - 1);
    }

    /// <summary>Tells that one count is the sum of others.</summary>
    /// <exception cref="ArgumentException">A cell occurs twice or there are no parts, or the counts do not add up.</exception>
    public void Relate(CellRef total, IReadOnlyList<CellRef> parts) => Relate(total, parts, RelationKind.Sum);

    /// <summary>
    /// Tells that everyone of a base either reached an outcome or did not. Both are hidden when one of them is below the threshold of the first, zero
    /// included (then everyone's outcome would be known), and when the base is.
    /// </summary>
    /// <exception cref="ArgumentException">A cell occurs twice, or the counts do not add up.</exception>
    public void Outcome(CellRef @base, CellRef reached, CellRef notReached) => Relate(@base, [reached, notReached], RelationKind.Outcome);

    /// <summary>
    /// Tells that everyone of a base is in one of several categories. All are hidden when everyone is in the same (then everyone's category would be known), and
    /// when the base is below the threshold of the first category.
    /// </summary>
    /// <exception cref="ArgumentException">A cell occurs twice or there are no categories, or the counts do not add up.</exception>
    public void Composition(CellRef @base, IReadOnlyList<CellRef> categories) => Relate(@base, categories, RelationKind.Composition);

    /// <summary>The count of a cell.</summary>
    public int CountOf(CellRef cell) => _counts[cell.Index];

    /// <summary>How a cell is protected.</summary>
    public CellRule RuleOf(CellRef cell) => _rules[cell.Index];

    /// <summary>What was decided of a cell beforehand.</summary>
    public CellState StateOf(CellRef cell) => _states[cell.Index];

    private void Relate(CellRef total, IReadOnlyList<CellRef> parts, RelationKind kind)
    {
        int[] indices = [.. parts.Select(p => p.Index)];
        if (indices.Length == 0 || indices.Append(total.Index).Distinct().Count() != indices.Length + 1)
        {
            throw new ArgumentException("A sum needs parts, each of them once.", nameof(parts));
        }

        if (indices.Sum(i => (long)_counts[i]) != _counts[total.Index])
        {
            throw new ArgumentException("The parts do not make the total.", nameof(parts));
        }

        _relations.Add(new Relation(total.Index, indices, kind));
    }
}

/// <summary>What a sum means for the rules of its parts.</summary>
internal enum RelationKind
{
    /// <summary>Nothing but a sum.</summary>
    Sum,

    /// <summary>Those who reached an outcome and those who did not.</summary>
    Outcome,

    /// <summary>Categories of the same persons.</summary>
    Composition,
}

/// <summary>One count is the sum of others.</summary>
/// <param name="Total">Index of the sum.</param>
/// <param name="Parts">Indices of what it is the sum of.</param>
/// <param name="Kind">What it means for the rules.</param>
internal sealed record Relation(int Total, int[] Parts, RelationKind Kind);
