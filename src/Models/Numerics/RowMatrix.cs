using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBuilder.Models.Numerics;

/// <summary>
/// A matrix row by row, each row padded with zeros to whole vectors of four, for quantities that have one value a parameter: a row is
/// a cell or a level, a column a parameter.
/// </summary>
internal sealed class RowMatrix
{
    private readonly Vector256<double>[] _data;

    public RowMatrix(int rowCount, int columnCount)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        Width = (columnCount + Vector256<double>.Count - 1) / Vector256<double>.Count;
        _data = new Vector256<double>[rowCount * Width];
    }

    public int RowCount { get; }

    public int ColumnCount { get; }

    /// <summary>Vectors in a row.</summary>
    public int Width { get; }

    public void Clear() => _data.AsSpan().Clear();

    public Span<Vector256<double>> Row(int row) => _data.AsSpan(row * Width, Width);

    public Span<double> Values(int row) => MemoryMarshal.Cast<Vector256<double>, double>(Row(row));

    /// <summary>target += factor · source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Span<Vector256<double>> target, double factor, ReadOnlySpan<Vector256<double>> source)
    {
        var factors = Vector256.Create(factor);
        for (var i = 0; i < target.Length && i < source.Length; i++)
        {
            target[i] += factors * source[i];
        }
    }

    /// <summary>Adds a multiple of a row's product with itself to this square matrix: the lower triangle, and beside it what makes vectors whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddSquare(double factor, ReadOnlySpan<Vector256<double>> row)
    {
        var values = MemoryMarshal.Cast<Vector256<double>, double>(row);
        for (var j = 0; j < RowCount; j++)
        {
            var target = Row(j)[..(j / Vector256<double>.Count + 1)];
            var factors = Vector256.Create(factor * values[j]);
            for (var i = 0; i < target.Length; i++)
            {
                target[i] += factors * row[i];
            }
        }
    }

    /// <summary>The full symmetric matrix, row by row, of which this holds the lower triangle.</summary>
    public double[] ToSymmetric()
    {
        var full = new double[RowCount * RowCount];
        for (var j = 0; j < RowCount; j++)
        {
            var values = Values(j);
            for (var k = 0; k <= j; k++)
            {
                full[j * RowCount + k] = values[k];
                full[k * RowCount + j] = values[k];
            }
        }

        return full;
    }

    /// <summary>target *= factor.</summary>
    public static void Scale(Span<Vector256<double>> target, double factor)
    {
        var factors = Vector256.Create(factor);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] *= factors;
        }
    }

    /// <summary>Adds A'B to this square matrix, the first <paramref name="rows"/> rows of each; four rows at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddProduct(RowMatrix a, RowMatrix b, int rows)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            ReadOnlySpan<double> a0 = a.Values(row);
            ReadOnlySpan<double> a1 = a.Values(row + 1);
            ReadOnlySpan<double> a2 = a.Values(row + 2);
            ReadOnlySpan<double> a3 = a.Values(row + 3);
            ReadOnlySpan<Vector256<double>> b0 = b.Row(row);
            ReadOnlySpan<Vector256<double>> b1 = b.Row(row + 1);
            ReadOnlySpan<Vector256<double>> b2 = b.Row(row + 2);
            ReadOnlySpan<Vector256<double>> b3 = b.Row(row + 3);
            for (var i = 0; i < RowCount; i++)
            {
                var (f0, f1, f2, f3) = (Vector256.Create(a0[i]), Vector256.Create(a1[i]), Vector256.Create(a2[i]), Vector256.Create(a3[i]));
                var target = Row(i);
                for (var j = 0; j < target.Length; j++)
                {
                    target[j] += (f0 * b0[j] + f1 * b1[j]) + (f2 * b2[j] + f3 * b3[j]);
                }
            }
        }

        for (; row < rows; row++)
        {
            for (var i = 0; i < RowCount; i++)
            {
                Add(Row(i), a.Values(row)[i], b.Row(row));
            }
        }
    }
}
