using ReportBuilder.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

public class ProjectIdTest
{
    [Theory]
    [InlineData("Ny sjanse", "ny_sjanse")]
    [InlineData("Ærlig Ø-Å 2", "aerlig_o_a_2")]
    [InlineData("«É»", "___")]
    public void Slug_Name_HasOnlyPlainLetters(string name, string slug) => Assert.Equal(slug, ProjectId.Slug(name));

    [Fact]
    public void Ids_NameTheSchemeAndTheProjectWhereItHasAName()
    {
        Assert.Equal("0301-I", ProjectId.Introduction("0301"));
        Assert.Equal("0301-J", ProjectId.Jobbsjansen("0301", string.Empty));
        Assert.Equal("0301-J-ny_sjanse", ProjectId.Jobbsjansen("0301", "Ny sjanse"));
    }
}
