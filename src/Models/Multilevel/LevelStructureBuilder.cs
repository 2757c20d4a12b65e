namespace ReportBuilder.Models.Multilevel;

/// <summary>Finds the connected parts of the levels, numbers levels and cells, and sorts the rows. All in time linear in the rows.</summary>
internal sealed class LevelStructureBuilder
{
    private readonly int[][] _codes;
    private readonly int[][] _given;
    private readonly int _rowCount;
    private readonly int[] _offsets;
    private readonly int[] _nodeFactor;
    private readonly int[] _nodeRows;

    /// <summary>Part of each level ("node": factor by factor, in the order given).</summary>
    private readonly int[] _nodePart;

    /// <summary>Number of each level in the structure.</summary>
    private readonly int[] _nodeLevel;

    private int[] _partPivotFactor = [];
    private int[] _partPivots = [];
    private int[] _partRests = [];

    /// <param name="codes">For each factor, each row's level among those in use.</param>
    /// <param name="given">For each factor, the place of each level in use among the levels given.</param>
    private LevelStructureBuilder(int[][] codes, int[][] given)
    {
        _codes = codes;
        _given = given;
        _rowCount = codes[0].Length;
        _offsets = new int[codes.Length + 1];
        for (var k = 0; k < codes.Length; k++)
        {
            _offsets[k + 1] = _offsets[k] + given[k].Length;
        }

        _nodeFactor = new int[_offsets[^1]];
        _nodeRows = new int[_offsets[^1]];
        _nodePart = new int[_offsets[^1]];
        _nodeLevel = new int[_offsets[^1]];
        for (var k = 0; k < codes.Length; k++)
        {
            Array.Fill(_nodeFactor, k, _offsets[k], given[k].Length);
            foreach (var code in codes[k])
            {
                _nodeRows[_offsets[k] + code]++;
            }
        }
    }

    public static LevelStructure Build(int[][] codes, int[][] given)
    {
        var builder = new LevelStructureBuilder(codes, given);
        var partCount = builder.FindParts();
        builder.NumberLevels(partCount);
        return builder.Finish();
    }

    /// <summary>Union of the levels that meet in a row; parts are numbered by their first level.</summary>
    private int FindParts()
    {
        var parent = new int[_nodePart.Length];
        for (var node = 0; node < parent.Length; node++)
        {
            parent[node] = node;
        }

        int Root(int node)
        {
            while (parent[node] != node)
            {
                parent[node] = parent[parent[node]];
                node = parent[node];
            }

            return node;
        }

        for (var k = 1; k < _codes.Length; k++)
        {
            for (var row = 0; row < _rowCount; row++)
            {
                var (a, b) = (Root(_codes[0][row]), Root(_offsets[k] + _codes[k][row]));
                if (a != b)
                {
                    parent[Math.Max(a, b)] = Math.Min(a, b);
                }
            }
        }

        var count = 0;
        for (var node = 0; node < parent.Length; node++)
        {
            var root = Root(node);
            _nodePart[node] = root == node ? count++ : _nodePart[root];
        }

        return count;
    }

    private void NumberLevels(int partCount)
    {
        var factors = _codes.Length;
        var sizes = new int[partCount * factors];
        for (var node = 0; node < _nodePart.Length; node++)
        {
            sizes[_nodePart[node] * factors + _nodeFactor[node]]++;
        }

        _partPivotFactor = new int[partCount];
        _partPivots = new int[partCount + 1];
        _partRests = new int[partCount + 1];
        for (var part = 0; part < partCount; part++)
        {
            var own = sizes.AsSpan(part * factors, factors);
            var (pivot, all) = (0, 0);
            for (var k = 0; k < factors; k++)
            {
                all += own[k];
                pivot = own[k] > own[pivot] ? k : pivot;
            }

            _partPivotFactor[part] = pivot;
            _partPivots[part + 1] = _partPivots[part] + own[pivot];
            _partRests[part + 1] = _partRests[part] + all - own[pivot];
        }

        var (nextPivot, nextRest) = (_partPivots.ToArray(), _partRests.ToArray());
        for (var node = 0; node < _nodePart.Length; node++)
        {
            var part = _nodePart[node];
            _nodeLevel[node] = _nodeFactor[node] == _partPivotFactor[part] ? nextPivot[part]++ : _partPivots[^1] + nextRest[part]++;
        }
    }

