using System.Runtime.CompilerServices;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// The matrix D = I + ΛZ'WZΛ over levels, factored: for each part the pivot block A is diagonal, B links pivots and rest levels, and the
/// dense Schur complement S = C − B'A⁻¹B = LL' is what is left for the rest. With L_D = [A^½ 0; B'A^-½ L] D = L_D L_D'.
/// </summary>
internal sealed class PenalisedSystem
{
    private readonly LevelStructure _levels;

    public PenalisedSystem(LevelStructure levels)
    {
        _levels = levels;
        Pivots = new double[levels.PivotCount];
        Links = new double[levels.LinkRest.Length];
        Lower = new double[levels.PartBlocks[^1]];
    }

    /// <summary>A.</summary>
    public double[] Pivots { get; }

    /// <summary>B, an entry a link.</summary>
    public double[] Links { get; }

    /// <summary>L of each part, row by row, zeros above the diagonal.</summary>
    public double[] Lower { get; }

    /// <summary>½ log det D.</summary>
    public double HalfLogDeterminant { get; private set; }

    /// <summary>Assembles and factors D from the sum of weights of each cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Factor(ReadOnlySpan<double> cellWeights, ReadOnlySpan<double> sigma)
    {
        Assemble(cellWeights, sigma);
        var half = 0.0;
        for (var part = 0; part < _levels.PartCount; part++)
        {
            EliminatePivots(part);
            for (var pivot = _levels.PartPivots[part]; pivot < _levels.PartPivots[part + 1]; pivot++)
            {
                half += Math.Log(Pivots[pivot]) / 2;
            }

            half += FactorRest(part);
        }

        HalfLogDeterminant = half;
    }

    /// <summary>Replaces the values at the levels by D⁻¹ times them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(Span<double> values)
    {
        var pivots = _levels.PivotCount;
        for (var part = 0; part < _levels.PartCount; part++)
        {
            var (first, count, order) = Part(part);
            if (order > 0)
            {
                var rest = values[(pivots + _levels.PartRests[part])..][..order];
                for (var pivot = first; pivot < first + count; pivot++)
                {
                    var scaled = values[pivot] / Pivots[pivot];
                    for (var link = _levels.LinkStarts[pivot]; link < _levels.LinkStarts[pivot + 1]; link++)
                    {
                        values[pivots + _levels.LinkRest[link]] -= Links[link] * scaled;
                    }
                }

                SolveRest(part, rest);
            }

            for (var pivot = first; pivot < first + count; pivot++)
            {
                var value = values[pivot];
                for (var link = _levels.LinkStarts[pivot]; link < _levels.LinkStarts[pivot + 1]; link++)
                {
                    value -= Links[link] * values[pivots + _levels.LinkRest[link]];
                }

                values[pivot] = value / Pivots[pivot];
            }
        }
    }

    /// <summary>Replaces each column of a matrix with one row a level by D⁻¹ times it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(RowMatrix values)
    {
        var pivots = _levels.PivotCount;
        for (var part = 0; part < _levels.PartCount; part++)
        {
            var (first, count, order) = Part(part);
            if (order > 0)
            {
                for (var pivot = first; pivot < first + count; pivot++)
                {
                    var row = values.Row(pivot);
                    for (var link = _levels.LinkStarts[pivot]; link < _levels.LinkStarts[pivot + 1]; link++)
                    {
                        RowMatrix.Add(values.Row(pivots + _levels.LinkRest[link]), -Links[link] / Pivots[pivot], row);
                    }
                }

                SolveRest(part, values);
            }

            for (var pivot = first; pivot < first + count; pivot++)
            {
                var row = values.Row(pivot);
                for (var link = _levels.LinkStarts[pivot]; link < _levels.LinkStarts[pivot + 1]; link++)
                {
                    RowMatrix.Add(row, -Links[link], values.Row(pivots + _levels.LinkRest[link]));
                }

                RowMatrix.Scale(row, 1 / Pivots[pivot]);
            }
        }
    }

