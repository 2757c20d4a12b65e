using System.Runtime.CompilerServices;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// tr(D⁻¹D_aD⁻¹D_b) for all pairs of parameters, D_a being the derivative of D. With D = L_D L_D' it is the inner product of the matrices
/// X_a = L_D⁻¹ D_a L_D⁻ᵀ, whose blocks are, in the terms of <see cref="PenalisedSystem"/>, α = A⁻¹A_a, A^-½(B_a − αB)L⁻ᵀ and
/// L⁻¹(C_a − B_a'A⁻¹B − B'A⁻¹B_a + B'A⁻¹αB)L⁻ᵀ. Their elements are gathered one row for each place, one column a parameter.
/// </summary>
internal sealed class DeterminantSlopes
{
    private const int BufferRows = 512;
    private static readonly double RootTwo = Math.Sqrt(2);

    private readonly LevelStructure _levels;
    private readonly int _width;
    private readonly RowMatrix _buffer;
    private readonly RowMatrix _links;
    private readonly RowMatrix _across;
    private readonly RowMatrix _rest;
    private int _filled;

    public DeterminantSlopes(LevelStructure levels, int width, int order)
    {
        _levels = levels;
        _width = width;
        var mostLinks = 0;
        for (var pivot = 0; pivot < levels.PivotCount; pivot++)
        {
            mostLinks = Math.Max(mostLinks, levels.LinkStarts[pivot + 1] - levels.LinkStarts[pivot]);
        }

        var largest = levels.LargestRest;
        _buffer = new RowMatrix(BufferRows, order);
        _links = new RowMatrix(mostLinks, order);
        _across = new RowMatrix(largest, order);
        _rest = new RowMatrix(largest * largest, order);
        Gram = new RowMatrix(order, order);
    }

    /// <summary>The traces.</summary>
    public RowMatrix Gram { get; }

