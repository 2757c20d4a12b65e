using ReportBuilder.Models.Descriptive;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

public class CrossCountTest
{
    [Fact]
    public void Of_RowsOfEveryKind_EachIsCountedOnce()
    {
        var categories = Categorical.FromLabels(["a", "b", "c"], ["a", "a", "b", null, "x", "b", "a"]);
        var count = CrossCount.Of(categories, [true, false, true, true, null, null, true]);
        Assert.Equal([new CategoryCount("a", 3, 2), new CategoryCount("b", 1, 1), new CategoryCount("c", 0, 0)], count.Categories);
        Assert.Equal((1, 1, 1), (count.MissingCategory, count.UnknownCategory, count.MissingOutcome));
        Assert.Equal(7, count.Count + count.MissingCategory + count.UnknownCategory + count.MissingOutcome);
        Assert.Equal(Share.Of(2, 3), count.Categories[0].Share());
        Assert.Null(count.Categories[2].Share().Value);
    }

    [Fact]
    public void Of_DifferentLengths_Throws() =>
        Assert.Throws<ArgumentException>(() => CrossCount.Of(Categorical.FromLabels(["a"], ["a"]), [true, false]));
}
