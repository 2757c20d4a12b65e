using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// The rows of a design matrix, each with the sign of its outcome and length 1: a direction separates when its product with none of them
/// is below nought and with some it is above.
/// </summary>
internal sealed class SignedRows
{
    private readonly PanelMatrix _matrix;
    private readonly double[] _scales;

    private SignedRows(PanelMatrix matrix, ReadOnlySpan<double> outcome)
    {
        _matrix = matrix;
        _scales = new double[matrix.RowCount];
        for (var panel = 0; panel < matrix.PanelCount; panel++)
        {
            var values = MemoryMarshal.Cast<Vector256<double>, double>(matrix.Panel(panel));
            for (var place = 0; place < matrix.RowsInPanel(panel); place++)
            {
                var sum = 0.0;
                for (var k = 0; k < matrix.ColumnCount; k++)
                {
                    var value = values[k * PanelMatrix.PanelRows + place];
                    sum += value * value;
                }

                var row = panel * PanelMatrix.PanelRows + place;
                _scales[row] = (2 * outcome[row] - 1) / Math.Sqrt(sum);
            }
        }
    }

    public int Count => _matrix.RowCount;

    /// <summary>Number of columns, the intercept among them.</summary>
    public int Width => _matrix.ColumnCount;

    /// <summary>The rows of the working columns, which span all estimable columns.</summary>
    public static SignedRows Of(ModelDesign design) => new(design.Basis.Matrix, design.Outcome.AsSpan());

    /// <summary>The rows of the intercept and some columns of the design that vary, these centred and scaled.</summary>
    public static SignedRows Of(ModelDesign design, IReadOnlyList<int> columns)
    {
        var matrix = new PanelMatrix(design.RowCount, columns.Count + 1);
        var values = new double[design.RowCount];
        values.AsSpan().Fill(1);
        matrix.SetColumn(0, values);
        for (var j = 0; j < columns.Count; j++)
        {
            design.ColumnValues(columns[j]).CopyTo(values);
            Standardise(values);
            matrix.SetColumn(j + 1, values);
        }

        return new SignedRows(matrix, design.Outcome.AsSpan());
    }

    /// <summary>Writes a row.</summary>
    public void CopyRow(int row, Span<double> into)
    {
        var (panel, place) = Math.DivRem(row, PanelMatrix.PanelRows);
        var values = MemoryMarshal.Cast<Vector256<double>, double>(_matrix.Panel(panel));
        for (var k = 0; k < Width; k++)
        {
            into[k] = _scales[row] * values[k * PanelMatrix.PanelRows + place];
        }
    }

    /// <summary>The product of every row and a direction.</summary>
    public double[] Multiply(ReadOnlySpan<double> direction)
    {
        var products = _matrix.Multiply(direction)[..Count];
        for (var row = 0; row < products.Length; row++)
        {
            products[row] *= _scales[row];
        }

        return products;
    }

    private static void Standardise(Span<double> values)
    {
        // Two passes, and the largest first, so that neither size nor offset of the column costs precision.
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var mean = 0.0;
        foreach (ref var value in values)
        {
            value /= largest;
            mean += value / values.Length;
        }

        var square = 0.0;
        foreach (ref var value in values)
        {
            value -= mean;
            square += value * value / values.Length;
        }

        var scale = 1 / Math.Sqrt(square);
        foreach (ref var value in values)
        {
            value *= scale;
        }
    }
}
