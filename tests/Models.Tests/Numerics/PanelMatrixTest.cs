using ReportBuilder.Models.Numerics;
using Xunit;

namespace ReportBuilder.Models.Tests.Numerics;

public class PanelMatrixTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(300)]
    public void Keep_SomeColumns_AreMovedTogetherAndThePaddingIsZero(int rows)
    {
        var matrix = new PanelMatrix(rows, 5);
        for (var column = 0; column < 5; column++)
        {
            matrix.SetColumn(column, [.. Enumerable.Range(0, rows).Select(row => column * 1000.0 + row + 1)]);
        }

        matrix.Keep([0, 2, 3, 4]);
        Assert.Equal(4, matrix.ColumnCount);
        Assert.Equal(6, matrix.PaddedColumnCount);
        var values = new double[rows];
        matrix.CopyColumn(1, values);
        Assert.Equal(Enumerable.Range(0, rows).Select(row => 2001.0 + row), values);
        for (var panel = 0; panel < matrix.PanelCount; panel++)
        {
            var padding = matrix.Panel(panel)[(4 * PanelMatrix.VectorsPerPanel)..];
            Assert.Equal(2 * PanelMatrix.VectorsPerPanel, padding.Length);
            Assert.True(padding.IndexOfAnyExcept(System.Runtime.Intrinsics.Vector256<double>.Zero) < 0);
        }
    }
}
