using ReportBuilder.Models.Numerics;
using Xunit;

namespace ReportBuilder.Models.Tests.Numerics;

public class CholeskyFactorTest
{
    // L = [2 0 0; 1 3 0; -1 2 1], so A = LL' and det A = (2 · 3 · 1)² = 36.
    private static readonly double[] Matrix = [4, 2, -2, 2, 10, 5, -2, 5, 6];

    [Fact]
    public void Solve_BothTriangles_SolvesTheSystem()
    {
        double[] x = [1, -2, 3];
        double[] b = [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => Matrix[i * 3 + j] * x[j]))];
        var factor = CholeskyFactor.TryFactor(Matrix, 3)!;
        factor.SolveLower(b);
        factor.SolveUpper(b);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(x[i], b[i], 1e-13);
        }
    }

    [Fact]
    public void LogDeterminant_KnownMatrix_IsItsLogarithm() =>
        Assert.Equal(Math.Log(36), CholeskyFactor.TryFactor(Matrix, 3)!.LogDeterminant(), 1e-14);

    [Fact]
    public void SmallestPivot_KnownMatrix_IsShareLeftUnexplained() =>
        Assert.Equal(1.0 / 6, CholeskyFactor.TryFactor(Matrix, 3)!.SmallestPivot, 1e-14);

    [Theory]
    [InlineData(1, 2, 2, 1)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(double.NaN, 0, 0, 1)]
    [InlineData(double.PositiveInfinity, 0, 0, 1)]
    public void TryFactor_NotPositiveDefinite_IsNull(double a, double b, double c, double d) =>
        Assert.Null(CholeskyFactor.TryFactor([a, b, c, d], 2));
}
