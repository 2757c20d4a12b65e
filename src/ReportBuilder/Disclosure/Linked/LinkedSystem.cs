namespace ReportBuilder.Disclosure.Linked;

/// <summary>
/// Linked cells as arrays, with a pattern of hidden ones that only grows: what an outsider knows. A sum is the equation «parts − total = 0»; he knows the shown cells, and the lowest
/// number that each hidden one can have (<see cref="FloorOf"/>).
/// </summary>
internal sealed class LinkedSystem
{
    private readonly int[] _relationStart;
    private readonly int[] _cellStart;
    private readonly Link[] _byRelation;
    private readonly Link[] _byCell;
    private readonly bool[] _isHidden;
    private readonly bool[] _mayBeEmpty;
    private readonly bool[] _isTotal;
    private readonly bool[] _isPlainlyEmpty;
    private readonly int[] _shownParts;
    private readonly int[] _hiddenCells;
    private readonly int[] _hiddenEmpty;

    public LinkedSystem(LinkedCells cells)
    {
        Cells = cells;
        Counts = [.. Enumerable.Range(0, cells.Count).Select(i => cells.CountOf(new CellRef(i)))];
        _isHidden = new bool[cells.Count];
        _mayBeEmpty =
        [
            .. Enumerable.Range(0, cells.Count).Select(i => Counts[i] == 0 || cells.StateOf(new CellRef(i)) == CellState.Untold),
        ];
        _isTotal = new bool[cells.Count];
        _isPlainlyEmpty = new bool[cells.Count];
        _relationStart = new int[cells.Relations.Count + 1];
        _cellStart = new int[cells.Count + 1];
        _shownParts = new int[cells.Relations.Count];
        _hiddenCells = new int[cells.Relations.Count];
        // The rules for categories and outcomes hide empty ones too.
        _hiddenEmpty = [.. cells.Relations.Select(r => r.Kind == RelationKind.Sum ? 0 : 1)];
        for (var r = 0; r < cells.Relations.Count; r++)
        {
            var relation = cells.Relations[r];
            _relationStart[r + 1] = _relationStart[r] + relation.Parts.Length + 1;
            _isTotal[relation.Total] = true;
            _isPlainlyEmpty[relation.Total] |= Counts[relation.Total] == 0;
            _cellStart[relation.Total + 1]++;
            foreach (var part in relation.Parts)
            {
                _cellStart[part + 1]++;
                _mayBeEmpty[part] |= relation.Kind == RelationKind.Outcome;
                _isPlainlyEmpty[part] |= Counts[relation.Total] == 0;
            }
        }

        for (var r = 0; r < cells.Relations.Count; r++)
        {
            int[] parts = [.. cells.Relations[r].Parts.Where(part => !_isPlainlyEmpty[part])];
            _shownParts[r] = parts.Length;
            if (parts.Length == 1)
            {
                // The only part of a sum is the sum.
                _isTotal[parts[0]] = true;
            }
        }

        for (var i = 0; i < cells.Count; i++)
        {
            _cellStart[i + 1] += _cellStart[i];
        }

        _byRelation = new Link[_relationStart[^1]];
        _byCell = new Link[_relationStart[^1]];
        var next = _cellStart.ToArray();
        for (var r = 0; r < cells.Relations.Count; r++)
        {
            var relation = cells.Relations[r];
            var at = _relationStart[r];
            _byRelation[at++] = new Link(relation.Total, -1);
            _byCell[next[relation.Total]++] = new Link(r, -1);
            foreach (var part in relation.Parts)
            {
                _byRelation[at++] = new Link(part, 1);
                _byCell[next[part]++] = new Link(r, 1);
            }
        }
    }

    /// <summary>The cells with a pattern of hidden ones; untold cells are hidden always.</summary>
    public static LinkedSystem With(LinkedCells cells, Func<CellRef, bool> isHidden)
    {
        var system = new LinkedSystem(cells);
        for (var i = 0; i < cells.Count; i++)
        {
            if (isHidden(new CellRef(i)) || cells.StateOf(new CellRef(i)) == CellState.Untold)
            {
                system.Hide(i);
            }
        }

        return system;
    }

