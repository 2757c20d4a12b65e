using ReportBuilder.Comparison.Quantities;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Quantities;

public class DifferenceSizeTest
{
    [Theory]
    [InlineData(Unit.Share, 0.5, 0.53, 3)]
    [InlineData(Unit.PercentagePoints, -0.01, 0.02, 3)]
    [InlineData(Unit.PValue, 0.04, 0.06, 2)]
    [InlineData(Unit.LogOdds, 0.1, -0.2, 30)]
    [InlineData(Unit.OddsRatio, 1, 2, 69.31471805599453)]
    [InlineData(Unit.OddsChange, 0, 1, 69.31471805599453)]
    [InlineData(Unit.OddsChange, -1, 0, 100)]
    [InlineData(Unit.Count, 80, 100, 20)]
    [InlineData(Unit.Count, 0, 5, 100)]
    [InlineData(Unit.Years, 0, 0, 0)]
    [InlineData(Unit.Numeric, -0.08, 0.09, 17)]
    [InlineData(Unit.Numeric, 4, 5, 20)]
    [InlineData(Unit.LogLikelihood, -100, -110, 9.090909090909092)]
    public void Of_AChange_IsComparableAcrossUnits(Unit unit, double old, double now, double size)
    {
        Assert.Equal(size, DifferenceSize.Of(old, now, unit), 9);
        Assert.Equal(size, DifferenceSize.Of(now, old, unit), 9);
    }
}
