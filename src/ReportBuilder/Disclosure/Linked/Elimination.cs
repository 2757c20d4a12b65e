namespace ReportBuilder.Disclosure.Linked;

/// <summary>
/// The sums of a component solved for as many of its cells as possible (exact Gaussian elimination in integers), those with most room first. Each of the other cells is free: moved by one, it moves some of the solved
/// ones, and all sums still hold. As the solved ones are those with most room, such moves can be long.
/// </summary>
internal sealed class Elimination
{
    // Numbers beyond this come from sums entangled as no table is; moves with them are left out.
    private const long Largest = 1000;

    private readonly LinkedSystem _system;
    private readonly int[] _order;
    private readonly Dictionary<int, int> _rank = [];
    private readonly List<(int Column, long Factor)>?[] _rowOf;
    private readonly List<(int Pivot, long Factor)>[] _dependents;
    private bool _isEntangled;

    /// <param name="system">The cells.</param>
    /// <param name="component">Which of them.</param>
    /// <param name="room">How far a cell can be moved down; the larger, the sooner it is solved for.</param>
    public Elimination(LinkedSystem system, HiddenComponent component, Func<int, int> room)
    {
        _system = system;
        _order = [.. component.Cells.OrderByDescending(room).ThenBy(c => c)];
        for (var i = 0; i < _order.Length; i++)
        {
            _rank[_order[i]] = i;
        }

        _rowOf = new List<(int, long)>?[_order.Length];
        _dependents = new List<(int, long)>[_order.Length];
        for (var i = 0; i < _order.Length; i++)
        {
            _dependents[i] = [];
        }

        Eliminate(component.Relations);
    }

    /// <summary>
    /// The moves of the free cells, each a list of cells and how far they go in one step. A cell that is in none of them follows from what is shown.
    /// </summary>
    public IEnumerable<Step[]> Moves()
    {
        var sums = new long[_order.Length];
        for (var free = 0; free < _order.Length && !_isEntangled; free++)
        {
            if (_rowOf[free] is null && Move(free, sums) is { } move)
            {
                yield return move;
            }
        }
    }

    private void Eliminate(int[] relations)
    {
        var rows = relations.Select(RowOf).ToArray();
        var isUsed = new bool[rows.Length];
        var rowsWith = new List<int>[_order.Length];
        for (var c = 0; c < rowsWith.Length; c++)
        {
            rowsWith[c] = [];
        }

        for (var r = 0; r < rows.Length; r++)
        {
            rows[r].ForEach(term => rowsWith[term.Column].Add(r));
        }

        for (var column = 0; column < rowsWith.Length; column++)
        {
            // Earlier columns are gone from the rows left, so this one stands first where it stands at all.
            var candidates = rowsWith[column]
                .Where(r => !isUsed[r] && rows[r].Count > 0 && rows[r][0].Column == column)
                .Distinct()
                .ToList();
            if (candidates.Count == 0)
            {
                continue;
            }

            var pivot = candidates.MinBy(r => (rows[r].Count, r));
            isUsed[pivot] = true;
            _rowOf[column] = rows[pivot];
            foreach (var row in candidates.Where(r => r != pivot))
            {
                rows[row] = Combine(rows[row], rows[pivot], added => rowsWith[added].Add(row));
                _isEntangled |= rows[row].Exists(term => Math.Abs(term.Factor) > Largest);
                if (_isEntangled)
                {
                    return;
                }
            }
        }

        for (var column = 0; column < _rowOf.Length; column++)
        {
            foreach (var term in _rowOf[column] ?? [])
            {
                if (term.Column != column)
                {
                    _dependents[term.Column].Add((column, term.Factor));
                }
            }
        }
    }

    private static bool StartsWith(List<(int Column, long Factor)> row, int column) => row.Count > 0 && row[0].Column == column;

    private List<(int Column, long Factor)> RowOf(int relation)
    {
        var row = new List<(int Column, long Factor)>();
        foreach (var link in _system.CellsOf(relation))
        {
            if (_system.IsHidden(link.Index))
            {
                row.Add((_rank[link.Index], link.Sign));
            }
        }

        row.Sort();
        return row;
    }

    /// <summary>A row with its first column removed by another with the same first column.</summary>
    private static List<(int Column, long Factor)> Combine(
        List<(int Column, long Factor)> row,
        List<(int Column, long Factor)> pivot,
        Action<int> added
    )
    {
        var divisor = Gcd(row[0].Factor, pivot[0].Factor);
        var (keep, take) = (pivot[0].Factor / divisor, row[0].Factor / divisor);
        var result = new List<(int Column, long Factor)>(row.Count + pivot.Count);
        var (i, j, common) = (1, 1, 0L);
        while (i < row.Count || j < pivot.Count)
        {
            var isRow = j == pivot.Count || (i < row.Count && row[i].Column <= pivot[j].Column);
            var isPivot = i == row.Count || (j < pivot.Count && pivot[j].Column <= row[i].Column);
            var column = isRow ? row[i].Column : pivot[j].Column;
            var factor = (isRow ? keep * row[i].Factor : 0) - (isPivot ? take * pivot[j].Factor : 0);
            if (factor != 0)
            {
                result.Add((column, factor));
                common = common == 1 ? 1 : Gcd(common, factor);
            }

            if (!isRow)
            {
                added(column);
            }

            i += isRow ? 1 : 0;
            j += isPivot ? 1 : 0;
        }

        for (var n = 0; common > 1 && n < result.Count; n++)
        {
            result[n] = (result[n].Column, result[n].Factor / common);
        }

        return result;
    }

    private Step[]? Move(int free, long[] sums)
    {
        var values = new List<(int Column, long Value)> { (free, 1) };
        var scale = 1L;
        var isSmall = true;
        Spread(free, 1, sums);
        for (var column = free - 1; column >= 0; column--)
        {
            var sum = sums[column];
            sums[column] = 0;
            if (sum == 0 || !isSmall)
            {
                continue;
            }

            var factor = _rowOf[column]![0].Factor;
            var lacking = factor is 1 or -1 ? 1 : Math.Abs(factor / Gcd(sum, factor));
            if (lacking > 1)
            {
                scale *= lacking;
                values = [.. values.Select(v => (v.Column, v.Value * lacking))];
                for (var c = 0; c < column; c++)
                {
                    sums[c] *= lacking;
                }
            }

            var value = -(sum * lacking / factor);
            isSmall = scale < Largest && Math.Abs(value) < Largest;
            values.Add((column, value));
            Spread(column, value, sums);
        }

        return isSmall ? [.. values.Select(v => new Step(_order[v.Column], (int)v.Value))] : null;
    }

    private void Spread(int column, long value, long[] sums)
    {
        foreach (var (pivot, factor) in _dependents[column])
        {
            sums[pivot] += factor * value;
        }
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return Math.Abs(a);
    }
}
