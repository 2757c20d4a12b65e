using ReportBuilder.Commands;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public sealed class AtomicOutputTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reportbuilder-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_NewFolder_HoldsExactlyTheFiles()
    {
        var target = Path.Combine(_folder, "ny", "mappe");

        AtomicOutput.Write(target, [("a.txt", [1, 2]), ("b.txt", [3])]);

        Assert.Equal(["a.txt", "b.txt"], Directory.EnumerateFiles(target).Select(Path.GetFileName).Order());
        Assert.Equal([1, 2], File.ReadAllBytes(Path.Combine(target, "a.txt")));
    }

    [Fact]
    public void Write_AFolderStandsWhereAFileShouldBe_LeavesTheOthersAsTheyWere()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "fra før");
        Directory.CreateDirectory(Path.Combine(_folder, "b.txt"));

        Assert.Throws<IOException>(() => AtomicOutput.Write(_folder, [("a.txt", [1]), ("b.txt", [2])]));

        Assert.Equal("fra før", File.ReadAllText(Path.Combine(_folder, "a.txt")));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*.tmp"));
    }

    [Fact]
    public void Write_SecondFileCannotBeWritten_LeavesTheFirstAsItWas()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "fra før");
        // A folder stands where the second temporary file should be.
        Directory.CreateDirectory(Path.Combine(_folder, "b.txt.tmp"));

        Assert.ThrowsAny<Exception>(() => AtomicOutput.Write(_folder, [("a.txt", [1]), ("b.txt", [2])]));

        Assert.Equal("fra før", File.ReadAllText(Path.Combine(_folder, "a.txt")));
        Assert.False(File.Exists(Path.Combine(_folder, "a.txt.tmp")));
    }
}