    /// <param name="system">D.</param>
    /// <param name="cellSkews">Σ w'η_a of each cell.</param>
    /// <param name="cellWeights">Σ w of each cell.</param>
    /// <param name="sigma">Standard deviations.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(PenalisedSystem system, RowMatrix cellSkews, ReadOnlySpan<double> cellWeights, ReadOnlySpan<double> sigma)
    {
        Gram.Clear();
        _filled = 0;
        for (var part = 0; part < _levels.PartCount; part++)
        {
            var order = _levels.PartRests[part + 1] - _levels.PartRests[part];
            for (var place = 0; place < order * order; place++)
            {
                _rest.Row(place).Clear();
            }

            for (var pivot = _levels.PartPivots[part]; pivot < _levels.PartPivots[part + 1]; pivot++)
            {
                AddPivot(part, order, pivot, system, cellSkews, cellWeights, sigma);
            }

            PushRest(part, order, system);
        }

        Flush();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPivot(
        int part,
        int order,
        int pivot,
        PenalisedSystem system,
        RowMatrix cellSkews,
        ReadOnlySpan<double> cellWeights,
        ReadOnlySpan<double> sigma
    )
    {
        var (pivots, firstLink) = (_levels.PivotCount, _levels.LinkStarts[pivot]);
        var (restStart, linkCount) = (_levels.PartRests[part], _levels.LinkStarts[pivot + 1] - firstLink);
        for (var link = 0; link < linkCount; link++)
        {
            _links.Row(link).Clear();
        }

        var alphaPlace = Next();
        var own = _levels.LevelFactor[pivot];
        for (var cell = _levels.PivotCells[pivot]; cell < _levels.PivotCells[pivot + 1]; cell++)
        {
            AddTo(_buffer, alphaPlace, own, own, cell, cellSkews, cellWeights[cell], sigma);
            for (var k = 0; k < _levels.FactorCount && linkCount > 0; k++)
            {
                var place = cell * _levels.FactorCount + k;
                if (_levels.CellLinks[place] < 0)
                {
                    continue;
                }

                AddTo(_links, _levels.CellLinks[place] - firstLink, own, k, cell, cellSkews, cellWeights[cell], sigma);
                var x = _levels.CellLevels[place] - pivots - restStart;
                for (var l = 0; l < _levels.FactorCount; l++)
                {
                    if (_levels.CellLinks[cell * _levels.FactorCount + l] >= 0)
                    {
                        var y = _levels.CellLevels[cell * _levels.FactorCount + l] - pivots - restStart;
                        AddTo(_rest, x * order + y, k, l, cell, cellSkews, cellWeights[cell], sigma);
                    }
                }
            }
        }

        var a = system.Pivots[pivot];
        var alpha = _buffer.Row(alphaPlace);
        RowMatrix.Scale(alpha, 1 / a);
        if (linkCount == 0)
        {
            return;
        }

        EliminateFromRest(order, firstLink, linkCount, restStart, system, a, alphaPlace);
        for (var r = 0; r < order; r++)
        {
            _across.Row(r).Clear();
        }

        for (var link = 0; link < linkCount; link++)
        {
            var target = _across.Row(_levels.LinkRest[firstLink + link] - restStart);
            RowMatrix.Add(target, 1, _links.Row(link));
            RowMatrix.Add(target, -system.Links[firstLink + link], alpha);
        }

        system.ForwardRest(part, _across, 0);
        for (var r = 0; r < order; r++)
        {
            RowMatrix.Add(_buffer.Row(Next()), RootTwo / Math.Sqrt(a), _across.Row(r));
        }
    }

    /// <summary>−B_a'A⁻¹B − B'A⁻¹B_a + B'A⁻¹αB of one pivot.</summary>
    private void EliminateFromRest(int order, int firstLink, int linkCount, int restStart, PenalisedSystem system, double a, int alphaPlace)
    {
        for (var i = 0; i < linkCount; i++)
        {
            var x = _levels.LinkRest[firstLink + i] - restStart;
            var left = system.Links[firstLink + i] / a;
            for (var j = 0; j < linkCount; j++)
            {
                var target = _rest.Row(x * order + _levels.LinkRest[firstLink + j] - restStart);
                var right = system.Links[firstLink + j];
                RowMatrix.Add(target, -right / a, _links.Row(i));
                RowMatrix.Add(target, -left, _links.Row(j));
                RowMatrix.Add(target, left * right, _buffer.Row(alphaPlace));
            }
        }
    }

    /// <summary>Adds a cell's part of the derivative of an element of D, σ_kσ_l Σw between levels of factors k and l.</summary>
    private void AddTo(RowMatrix target, int row, int k, int l, int cell, RowMatrix cellSkews, double weight, ReadOnlySpan<double> sigma)
    {
        RowMatrix.Add(target.Row(row), sigma[k] * sigma[l], cellSkews.Row(cell));
        var values = target.Values(row);
        values[_width + k] += sigma[l] * weight;
        values[_width + l] += sigma[k] * weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PushRest(int part, int order, PenalisedSystem system)
    {
        if (order == 0)
        {
            return;
        }

        var lower = system.Lower.AsSpan(_levels.PartBlocks[part], order * order);
        for (var j = 0; j < order; j++)
        {
            for (var s = 0; s < order; s++)
            {
                var target = _rest.Row(j * order + s);
                for (var k = 0; k < j; k++)
                {
                    RowMatrix.Add(target, -lower[j * order + k], _rest.Row(k * order + s));
                }

                RowMatrix.Scale(target, 1 / lower[j * order + j]);
            }
        }

        for (var j = 0; j < order; j++)
        {
            for (var s = 0; s <= j; s++)
            {
                var target = _rest.Row(j * order + s);
                for (var k = 0; k < s; k++)
                {
                    RowMatrix.Add(target, -lower[s * order + k], _rest.Row(j * order + k));
                }

                RowMatrix.Scale(target, 1 / lower[s * order + s]);
                RowMatrix.Add(_buffer.Row(Next()), s == j ? 1 : RootTwo, target);
            }
        }
    }

    /// <summary>A cleared row of the buffer. A pivot needs at most one and one a rest level before its first is used up.</summary>
    private int Next()
    {
        if (_filled == BufferRows)
        {
            Flush();
        }

        _buffer.Row(_filled).Clear();
        return _filled++;
    }

    private void Flush()
    {
        Gram.AddProduct(_buffer, _buffer, _filled);
        _filled = 0;
    }
}
