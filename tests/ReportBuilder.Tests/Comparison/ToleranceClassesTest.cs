using ReportBuilder.Comparison;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison;

public class ToleranceClassesTest
{
    [Fact]
    public void Of_EveryUnit_HasAClassWithATolerance() =>
        Assert.All(Enum.GetValues<Unit>(), unit => Assert.InRange(new Tolerances().Of(ToleranceClasses.Of(unit)), 0, 1e-4));

    [Fact]
    public void Of_Counts_AreExact() => Assert.Equal(0, new Tolerances().Of(ToleranceClasses.Of(Unit.Count)));
}
