using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>A matrix by rows that are mostly zero, as designs of indicators are.</summary>
internal sealed class SparseRows(int columnCount)
{
    private const int FirstRoom = 1024;

    // Arrays, not lists: rows are read millions of times, and a span of an array costs nothing.
    private int[] _starts = new int[FirstRoom];
    private int[] _columns = new int[FirstRoom];
    private double[] _values = new double[FirstRoom];
    private int _count;

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; } = columnCount;

    /// <summary>Number of finished rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>Adds an element to the row being made; zeros are left out.</summary>
    public void Add(int column, double value)
    {
        if (value != 0)
        {
            if (_count == _columns.Length)
            {
                Array.Resize(ref _columns, 2 * _count);
                Array.Resize(ref _values, 2 * _count);
            }

            _columns[_count] = column;
            _values[_count++] = value;
        }
    }

    /// <summary>Finishes the row being made.</summary>
    public void EndRow()
    {
        RowCount++;
        if (RowCount == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * RowCount);
        }

        _starts[RowCount] = _count;
    }

    /// <summary>Columns of the elements of a row.</summary>
    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>Values of the elements of a row.</summary>
    public ReadOnlySpan<double> Values(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The inner product of a row and a vector.</summary>
    public double Dot(int row, ReadOnlySpan<double> vector)
    {
        var columns = Columns(row);
        var values = Values(row);
        var sum = 0.0;
        for (var k = 0; k < columns.Length; k++)
        {
            sum += values[k] * vector[columns[k]];
        }

        return sum;
    }

    /// <summary>Adds a multiple of a row to a vector.</summary>
    public void AddTo(int row, double factor, Span<double> vector)
    {
        var columns = Columns(row);
        var values = Values(row);
        for (var k = 0; k < columns.Length; k++)
        {
            vector[columns[k]] += factor * values[k];
        }
    }

    /// <summary>The sum of all rows, each times its factor: A'f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Moments(ReadOnlySpan<double> factors)
    {
        var sums = new double[ColumnCount];
        for (var row = 0; row < RowCount; row++)
        {
            AddTo(row, factors[row], sums);
        }

        return sums;
    }
}
