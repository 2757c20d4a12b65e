using Xunit;

namespace ReportBuilder.Models.Tests;

public class CategoricalTest
{
    [Fact]
    public void FromLabels_EachKindOfRow_IsTold()
    {
        var values = Categorical.FromLabels(["a", "b"], ["b", null, "c", "a"]);
        Assert.Equal([1, null, null, 0], Enumerable.Range(0, 4).Select(values.LevelOf));
        Assert.Equal([false, true, false, false], Enumerable.Range(0, 4).Select(values.IsMissing));
        Assert.Equal([false, false, true, false], Enumerable.Range(0, 4).Select(values.IsUnknown));
    }

    [Fact]
    public void FromCodes_CodeOutsideLevels_IsUnknown()
    {
        var values = Categorical.FromCodes(["a", "b"], [0, 1, null, 2, -1]);
        Assert.Equal([0, 1, null, null, null], Enumerable.Range(0, 5).Select(values.LevelOf));
        Assert.True(values.IsMissing(2));
        Assert.True(values.IsUnknown(3) && values.IsUnknown(4));
    }

    [Fact]
    public void FromLabels_LevelNamedTwice_Throws() => Assert.Throws<ArgumentException>(() => Categorical.FromLabels(["a", "a"], []));
}
