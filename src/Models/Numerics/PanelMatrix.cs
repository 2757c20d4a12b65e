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

    public PanelMatrix(int rowCount, int columnCount)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        PaddedColumnCount = (columnCount + CrossProduct.Tile - 1) / CrossProduct.Tile * CrossProduct.Tile;
        PanelCount = (rowCount + PanelRows - 1) / PanelRows;
        _data = new Vector256<double>[PanelCount * PaddedColumnCount * VectorsPerPanel];
    }

    public int RowCount { get; }

    public int ColumnCount { get; }

    public int PaddedColumnCount { get; }

    public int PanelCount { get; }

    /// <summary>All columns of a panel, one after another, the padding included.</summary>
    public ReadOnlySpan<Vector256<double>> Panel(int panel) =>
        _data.AsSpan(panel * PaddedColumnCount * VectorsPerPanel, PaddedColumnCount * VectorsPerPanel);

    /// <summary>Number of rows in a panel that are not padding.</summary>
    public int RowsInPanel(int panel) => Math.Min(PanelRows, RowCount - panel * PanelRows);

    /// <summary>Fills a column from one value a row.</summary>
    public void SetColumn(int column, ReadOnlySpan<double> values)
    {
        for (var panel = 0; panel < PanelCount; panel++)
        {
            var part = values.Slice(panel * PanelRows, RowsInPanel(panel));
            part.CopyTo(MemoryMarshal.Cast<Vector256<double>, double>(ColumnOf(panel, column)));
        }
    }

    /// <summary>The product of a panel and the coefficients: one value for each of its rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(int panel, ReadOnlySpan<double> coefficients, Span<Vector256<double>> into)
    {
        into.Clear();
        for (var j = 0; j < ColumnCount; j++)
        {
            var factor = Vector256.Create(coefficients[j]);
            var column = ColumnOf(panel, j);
            for (var i = 0; i < VectorsPerPanel; i++)
            {
                into[i] += factor * column[i];
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

    private Span<Vector256<double>> ColumnOf(int panel, int column) =>
        _data.AsSpan((panel * PaddedColumnCount + column) * VectorsPerPanel, VectorsPerPanel);
}