    /// <summary>
    /// The elements of D⁻¹ between the levels of each cell, factors by factors, and the diagonal of D⁻¹.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Invert(Span<double> cellInverses, Span<double> diagonal)
    {
        var (factors, pivots) = (_levels.FactorCount, _levels.PivotCount);
        var largest = _levels.LargestRest;
        var inverse = new double[largest * largest];
        var projected = new double[largest];
        for (var part = 0; part < _levels.PartCount; part++)
        {
            var (first, count, order) = Part(part);
            var restStart = _levels.PartRests[part];
            InvertRest(part, inverse);
            for (var r = 0; r < order; r++)
            {
                diagonal[pivots + restStart + r] = inverse[r * order + r];
            }

            for (var pivot = first; pivot < first + count; pivot++)
            {
                // D⁻¹ between the pivot and the rest is −h/A with h = S⁻¹B', and 1/A + Bh/A² at the pivot itself.
                var own = projected.AsSpan(0, order);
                own.Clear();
                for (var link = _levels.LinkStarts[pivot]; link < _levels.LinkStarts[pivot + 1]; link++)
                {
                    var line = inverse.AsSpan((_levels.LinkRest[link] - restStart) * order, order);
                    for (var r = 0; r < order; r++)
                    {
                        own[r] += Links[link] * line[r];
                    }
                }

                var square = 0.0;
                for (var link = _levels.LinkStarts[pivot]; link < _levels.LinkStarts[pivot + 1]; link++)
                {
                    square += Links[link] * own[_levels.LinkRest[link] - restStart];
                }

                var a = Pivots[pivot];
                diagonal[pivot] = 1 / a + square / (a * a);
                for (var cell = _levels.PivotCells[pivot]; cell < _levels.PivotCells[pivot + 1]; cell++)
                {
                    for (var k = 0; k < factors; k++)
                    {
                        for (var l = 0; l < factors; l++)
                        {
                            var (x, y) = (_levels.CellLevels[cell * factors + k], _levels.CellLevels[cell * factors + l]);
                            cellInverses[(cell * factors + k) * factors + l] =
                                x < pivots && y < pivots ? diagonal[pivot]
                                : x < pivots ? -own[y - pivots - restStart] / a
                                : y < pivots ? -own[x - pivots - restStart] / a
                                : inverse[(x - pivots - restStart) * order + (y - pivots - restStart)];
                        }
                    }
                }
            }
        }
    }

    private (int FirstPivot, int PivotCount, int Order) Part(int part) =>
        (
            _levels.PartPivots[part],
            _levels.PartPivots[part + 1] - _levels.PartPivots[part],
            _levels.PartRests[part + 1] - _levels.PartRests[part]
        );

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Assemble(ReadOnlySpan<double> cellWeights, ReadOnlySpan<double> sigma)
    {
        var (factors, pivots) = (_levels.FactorCount, _levels.PivotCount);
        Pivots.AsSpan().Fill(1);
        Links.AsSpan().Clear();
        Lower.AsSpan().Clear();
        for (var part = 0; part < _levels.PartCount; part++)
        {
            var (first, count, order) = Part(part);
            var block = Lower.AsSpan(_levels.PartBlocks[part], order * order);
            for (var r = 0; r < order; r++)
            {
                block[r * order + r] = 1;
            }

            for (var pivot = first; pivot < first + count; pivot++)
            {
                var own = sigma[_levels.LevelFactor[pivot]];
                for (var cell = _levels.PivotCells[pivot]; cell < _levels.PivotCells[pivot + 1]; cell++)
                {
                    var weight = cellWeights[cell];
                    Pivots[pivot] += own * own * weight;
                    for (var k = 0; k < factors; k++)
                    {
                        var place = cell * factors + k;
                        if (_levels.CellLinks[place] < 0)
                        {
                            continue;
                        }

                        Links[_levels.CellLinks[place]] += own * sigma[k] * weight;
                        var x = _levels.CellLevels[place] - pivots - _levels.PartRests[part];
                        for (var l = 0; l < factors; l++)
                        {
                            if (_levels.CellLinks[cell * factors + l] >= 0)
                            {
                                var y = _levels.CellLevels[cell * factors + l] - pivots - _levels.PartRests[part];
                                block[x * order + y] += sigma[k] * sigma[l] * weight;
                            }
                        }
                    }
                }
            }
        }
    }

