using ReportBuilder.Disclosure.Linked;

namespace ReportBuilder.Tests.Disclosure.Linked;

/// <summary>
/// The true attacker, for small tables: tries, for every hidden cell, all whole numbers from its floor to some way above its count and keeps those that satisfy all sums. He knows nothing of how anything was hidden.
/// </summary>
internal sealed class BruteForce
{
    private readonly LinkedCells _cells;
    private readonly LinkedSystem _system;
    private readonly int[] _values;
    private readonly int _above;
    private readonly int[] _order;
    private readonly SortedSet<int>[] _possible;
    private readonly (bool IsTotal, int Total, int[] Known, int Floors, bool IsOpen)[][] _sums;
    private long _nodes;

    private BruteForce(LinkedCells cells, LinkedSystem system, int above)
    {
        (_cells, _system, _above) = (cells, system, above);
        _values = [.. system.Counts];
        _possible = [.. _values.Select(_ => new SortedSet<int>())];
        // Parts before totals, so that most totals follow.
        _order =
        [
            .. Enumerable
                .Range(0, cells.Count)
                .Where(system.IsHidden)
                .OrderBy(c => cells.Relations.Count(r => r.Total == c))
                .ThenBy(c => c),
        ];
        _sums = [.. Enumerable.Range(0, _order.Length).Select(SumsOf)];
    }

    /// <summary>The numbers possible for every cell, no cell being further above its count than told; null when there are too many to try.</summary>
    public static SortedSet<int>[]? Possible(LinkedCells cells, Func<CellRef, bool> isHidden, int above, long nodes = 100_000)
    {
        var force = new BruteForce(cells, LinkedSystem.With(cells, isHidden), above);
        return force.Try(0, nodes) ? force._possible : null;
    }

    private bool Try(int at, long most)
    {
        if (++_nodes > most)
        {
            return false;
        }

        if (at == _order.Length)
        {
            for (var i = 0; i < _values.Length; i++)
            {
                _possible[i].Add(_values[i]);
            }

            return true;
        }

        var cell = _order[at];
        var (low, high) = Limits(cell, at);
        var before = _values[cell];
        for (var value = low; value <= high; value++)
        {
            _values[cell] = value;
            if (!Try(at + 1, most))
            {
                return false;
            }
        }

        _values[cell] = before;
        return true;
    }

    /// <summary>What the sums leave for a cell, given the cells before it and the floors of those after.</summary>
    private (int Low, int High) Limits(int cell, int at)
    {
        var (low, high) = (_system.FloorOf(cell), _system.Counts[cell] + _above);
        foreach (var (isTotal, total, known, floors, isOpen) in _sums[at])
        {
            var sum = floors;
            foreach (var part in known)
            {
                sum += _values[part];
            }

            if (isTotal)
            {
                low = Math.Max(low, sum);
                high = isOpen ? high : Math.Min(high, sum);
            }
            else if (total >= 0)
            {
                high = Math.Min(high, _values[total] - sum);
                low = isOpen ? low : Math.Max(low, _values[total] - sum);
            }
        }

        return (low, high);
    }

    /// <summary>The sums that a cell is in: whether it is the total, else the total when that is known by then; the parts known by then, the floors of the others, and whether there are any.</summary>
    private (bool IsTotal, int Total, int[] Known, int Floors, bool IsOpen)[] SumsOf(int at)
    {
        var cell = _order[at];
        var later = _order[(at + 1)..].ToHashSet();
        return
        [
            .. _cells
                .Relations.Where(r => r.Total == cell || r.Parts.Contains(cell))
                .Select(r =>
                {
                    int[] open = [.. r.Parts.Where(later.Contains)];
                    int[] known = [.. r.Parts.Where(p => p != cell && !later.Contains(p))];
                    return (r.Total == cell, later.Contains(r.Total) ? -1 : r.Total, known, open.Sum(_system.FloorOf), open.Length > 0);
                }),
        ];
    }
}
