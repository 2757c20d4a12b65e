using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Numerics;
using Xunit;

namespace ReportBuilder.Models.Tests.Numerics;

public class CrossProductTest
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(127, 2)]
    [InlineData(128, 3)]
    [InlineData(129, 4)]
    [InlineData(1000, 7)]
    public void Add_AllPanels_IsTheProductByDefinition(int rows, int columns)
    {
        var random = new Random(rows);
        var values = Enumerable.Range(0, columns).Select(_ => Draw(random, rows)).ToArray();
        var weights = Draw(random, rows);
        var matrix = Pack(rows, values);
        var product = new CrossProduct(columns, matrix.PaddedColumnCount);
        for (var panel = 0; panel < matrix.PanelCount; panel++)
        {
            var padded = new double[PanelMatrix.PanelRows];
            weights.AsSpan(panel * PanelMatrix.PanelRows, matrix.RowsInPanel(panel)).CopyTo(padded);
            product.Add(matrix.Panel(panel), MemoryMarshal.Cast<double, Vector256<double>>(padded.AsSpan()));
        }

        var actual = new double[columns * columns];
        product.CopyTo(actual);
        for (var j = 0; j < columns; j++)
        {
            for (var k = 0; k < columns; k++)
            {
                var expected = Enumerable.Range(0, rows).Sum(i => values[j][i] * weights[i] * values[k][i]);
                Assert.Equal(expected, actual[j * columns + k], 1e-10);
            }
        }
    }

    [Fact]
    public void Multiply_Coefficients_GivesOneValueARowAndZerosInPadding()
    {
        var random = new Random(5);
        double[][] values = [Draw(random, 200), Draw(random, 200)];
        var product = Pack(200, values).Multiply([2, -3]);
        Assert.Equal(256, product.Length);
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(2 * values[0][i] - 3 * values[1][i], product[i], 1e-13);
        }

        Assert.All(product[200..], value => Assert.Equal(0, value));
    }

    private static double[] Draw(Random random, int rows) => [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() - 0.4)];

    private static PanelMatrix Pack(int rows, double[][] values)
    {
        var matrix = new PanelMatrix(rows, values.Length);
        for (var j = 0; j < values.Length; j++)
        {
            matrix.SetColumn(j, values[j]);
        }

        return matrix;
    }
}
