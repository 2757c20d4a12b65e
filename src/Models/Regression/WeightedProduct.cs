using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>Z'DZ for a diagonal D.</summary>
internal static class WeightedProduct
{
    /// <summary>The product as a full symmetric matrix, row by row.</summary>
    public static double[] Of(PanelMatrix matrix, ReadOnlySpan<double> diagonal)
    {
        var padded = new double[matrix.PanelCount * PanelMatrix.PanelRows];
        diagonal.CopyTo(padded);
        var weights = MemoryMarshal.Cast<double, Vector256<double>>(padded.AsSpan());
        var cross = new CrossProduct(matrix.ColumnCount, matrix.PaddedColumnCount);
        for (var panel = 0; panel < matrix.PanelCount; panel++)
        {
            cross.Add(matrix.Panel(panel), weights.Slice(panel * PanelMatrix.VectorsPerPanel, PanelMatrix.VectorsPerPanel));
        }

        var product = new double[matrix.ColumnCount * matrix.ColumnCount];
        cross.CopyTo(product);
        return product;
    }
}
