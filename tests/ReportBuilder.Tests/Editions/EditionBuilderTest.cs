using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public class EditionBuilderTest
{
    [Fact]
    public void Add_IdTaken_Throws()
    {
        var builder = new EditionBuilder();
        builder.Add(Count("a"));
        Assert.Throws<ArgumentException>(() => builder.Add(Count("a")));
        Assert.Equal(1, builder.Count);
    }

    [Fact]
    public void Indexer_UnknownId_Throws()
    {
        var builder = new EditionBuilder();
        builder.Add(Count("a"));
        Assert.Equal(Count("a"), builder["a"]);
        Assert.Throws<KeyNotFoundException>(() => builder["b"]);
    }

    [Fact]
    public void ToQuantities_AnyOrderOfArrival_IsOrdinal()
    {
        string[] ids = ["b", "a_b", "a.b", "a1", "a", "ab", "z", "aa"];
        var builder = new EditionBuilder();
        builder.AddRange(ids.Select(Count));
        var expected = ids.Order(StringComparer.Ordinal);
        Assert.Equal(expected, builder.ToQuantities().Keys);
        Assert.Equal(ids.Length, builder.Count);
    }

    [Fact]
    public void ToQuantities_ThenAdd_LeavesTheFirstAlone()
    {
        var builder = new EditionBuilder();
        builder.Add(Count("a"));
        var before = builder.ToQuantities();
        builder.Add(Count("b"));
        Assert.Single(before);
    }

    [Fact]
    public void Find_InEdition_IsTheQuantityOrNull()
    {
        var edition = TestEdition.Small();
        Assert.Equal("a.andel", edition.Find("a.andel")?.Id.Value);
        Assert.Null(edition.Find("finnes_ikke"));
    }

    private static Quantity Count(string id) => Quantity.Of(id, 1, Unit.Count, 0);
}
