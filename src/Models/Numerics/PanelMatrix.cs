using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBuilder.Models.Numerics;

/// <summary>
/// A tall matrix stored in panels of 128 rows, each panel column by column, so that one pass over the rows works in the
/// processor's nearest cache whatever the number of rows. Rows are padded with zeros to whole panels and columns to a
/// multiple of the kernel's tile. Arithmetic is on four lanes with separate multiply and add, never fused, so that results
/// do not depend on the processor.
/// </summary>
internal sealed class PanelMatrix
{
    public const int PanelRows = 128;
    public const int VectorsPerPanel = PanelRows / Lanes;
    private const int Lanes = 4;

    private readonly Vector256<double>[] _data;
    private readonly int _columnsStored;

    public PanelMatrix(int rowCount, int columnCount)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        _columnsStored = PaddedColumnCount;
        PanelCount = (rowCount + PanelRows - 1) / PanelRows;
        // A large matrix is written by several threads, which then also fetch its memory; only the padding must be cleared here.
        _data = GC.AllocateUninitializedArray<Vector256<double>>(PanelCount * _columnsStored * VectorsPerPanel);
        ClearPadding();
        if (PanelCount > 0)
        {
            Stored(PanelCount - 1).Clear();
        }
    }

    public int RowCount { get; }

    public int ColumnCount { get; private set; }

    public int PaddedColumnCount => (ColumnCount + CrossProduct.Tile - 1) / CrossProduct.Tile * CrossProduct.Tile;

    public int PanelCount { get; }

    /// <summary>All columns of a panel, one after another, the padding included.</summary>
    public ReadOnlySpan<Vector256<double>> Panel(int panel) => Stored(panel)[..(PaddedColumnCount * VectorsPerPanel)];

    /// <summary>Number of rows in a panel that are not padding.</summary>
    public int RowsInPanel(int panel) => Math.Min(PanelRows, RowCount - panel * PanelRows);

    /// <summary>The rows of a column that lie in a panel.</summary>
    public Span<double> Rows(int panel, int column) =>
        MemoryMarshal.Cast<Vector256<double>, double>(ColumnOf(panel, column))[..RowsInPanel(panel)];

    /// <summary>Fills a column from one value a row.</summary>
    public void SetColumn(int column, ReadOnlySpan<double> values)
    {
        for (var panel = 0; panel < PanelCount; panel++)
        {
            values.Slice(panel * PanelRows, RowsInPanel(panel)).CopyTo(Rows(panel, column));
        }
    }

    /// <summary>Copies a column, one value a row.</summary>
    public void CopyColumn(int column, Span<double> into)
    {
        for (var panel = 0; panel < PanelCount; panel++)
        {
            Rows(panel, column).CopyTo(into[(panel * PanelRows)..]);
        }
    }

    /// <summary>Keeps some columns, ascending, and lets the others go.</summary>
    public void Keep(IReadOnlyList<int> columns)
    {
        for (var panel = 0; panel < PanelCount; panel++)
        {
            for (var j = 0; j < columns.Count; j++)
            {
                ColumnOf(panel, columns[j]).CopyTo(ColumnOf(panel, j));
            }
        }

        ColumnCount = columns.Count;
        ClearPadding();
    }

    /// <summary>The product of a panel and the coefficients: one value for each of its rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(int panel, ReadOnlySpan<double> coefficients, Span<Vector256<double>> into)
    {
        // Three columns at a time, so that the sums are fetched and put back a third as often. Padding columns are zeros.
        into.Clear();
        for (var j = 0; j < ColumnCount; j += CrossProduct.Tile)
        {
            var first = Vector256.Create(coefficients[j]);
            var second = Vector256.Create(j + 1 < ColumnCount ? coefficients[j + 1] : 0);
            var third = Vector256.Create(j + 2 < ColumnCount ? coefficients[j + 2] : 0);
            var a = ColumnOf(panel, j);
            var b = ColumnOf(panel, j + 1);
            var c = ColumnOf(panel, j + 2);
            for (var i = 0; i < VectorsPerPanel; i++)
            {
                into[i] += first * a[i] + second * b[i] + third * c[i];
            }
        }
    }

    /// <summary>The product of the whole matrix and the coefficients, padding rows included as zeros.</summary>
    public double[] Multiply(ReadOnlySpan<double> coefficients)
    {
        var product = new double[PanelCount * PanelRows];
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(product.AsSpan());
        for (var panel = 0; panel < PanelCount; panel++)
        {
            Multiply(panel, coefficients, vectors.Slice(panel * VectorsPerPanel, VectorsPerPanel));
        }

        return product;
    }

    /// <summary>Adds, for each column, its products with values of the rows of a panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddProducts(int panel, ReadOnlySpan<Vector256<double>> values, Span<Vector256<double>> sums)
    {
        for (var j = 0; j < ColumnCount; j++)
        {
            // Two sums, as an addition takes longer than the processor needs between two of them.
            var column = ColumnOf(panel, j);
            var (even, odd) = (sums[j], Vector256<double>.Zero);
            for (var i = 0; i < VectorsPerPanel; i += 2)
            {
                even += column[i] * values[i];
                odd += column[i + 1] * values[i + 1];
            }

            sums[j] = even + odd;
        }
    }

    private void ClearPadding()
    {
        var padding = PaddedColumnCount - ColumnCount;
        for (var panel = 0; panel < PanelCount && padding > 0; panel++)
        {
            Stored(panel).Slice(ColumnCount * VectorsPerPanel, padding * VectorsPerPanel).Clear();
        }
    }

    private Span<Vector256<double>> Stored(int panel) =>
        _data.AsSpan(panel * _columnsStored * VectorsPerPanel, _columnsStored * VectorsPerPanel);

    private Span<Vector256<double>> ColumnOf(int panel, int column) =>
        _data.AsSpan((panel * _columnsStored + column) * VectorsPerPanel, VectorsPerPanel);
}
