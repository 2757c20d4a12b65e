using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class RelationReaderTest
{
    [Fact]
    public void Read_Rule_HasItsTerms()
    {
        using var folder = new PublishedFolder();
        var rule = Assert.Single(RelationReader.Read(folder.Path, "utgave", folder.Bag)!);
        Assert.Equal(("forskjell.*", RelationKind.Difference), (rule.Id, rule.Kind));
        Assert.Equal(["*.jobbsjansen", "*.introduksjonsprogrammet"], rule.Terms);
    }

    [Theory]
    [InlineData("a,differense,b|c", "RB7022", "differanse")]
    [InlineData("a,sum,b|C", "RB7023", null)]
    [InlineData("a,differanse,b", "RB7027", null)]
    [InlineData("a,sum,b", "RB7027", null)]
    [InlineData("a,eksponent,b|c", "RB7027", null)]
    [InlineData("a,sum,b.*|c.*", "RB7027", null)]
    [InlineData("a.*.*,sum,b.*|c.*", "RB7027", null)]
    [InlineData(",sum,b|c", "RB7027", null)]
    public void Read_BadRule_SaysWhat(string line, string code, string? nearest)
    {
        using var folder = new PublishedFolder();
        folder.Write(RelationReader.FileName, $"id,regel,ledd\n{line}\n");
        Assert.Null(RelationReader.Read(folder.Path, "utgave", folder.Bag));
        Assert.Equal((code, nearest), (folder.Fault().Code, folder.Fault().Nearest));
    }
}
