using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Diagnostics;

public sealed class NearestPathTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utgaver/202", "utgaver/2022")]
    [InlineData("utgaver/202/", "utgaver/2022")]
    [InlineData("utgaver/2021", "utgaver/2022")]
    [InlineData("utgaver/helt-annet", null)]
    [InlineData("borte/2022", null)]
    public void Folder_Misspelt_IsTheNearestThatHoldsTheFile(string written, string? nearest)
    {
        _folder.Write("utgaver/2022/utgave.json", string.Empty);
        _folder.Write("utgaver/2021-x/annet.json", string.Empty);
        Assert.Equal(nearest, NearestPath.Folder(Path.Combine(_folder.Path, written), written, "utgave.json"));
    }

    [Theory]
    [InlineData("avik.yaml", "avvik.yaml")]
    [InlineData("avvik.yml", null)]
    public void File_Misspelt_IsTheNearestOfTheSameKind(string written, string? nearest)
    {
        _folder.Write("avvik.yaml", string.Empty);
        _folder.Write("avik.txt", string.Empty);
        Assert.Equal(nearest, NearestPath.File(Path.Combine(_folder.Path, written), written));
    }
}
