using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Numerics;

/// <summary>
/// Goes through standardised columns from left to right. A column of which earlier ones leave next to nothing is replaced by that rest, scaled to
/// mean square 1: the residual of its regression on them, by the normal equations with iterative refinement (Björck 1996, §2.9). When nothing is
/// left it is set aside: the rule of LINPACK's <c>dqrdc2</c>, which R uses, that later columns give way.
/// </summary>
internal sealed class CollinearColumns
{
    /// <summary>
    /// Share of a column's square left unexplained by earlier ones below which it is replaced. The Gram matrix of the others then
    /// still has about twelve correct digits.
    /// </summary>
    public const double ReplaceBelow = 1e-4;

    /// <summary>Factors whose contribution is below this share of the column are rounding, not part of the combination.</summary>
    private const double NegligibleShare = 1e-9;

    private const int MostRefinements = 5;

    private readonly StandardisedColumns _columns;
    private readonly PanelMatrix _matrix;
    private readonly PanelChunks _chunks;
    private readonly double[] _gram;
    private readonly int _width;
    private readonly GrowingCholesky _triangle = new();
    private readonly List<int> _places = [];
    private readonly List<double[]> _inverse = [];
    private readonly List<AliasedColumn> _aliased = [];

    private CollinearColumns(StandardisedColumns columns, int threads)
    {
        _columns = columns;
        _matrix = columns.Matrix;
        _gram = columns.Gram;
        _width = columns.Kept.Count;
        _chunks = new PanelChunks(_matrix.PanelCount, _width, threads);
    }

    /// <summary>The design's columns kept, ascending.</summary>
    public int[] Kept => [.. _places.Select(place => _columns.Kept[place])];

    public IReadOnlyList<AliasedColumn> Aliased => _aliased;

    /// <summary>Row-major inverse of the upper triangle R, where standardised columns = working columns · R.</summary>
    public double[] InverseTriangle
    {
        get
        {
            var rank = _places.Count;
            var inverse = new double[rank * rank];
            for (var column = 0; column < rank; column++)
            {
                for (var row = 0; row < _inverse[column].Length; row++)
                {
                    inverse[row * rank + column] = _inverse[column][row];
                }
            }

            return inverse;
        }
    }

    /// <summary>Makes the columns of the matrix well conditioned, in place.</summary>
    public static CollinearColumns Resolve(StandardisedColumns columns, int threads)
    {
        var run = new CollinearColumns(columns, threads);
        for (var place = 0; place < run._width; place++)
        {
            if (!run.TryKeep(place))
            {
                run.Replace(place);
            }
        }

        if (run._places.Count < run._width)
        {
            run._matrix.Keep(run._places);
        }

        return run;
    }

    private bool TryKeep(int place)
    {
        double[] row = [.. _places.Select(earlier => _gram[place * _width + earlier]), _gram[place * _width + place]];
        if (!_triangle.TryAdd(row, ReplaceBelow))
        {
            return false;
        }

        var unit = new double[_places.Count + 1];
        unit[^1] = 1;
        _places.Add(place);
        _inverse.Add(unit);
        return true;
    }

    private void Replace(int place)
    {
        var column = _columns.Kept[place];
        var smallest = ColumnBasis.AliasTolerance * _columns.Scale(column).RawLength;
        var rest = new double[_matrix.PanelCount * PanelMatrix.PanelRows];
        _matrix.CopyColumn(place, rest);
        var factors = new double[_places.Count];
        double[] products = [.. Enumerable.Range(0, _width).Select(k => _gram[place * _width + k])];
        var length = 1.0;
        for (var round = 0; round < MostRefinements; round++)
        {
            double[] change = [.. _places.Select(earlier => products[earlier])];
            double[] before = [.. change];
            _triangle.Solve(change);
            var explained = before.Zip(change, (product, factor) => product * factor).Sum() / _matrix.RowCount;
            if (round > 1 && (length <= smallest || explained <= 1e-6 * length * length))
            {
                break;
            }

            (products, length) = TakeOff(rest, change);
            factors = [.. factors.Zip(change, (sum, factor) => sum + factor)];
        }

        var combination = Combine(factors);
        if (length <= smallest || !KeepRest(place, rest, products, length, combination))
        {
            _aliased.Add(new AliasedColumn(column, AliasReason.LinearlyDependent, ToRawCombination(column, combination)));
        }
    }

