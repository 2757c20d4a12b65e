using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReportBuilder.Models.Numerics;

/// <summary>
/// Gathers Z'WZ panel by panel. Sums are kept as four lanes until the end; tiles of three by three columns stay in
/// registers, so that each value loaded is used three times.
/// </summary>
internal sealed class CrossProduct
{
    /// <summary>Columns in a tile: nine sums, three factors and one product fit the sixteen vector registers of AVX2.</summary>
    public const int Tile = 3;

    private readonly int _columnCount;
    private readonly int _tiles;
    private readonly Vector256<double>[] _sums;
    private readonly Vector256<double>[] _weighted;

    public CrossProduct(int columnCount, int paddedColumnCount)
    {
        _columnCount = columnCount;
        _tiles = paddedColumnCount / Tile;
        _sums = new Vector256<double>[_tiles * (_tiles + 1) / 2 * Tile * Tile];
        _weighted = new Vector256<double>[paddedColumnCount * PanelMatrix.VectorsPerPanel];
    }

    public void Clear() => _sums.AsSpan().Clear();

    /// <summary>Adds a panel, each of its rows with its weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<Vector256<double>> panel, ReadOnlySpan<Vector256<double>> weights)
    {
        const int Height = PanelMatrix.VectorsPerPanel;
        for (var start = 0; start < panel.Length; start += Height)
        {
            var from = panel.Slice(start, Height);
            var to = _weighted.AsSpan(start, Height);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = weights[i] * from[i];
            }
        }

        for (var row = 0; row < _tiles; row++)
        {
            var left = _weighted.AsSpan(row * Tile * Height, Tile * Height);
            for (var column = 0; column <= row; column++)
            {
                AddTile(left, panel.Slice(column * Tile * Height, Tile * Height), _sums.AsSpan(Place(row, column), Tile * Tile));
            }
        }
    }

    /// <summary>Adds up the sums of several parts, in their order, in the first of them.</summary>
    public static CrossProduct Sum(IReadOnlyList<CrossProduct> parts)
    {
        var total = parts[0]._sums;
        foreach (var part in parts.Skip(1))
        {
            for (var i = 0; i < total.Length; i++)
            {
                total[i] += part._sums[i];
            }
        }

        return parts[0];
    }

    /// <summary>Writes the sums as a full symmetric matrix, row by row.</summary>
    public void CopyTo(Span<double> matrix)
    {
        for (var j = 0; j < _columnCount; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var sum = Vector256.Sum(_sums[Place(j / Tile, k / Tile) + j % Tile * Tile + k % Tile]);
                matrix[j * _columnCount + k] = sum;
                matrix[k * _columnCount + j] = sum;
            }
        }
    }

    /// <summary>Where the sums of a tile begin; there are none above the diagonal.</summary>
    private static int Place(int row, int column) => (row * (row + 1) / 2 + column) * Tile * Tile;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTile(ReadOnlySpan<Vector256<double>> left, ReadOnlySpan<Vector256<double>> right, Span<Vector256<double>> sums)
    {
        const int Height = PanelMatrix.VectorsPerPanel;
        var a0 = left[..Height];
        var a1 = left.Slice(Height, Height);
        var a2 = left.Slice(2 * Height, Height);
        var b0 = right[..Height];
        var b1 = right.Slice(Height, Height);
        var b2 = right.Slice(2 * Height, Height);
        var (s00, s01, s02) = (sums[0], sums[1], sums[2]);
        var (s10, s11, s12) = (sums[3], sums[4], sums[5]);
        var (s20, s21, s22) = (sums[6], sums[7], sums[8]);
        for (var i = 0; i < Height; i++)
        {
            var (x, y, z) = (b0[i], b1[i], b2[i]);
            var a = a0[i];
            s00 += a * x;
            s01 += a * y;
            s02 += a * z;
            a = a1[i];
            s10 += a * x;
            s11 += a * y;
            s12 += a * z;
            a = a2[i];
            s20 += a * x;
            s21 += a * y;
            s22 += a * z;
        }

        (sums[0], sums[1], sums[2]) = (s00, s01, s02);
        (sums[3], sums[4], sums[5]) = (s10, s11, s12);
        (sums[6], sums[7], sums[8]) = (s20, s21, s22);
    }
}
