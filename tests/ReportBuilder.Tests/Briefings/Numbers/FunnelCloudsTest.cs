using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Numbers;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class FunnelCloudsTest
{
    private const int Minimum = 5;

    [Fact]
    public void Of_FieldBelowTheMinimum_IsNotTold()
    {
        var cloud = FunnelClouds.Of([.. Same(Minimum - 1, 20, 3), .. Same(Minimum, 200, 3)], Minimum);

        Assert.Equal(new FunnelField(128, 256, 0, 20, 1), Assert.Single(cloud.Fields));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    [InlineData(20, 3)]
    [InlineData(90, 3)]
    public void Of_MoreMunicipalities_IsDarkerInFewSteps(int count, int level) =>
        Assert.Equal(level, Assert.Single(FunnelClouds.Of(Same(count, 40, -7), Minimum).Fields).Level);

    [Theory]
    [InlineData(300, -10, -5)]
    [InlineData(100, -10, 0)]
    [InlineData(99, -20, 0)]
    public void Of_FewerMunicipalities_HasHigherFields(int count, int low, int high)
    {
        var field = Assert.Single(FunnelClouds.Of(Same(count, 64, -7), Minimum).Fields);

        Assert.Equal((64, 128, low, high), (field.PersonsLow, field.PersonsHigh, field.DifferenceLow, field.DifferenceHigh));
    }

    [Fact]
    public void Of_Border_BelongsToTheFieldAbove()
    {
        var cloud = FunnelClouds.Of([.. Same(160, 31, 5), .. Same(160, 32, 5)], Minimum);

        Assert.Equal([(16, 5), (32, 5)], cloud.Fields.Select(f => (f.PersonsLow, f.DifferenceLow)));
    }

    [Fact]
    public void Of_None_IsEmpty() => Assert.Empty(FunnelClouds.Of([], Minimum).Fields);

    private static IReadOnlyList<(int, int)> Same(int count, int persons, int difference) =>
        [.. Enumerable.Repeat((persons, difference), count)];
}
