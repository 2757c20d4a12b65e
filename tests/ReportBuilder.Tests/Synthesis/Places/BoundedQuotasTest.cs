using ReportBuilder.Synthesis.Places;
using Xunit;

namespace ReportBuilder.Tests.Synthesis.Places;

public class BoundedQuotasTest
{
    [Fact]
    public void Divide_NoBoundTouched_IsLargestRemainder() =>
        Assert.Equal([5, 3, 2], BoundedQuotas.Divide([5, 3, 2], [0, 0, 0], [10, 10, 10], 10));

    [Fact]
    public void Divide_BoundsTouched_SharesTheRest() =>
        Assert.Equal([4, 4, 2], BoundedQuotas.Divide([100, 2, 1], [0, 0, 2], [4, 10, 10], 10));

    [Fact]
    public void Divide_SumOutOfBounds_Throws() =>
        Assert.Throws<NoSuchPlacesException>(() => BoundedQuotas.Divide([1, 1], [1, 1], [2, 2], 5));
}
