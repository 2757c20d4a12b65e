using ReportBuilder.Comparison.Outliers;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Outliers;

public class OutlierFencesTest
{
    [Fact]
    public void Of_AnOddNumberOfValues_AreAsInR()
    {
        // R: q <- quantile(c(2, 4, 4, 5, 9), c(.25, .75)); q + c(-1, 1) * 1.5 * diff(q)
        var fences = OutlierFences.Of([9, 4, 2, 5, 4]);
        Assert.Equal((2.5, 6.5), (fences.Low, fences.High));
    }

    [Fact]
    public void Of_AnEvenNumberOfValues_InterpolatesAsInR()
    {
        // R: quantile(c(1, 2, 3, 10), c(.25, .75)) is 1.75 and 4.75.
        var fences = OutlierFences.Of([10, 1, 3, 2]);
        Assert.Equal((-2.75, 9.25), (fences.Low, fences.High));
    }

    [Fact]
    public void Excludes_AValueOnTheFence_DoesNot()
    {
        var fences = new OutlierFences(1, 2);
        Assert.False(fences.Excludes(2, 0));
        Assert.True(fences.Excludes(2.01, 0));
        Assert.False(fences.Excludes(2.01, 0.02));
        Assert.True(fences.Excludes(0.9, 0));
    }

    [Fact]
    public void Of_Nothing_IsRefused() => Assert.Throws<ArgumentException>(() => OutlierFences.Of([]));
}