    /// <summary>C − B'A⁻¹B, lower triangle.</summary>
    private void EliminatePivots(int part)
    {
        var (first, count, order) = Part(part);
        if (order == 0)
        {
            return;
        }

        var block = Lower.AsSpan(_levels.PartBlocks[part], order * order);
        for (var pivot = first; pivot < first + count; pivot++)
        {
            for (var i = _levels.LinkStarts[pivot]; i < _levels.LinkStarts[pivot + 1]; i++)
            {
                var scaled = Links[i] / Pivots[pivot];
                var line = block.Slice((_levels.LinkRest[i] - _levels.PartRests[part]) * order, order);
                for (var j = _levels.LinkStarts[pivot]; j < _levels.LinkStarts[pivot + 1]; j++)
                {
                    line[_levels.LinkRest[j] - _levels.PartRests[part]] -= scaled * Links[j];
                }
            }
        }
    }

    /// <summary>Cholesky of S in place; gives ½ log det S. S is at least the identity of the rest, so it is positive definite.</summary>
    private double FactorRest(int part)
    {
        var order = Part(part).Order;
        var block = Lower.AsSpan(_levels.PartBlocks[part], order * order);
        var half = 0.0;
        for (var j = 0; j < order; j++)
        {
            var rowJ = block.Slice(j * order, order);
            for (var k = 0; k < j; k++)
            {
                var rowK = block.Slice(k * order, order);
                rowJ[k] = (rowJ[k] - Numerics.ColumnArithmetic.Dot(rowJ[..k], rowK[..k])) / rowK[k];
            }

            rowJ[j] = Math.Sqrt(rowJ[j] - Numerics.ColumnArithmetic.Dot(rowJ[..j], rowJ[..j]));
            rowJ[(j + 1)..].Clear();
            half += Math.Log(rowJ[j]);
        }

        return half;
    }

    private void SolveRest(int part, Span<double> rest)
    {
        var order = rest.Length;
        var block = Lower.AsSpan(_levels.PartBlocks[part], order * order);
        for (var j = 0; j < order; j++)
        {
            var row = block.Slice(j * order, order);
            rest[j] = (rest[j] - Numerics.ColumnArithmetic.Dot(row[..j], rest[..j])) / row[j];
        }

        for (var j = order - 1; j >= 0; j--)
        {
            var row = block.Slice(j * order, order);
            rest[j] /= row[j];
            Numerics.ColumnArithmetic.Subtract(rest[..j], rest[j], row[..j]);
        }
    }

    private void SolveRest(int part, RowMatrix values)
    {
        var order = Part(part).Order;
        var start = _levels.PivotCount + _levels.PartRests[part];
        ForwardRest(part, values, start);
        var block = Lower.AsSpan(_levels.PartBlocks[part], order * order);
        for (var j = order - 1; j >= 0; j--)
        {
            var row = values.Row(start + j);
            RowMatrix.Scale(row, 1 / block[j * order + j]);
            for (var k = 0; k < j; k++)
            {
                RowMatrix.Add(values.Row(start + k), -block[j * order + k], row);
            }
        }
    }

    /// <summary>Replaces the rows from a place on, one a rest level of the part, by L⁻¹ times them.</summary>
    public void ForwardRest(int part, RowMatrix values, int start)
    {
        var order = Part(part).Order;
        var block = Lower.AsSpan(_levels.PartBlocks[part], order * order);
        for (var j = 0; j < order; j++)
        {
            var row = values.Row(start + j);
            for (var k = 0; k < j; k++)
            {
                RowMatrix.Add(row, -block[j * order + k], values.Row(start + k));
            }

            RowMatrix.Scale(row, 1 / block[j * order + j]);
        }
    }

    /// <summary>S⁻¹, full.</summary>
    private void InvertRest(int part, Span<double> inverse)
    {
        var order = Part(part).Order;
        if (order == 1)
        {
            var root = Lower[_levels.PartBlocks[part]];
            inverse[0] = 1 / (root * root);
            return;
        }

        for (var r = 0; r < order; r++)
        {
            var line = inverse.Slice(r * order, order);
            line.Clear();
            line[r] = 1;
            SolveRest(part, line);
        }
    }
}