    /// <summary>Takes earlier columns off; gives the products of all columns with what is left, and its root mean square.</summary>
    private (double[] Products, double Length) TakeOff(double[] rest, double[] factors)
    {
        var all = new double[_width];
        for (var k = 0; k < factors.Length; k++)
        {
            all[_places[k]] = factors[k];
        }

        var sums = new Vector256<double>[_chunks.Count][];
        _chunks.Run(
            (chunk, panels) =>
            {
                const int Height = PanelMatrix.VectorsPerPanel;
                // The last sum is that of the squares.
                var own = new Vector256<double>[_width + 1];
                Span<Vector256<double>> fitted = stackalloc Vector256<double>[Height];
                var vectors = MemoryMarshal.Cast<double, Vector256<double>>(rest.AsSpan());
                for (var panel = panels.Start.Value; panel < panels.End.Value; panel++)
                {
                    _matrix.Multiply(panel, all, fitted);
                    var left = vectors.Slice(panel * Height, Height);
                    for (var i = 0; i < Height; i++)
                    {
                        left[i] -= fitted[i];
                        own[_width] += left[i] * left[i];
                    }

                    _matrix.AddProducts(panel, left, own);
                }

                sums[chunk] = own;
            }
        );

        double[] products =
        [
            .. Enumerable.Range(0, _width + 1).Select(j => Vector256.Sum(sums.Aggregate(Vector256<double>.Zero, (a, s) => a + s[j]))),
        ];
        return (products[..^1], Math.Sqrt(products[^1] / _matrix.RowCount));
    }

    private bool KeepRest(int place, double[] rest, double[] products, double length, double[] combination)
    {
        foreach (ref var value in rest.AsSpan())
        {
            value /= length;
        }

        for (var k = 0; k < _width; k++)
        {
            var product = k == place ? _matrix.RowCount : products[k] / length;
            _gram[place * _width + k] = product;
            _gram[k * _width + place] = product;
        }

        if (!TryKeep(place))
        {
            return false;
        }

        _matrix.SetColumn(place, rest.AsSpan(0, _matrix.RowCount));
        _inverse[^1] = [.. combination.Select(factor => -factor / length), 1 / length];
        return true;
    }

    /// <summary>Factors of the standardised columns kept, from factors of the working ones.</summary>
    private double[] Combine(double[] working)
    {
        var factors = new double[working.Length];
        for (var k = 0; k < working.Length; k++)
        {
            for (var j = 0; j <= k; j++)
            {
                factors[j] += _inverse[k][j] * working[k];
            }
        }

        return factors;
    }

    private List<ColumnFactor> ToRawCombination(int column, double[] combination)
    {
        var own = _columns.Scale(column);
        var intercept = own.Mean + own.Scale * combination[0];
        var factors = new List<ColumnFactor>();
        for (var k = 1; k < combination.Length; k++)
        {
            if (Math.Abs(combination[k]) > NegligibleShare)
            {
                var earlier = _columns.Kept[_places[k]];
                var factor = combination[k] * own.Scale / _columns.Scale(earlier).Scale;
                factors.Add(new ColumnFactor(earlier, factor));
                intercept -= factor * _columns.Scale(earlier).Mean;
            }
        }

        if (Math.Abs(intercept) > NegligibleShare * own.Scale * own.RawLength)
        {
            factors.Insert(0, new ColumnFactor(0, intercept));
        }

        return factors;
    }
}
