using ReportBuilder.Models.Numerics;
using Xunit;

namespace ReportBuilder.Models.Tests.Numerics;

public class GrowingCholeskyTest
{
    [Fact]
    public void Solve_RowsAddedOneByOne_IsTheInverseTimesB()
    {
        var factor = new GrowingCholesky();
        Assert.True(factor.TryAdd([4], 1e-10));
        Assert.True(factor.TryAdd([2, 5], 1e-10));
        Assert.True(factor.TryAdd([-2, 1, 6], 1e-10));
        // A times (1, 2, 3).
        double[] b = [4 + 4 - 6, 2 + 10 + 3, -2 + 2 + 18];
        factor.Solve(b);
        Assert.Equal(1, b[0], 1e-14);
        Assert.Equal(2, b[1], 1e-14);
        Assert.Equal(3, b[2], 1e-14);
    }

    [Fact]
    public void TryAdd_DependentRow_IsRefusedAndLeavesTheRest()
    {
        var factor = new GrowingCholesky();
        Assert.True(factor.TryAdd([1], 1e-10));
        Assert.False(factor.TryAdd([2, 4], 1e-10));
        Assert.Equal(1, factor.Order);
        double[] b = [3];
        factor.Solve(b);
        Assert.Equal(3, b[0]);
    }
}
