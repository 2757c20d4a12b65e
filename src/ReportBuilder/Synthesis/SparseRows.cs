using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReportBuilder.Synthesis;

/// <summary>A matrix by rows that are mostly zero, as designs of indicators are.</summary>
internal sealed class SparseRows(int columnCount)
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _columns = [];
    private readonly List<double> _values = [];

    /// <summary>Number of columns.</summary>
    public int ColumnCount { get; } = columnCount;

    /// <summary>Number of finished rows.</summary>
    public int RowCount => _starts.Count - 1;

    /// <summary>Adds an element to the row being made; zeros are left out.</summary>
    public void Add(int column, double value)
    {
        if (value != 0)
        {
            _columns.Add(column);
            _values.Add(value);
        }
    }

    /// <summary>Finishes the row being made.</summary>
    public void EndRow() => _starts.Add(_columns.Count);

    /// <summary>Columns of the elements of a row.</summary>
    public ReadOnlySpan<int> Columns(int row) => CollectionsMarshal.AsSpan(_columns)[_starts[row].._starts[row + 1]];

    /// <summary>Values of the elements of a row.</summary>
    public ReadOnlySpan<double> Values(int row) => CollectionsMarshal.AsSpan(_values)[_starts[row].._starts[row + 1]];

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
