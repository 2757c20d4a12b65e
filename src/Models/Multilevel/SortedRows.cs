using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>The rows of a design in the design's working columns, in the order of a <see cref="LevelStructure"/>, so that a cell's rows lie together.</summary>
internal sealed class SortedRows
{
    private readonly PanelMatrix _matrix;
    private readonly LevelStructure _levels;

    public SortedRows(ModelDesign design, LevelStructure levels)
    {
        _levels = levels;
        _matrix = new PanelMatrix(levels.RowCount, design.Basis.Rank);
        Outcome = new double[PaddedCount];
        var sorted = new double[levels.RowCount];
        for (var column = 0; column < Width; column++)
        {
            var values = Column(design.Basis.Matrix, column);
            for (var i = 0; i < sorted.Length; i++)
            {
                sorted[i] = values[levels.Order[i]];
            }

            _matrix.SetColumn(column, sorted);
        }

        for (var i = 0; i < levels.RowCount; i++)
        {
            Outcome[i] = design.Outcome[levels.Order[i]];
        }
    }

    /// <summary>Number of working columns.</summary>
    public int Width => _matrix.ColumnCount;

    public int RowCount => _matrix.RowCount;

    /// <summary>Number of rows with those that fill the last panel.</summary>
    public int PaddedCount => _matrix.PanelCount * PanelMatrix.PanelRows;

    /// <summary>0 or 1 for each row; 0 in the padding.</summary>
    public double[] Outcome { get; }

    /// <summary>Xβ.</summary>
    public void Multiply(ReadOnlySpan<double> coefficients, double[] into)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(into.AsSpan());
        for (var panel = 0; panel < _matrix.PanelCount; panel++)
        {
            _matrix.Multiply(panel, coefficients, vectors.Slice(panel * PanelMatrix.VectorsPerPanel, PanelMatrix.VectorsPerPanel));
        }
    }

    /// <summary>X'KX for weights K of the rows, 0 in the padding: full and symmetric, row by row.</summary>
    public void CrossProduct(double[] weights, Span<double> into)
    {
        // Two halves, whatever the machine, so that sums are the same everywhere.
        var half = _matrix.PanelCount / 2;
        var (first, second) = (new double[into.Length], new double[into.Length]);
        TwoThreads.Run(
            RowCount,
            () => CrossProduct(weights, 0, half, first),
            () => CrossProduct(weights, half, _matrix.PanelCount, second)
        );
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = first[i] + second[i];
        }
    }

    private void CrossProduct(double[] weights, int start, int end, double[] into)
    {
        var cross = new CrossProduct(_matrix.ColumnCount, _matrix.PaddedColumnCount);
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(weights.AsSpan());
        for (var panel = start; panel < end; panel++)
        {
            cross.Add(_matrix.Panel(panel), vectors.Slice(panel * PanelMatrix.VectorsPerPanel, PanelMatrix.VectorsPerPanel));
        }

        cross.CopyTo(into);
    }

    /// <summary>X'r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Project(double[] values, Span<double> into)
    {
        for (var column = 0; column < Width; column++)
        {
            var sum = 0.0;
            for (var panel = 0; panel < _matrix.PanelCount; panel++)
            {
                sum += ColumnArithmetic.Dot(Column(panel, column), values.AsSpan(panel * PanelMatrix.PanelRows, PanelMatrix.PanelRows));
            }

            into[column] = sum;
        }
    }

    /// <summary>Σ over each cell's rows of a weight times the row: a row a cell.</summary>
    public void CellSums(double[] weights, RowMatrix into)
    {
        into.Clear();

        // Each half has columns of its own, so that nothing is summed twice.
        var half = _matrix.PaddedColumnCount / CrossProductTile / 2 * CrossProductTile;
        TwoThreads.Run(RowCount, () => CellSums(weights, 0, half, into), () => CellSums(weights, half, Width, into));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CellSums(double[] weights, int start, int stopColumn, RowMatrix into)
    {
        for (var panel = 0; panel < _matrix.PanelCount; panel++)
        {
            var first = panel * PanelMatrix.PanelRows;
            var end = first + _matrix.RowsInPanel(panel);
            for (var column = start; column < stopColumn; column += CrossProductTile)
            {
                // Three columns at once keep the processor busy while a sum waits for the last.
                var c0 = Column(panel, column);
                var c1 = Column(panel, column + 1);
                var c2 = Column(panel, column + 2);
                for (var row = first; row < end; )
                {
                    var cell = _levels.CellOf[row];
                    var stop = Math.Min(end, _levels.CellStarts[cell + 1]);
                    var (s0, s1, s2) = (0.0, 0.0, 0.0);
                    for (; row < stop; row++)
                    {
                        var (w, i) = (weights[row], row - first);
                        s0 += w * c0[i];
                        s1 += w * c1[i];
                        s2 += w * c2[i];
                    }

                    var sums = into.Values(cell);
                    sums[column] += s0;
                    if (column + 1 < Width)
                    {
                        sums[column + 1] += s1;
                    }

                    if (column + 2 < Width)
                    {
                        sums[column + 2] += s2;
                    }
                }
            }
        }
    }

    private const int CrossProductTile = Numerics.CrossProduct.Tile;

    private ReadOnlySpan<double> Column(int panel, int column) =>
        MemoryMarshal.Cast<Vector256<double>, double>(
            _matrix.Panel(panel).Slice(column * PanelMatrix.VectorsPerPanel, PanelMatrix.VectorsPerPanel)
        );

    private static double[] Column(PanelMatrix matrix, int column)
    {
        var values = new double[matrix.PanelCount * PanelMatrix.PanelRows];
        for (var panel = 0; panel < matrix.PanelCount; panel++)
        {
            MemoryMarshal
                .Cast<Vector256<double>, double>(
                    matrix.Panel(panel).Slice(column * PanelMatrix.VectorsPerPanel, PanelMatrix.VectorsPerPanel)
                )
                .CopyTo(values.AsSpan(panel * PanelMatrix.PanelRows));
        }

        return values;
    }
}
