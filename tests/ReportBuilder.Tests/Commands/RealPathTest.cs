using ReportBuilder.Commands;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public sealed class RealPathTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AreSame_OneFolderByManyWays_IsTheSame()
    {
        _folder.Write("a/b/fil.txt", string.Empty);
        Directory.CreateSymbolicLink(At("lenke"), At("a"));
        Directory.CreateSymbolicLink(At("videre"), "lenke/b");
        foreach (var way in (string[])["a/b/", "a/../a/b", "a/./b", "lenke/b", "videre", "videre/"])
        {
            Assert.True(RealPath.AreSame(At("a/b"), At(way)), way);
        }

        Assert.True(RealPath.AreSame(At("a/b/fil.txt"), At("videre/fil.txt")));
    }

    [Fact]
    public void AreSame_LinkedFile_IsTheFileItLeadsTo()
    {
        var file = _folder.Write("a/fil.txt", string.Empty);
        File.CreateSymbolicLink(At("b.txt"), file);
        Assert.True(RealPath.AreSame(file, At("b.txt")));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "a/b")]
    [InlineData("a", "ab")]
    [InlineData("a", ".")]
    public void AreSame_OtherPlaces_AreNot(string first, string second) => Assert.False(RealPath.AreSame(At(first), At(second)));

    [Fact]
    public void Of_WhatIsNotThere_StandsAsWrittenBehindLinks()
    {
        Directory.CreateDirectory(At("a"));
        Directory.CreateSymbolicLink(At("lenke"), At("a"));
        Assert.Equal(Path.Combine(RealPath.Of(At("a")), "borte", "fil"), RealPath.Of(At("lenke/borte/fil")));
    }

    [Fact]
    public void Of_LinksInARing_EndsAnyway()
    {
        Directory.CreateSymbolicLink(At("x"), At("y"));
        Directory.CreateSymbolicLink(At("y"), At("x"));
        Assert.False(RealPath.AreSame(At("x"), At("a")));
    }

    private string At(string name) => Path.Combine(_folder.Path, name);
}