    public LinkedCells Cells { get; }

    /// <summary>The true counts.</summary>
    public int[] Counts { get; }

    public int CellCount => Counts.Length;

    public int RelationCount => _shownParts.Length;

    /// <summary>The cells of a sum, its total first, with their signs.</summary>
    public ReadOnlySpan<Link> CellsOf(int relation) => _byRelation.AsSpan(_relationStart[relation].._relationStart[relation + 1]);

    /// <summary>The sums that a cell is in, with its sign in each.</summary>
    public ReadOnlySpan<Link> RelationsOf(int cell) => _byCell.AsSpan(_cellStart[cell].._cellStart[cell + 1]);

    public bool IsHidden(int cell) => _isHidden[cell];

    /// <summary>How many cells of a sum are hidden, its total included.</summary>
    public int HiddenIn(int relation) => _hiddenCells[relation];

    /// <summary>Hides a cell.</summary>
    public void Hide(int cell)
    {
        if (_isHidden[cell])
        {
            return;
        }

        _isHidden[cell] = true;
        foreach (var link in RelationsOf(cell))
        {
            _hiddenCells[link.Index]++;
            if (link.Sign > 0 && !_isPlainlyEmpty[cell])
            {
                _shownParts[link.Index]--;
                _hiddenEmpty[link.Index] += Counts[cell] == 0 ? 1 : 0;
            }
        }
    }

    /// <summary>
    /// The lowest number that an outsider must reckon with for a hidden cell. An empty cell is shown, as hiding it protects nobody; so a hidden one has at least one person, except where empty ones
    /// are hidden too: in an outcome, among categories that are all hidden, and in another sum whose parts are all hidden when some are empty; but not when they are sums themselves.
    /// </summary>
    public int FloorOf(int cell)
    {
        if (_mayBeEmpty[cell])
        {
            return 0;
        }

        if (_isTotal[cell])
        {
            return 1;
        }

        foreach (var link in RelationsOf(cell))
        {
            if (_shownParts[link.Index] == 0 && _hiddenEmpty[link.Index] > 0)
            {
                return 0;
            }
        }

        return 1;
    }

    /// <summary>The lowest number that the floors of a hidden cell and of its parts leave: a place with participants in two years has at least two.</summary>
    public int LeastOf(int cell)
    {
        var least = FloorOf(cell);
        foreach (var link in RelationsOf(cell))
        {
            if (link.Sign < 0)
            {
                var sum = 0;
                foreach (var part in CellsOf(link.Index)[1..])
                {
                    sum += _isHidden[part.Index] ? LeastOf(part.Index) : Counts[part.Index];
                }

                least = Math.Max(least, sum);
            }
        }

        return least;
    }

    /// <summary>True when the cell is empty because everything around it is: its parts, or the whole that it is a part of. Hiding it would hide nothing.</summary>
    public bool IsPlainlyEmpty(int cell) => _isPlainlyEmpty[cell];

    /// <summary>True when the cell may still be hidden.</summary>
    public bool CanHide(int cell) => !_isHidden[cell] && !_isPlainlyEmpty[cell] && Cells.StateOf(new CellRef(cell)) == CellState.Open;

    /// <summary>True when a hidden cell is promised protection.</summary>
    public bool IsPromised(int cell) => _isHidden[cell] && Cells.StateOf(new CellRef(cell)) != CellState.Untold;

    public int ThresholdOf(int cell) => Cells.RuleOf(new CellRef(cell)).Threshold;
}

/// <summary>A cell in a sum, or a sum of a cell.</summary>
/// <param name="Index">The cell, or the sum.</param>
/// <param name="Sign">1 for a part, −1 for the total.</param>
internal readonly record struct Link(int Index, int Sign);