    private LevelStructure Finish()
    {
        var (factors, pivotCount) = (_codes.Length, _partPivots[^1]);
        var levelFactor = new int[_nodeLevel.Length];
        var levelGiven = new int[_nodeLevel.Length];
        var levelRows = new int[_nodeLevel.Length];
        for (var node = 0; node < _nodeLevel.Length; node++)
        {
            var (level, factor) = (_nodeLevel[node], _nodeFactor[node]);
            levelFactor[level] = factor;
            levelGiven[level] = _given[factor][node - _offsets[factor]];
            levelRows[level] = _nodeRows[node];
        }

        var order = Sort(pivotCount);
        var (cellOf, cellStarts, cellLevels) = FindCells(order);
        var cellPivot = new int[cellStarts.Length - 1];
        var pivotCells = new int[pivotCount + 1];
        for (var cell = 0; cell < cellPivot.Length; cell++)
        {
            cellPivot[cell] = PivotOf(order[cellStarts[cell]]);
            pivotCells[cellPivot[cell] + 1] = cell + 1;
        }

        var (linkStarts, linkRest, cellLinks) = FindLinks(pivotCells, cellLevels, pivotCount, levelFactor.Length - pivotCount);
        var blocks = new int[_partPivots.Length];
        for (var part = 0; part + 1 < blocks.Length; part++)
        {
            // Beyond the limit on rest levels nothing is allocated, so that the sum may not overflow where it is not used.
            var rest = Math.Min(_partRests[part + 1] - _partRests[part], MixedLogit.MaxCrossedLevels);
            blocks[part + 1] = blocks[part] + rest * rest;
        }

        return new LevelStructure
        {
            FactorCount = factors,
            Order = order,
            CellOf = cellOf,
            CellStarts = cellStarts,
            CellLevels = cellLevels,
            CellLinks = cellLinks,
            PivotCells = pivotCells,
            LinkStarts = linkStarts,
            LinkRest = linkRest,
            PartPivots = _partPivots,
            PartRests = _partRests,
            PartBlocks = blocks,
            LevelFactor = levelFactor,
            LevelGiven = levelGiven,
            LevelRows = levelRows,
        };
    }

    private int LevelAt(int factor, int row) => _nodeLevel[_offsets[factor] + _codes[factor][row]];

    private int PivotOf(int row) => LevelAt(_partPivotFactor[_nodePart[_codes[0][row]]], row);

    /// <summary>Counting sorts, the last key first: by each factor's level, then by pivot level. Ties keep their order.</summary>
    private int[] Sort(int pivotCount)
    {
        var order = new int[_rowCount];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        if (_codes.Length > 1)
        {
            for (var k = _codes.Length - 1; k >= 0; k--)
            {
                var factor = k;
                order = SortBy(order, row => LevelAt(factor, row), _nodeLevel.Length);
            }
        }

        return SortBy(order, PivotOf, pivotCount);
    }

    private static int[] SortBy(int[] order, Func<int, int> key, int keyCount)
    {
        var keys = new int[order.Length];
        var starts = new int[keyCount + 1];
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = key(order[i]);
            starts[keys[i] + 1]++;
        }

        for (var k = 0; k < keyCount; k++)
        {
            starts[k + 1] += starts[k];
        }

        var sorted = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            sorted[starts[keys[i]]++] = order[i];
        }

        return sorted;
    }

    private (int[] CellOf, int[] CellStarts, int[] CellLevels) FindCells(int[] order)
    {
        var factors = _codes.Length;
        var cellOf = new int[order.Length];
        var starts = new List<int>();
        var levels = new List<int>();
        for (var i = 0; i < order.Length; i++)
        {
            var isNew = i == 0;
            for (var k = 0; k < factors && !isNew; k++)
            {
                isNew = _codes[k][order[i]] != _codes[k][order[i - 1]];
            }

            if (isNew)
            {
                starts.Add(i);
                for (var k = 0; k < factors; k++)
                {
                    levels.Add(LevelAt(k, order[i]));
                }
            }

            cellOf[i] = starts.Count - 1;
        }

        return (cellOf, [.. starts, order.Length], [.. levels]);
    }

    private static (int[] Starts, int[] Ends, int[] CellLinks) FindLinks(int[] pivotCells, int[] cellLevels, int pivotCount, int restCount)
    {
        var factors = cellLevels.Length / pivotCells[^1];
        var starts = new int[pivotCount + 1];
        var rests = new List<int>();
        var cellLinks = new int[cellLevels.Length];
        var last = new int[restCount];
        Array.Fill(last, -1);
        for (var pivot = 0; pivot < pivotCount; pivot++)
        {
            starts[pivot] = rests.Count;
            for (var place = pivotCells[pivot] * factors; place < pivotCells[pivot + 1] * factors; place++)
            {
                var rest = cellLevels[place] - pivotCount;
                if (rest < 0)
                {
                    cellLinks[place] = -1;
                    continue;
                }

                if (last[rest] < starts[pivot])
                {
                    last[rest] = rests.Count;
                    rests.Add(rest);
                }

                cellLinks[place] = last[rest];
            }
        }

        starts[pivotCount] = rests.Count;
        return (starts, [.. rests], cellLinks);
    }
}
