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

    [Fact]
    public void Write_FilesInASubfolder_AreInPlaceAndThoseOfAnEarlierRunAreGone()
    {
        AtomicOutput.Write(_folder, [("figurer/fig-a.svg", [1]), ("figurer/fig-b.svg", [2]), ("utgave.json", [3])], "figurer/fig-*.svg");
        File.WriteAllText(Path.Combine(_folder, "figurer", "min-egen.svg"), "fra brukeren");
        File.WriteAllText(Path.Combine(_folder, "fig-c.svg"), "fra brukeren");

        AtomicOutput.Write(_folder, [("figurer/fig-b.svg", [4]), ("utgave.json", [5])], "figurer/fig-*.svg");

        Assert.Equal(["fig-b.svg", "min-egen.svg"], Names("figurer"));
        Assert.Equal(["fig-c.svg", "utgave.json"], Names(string.Empty));
        Assert.Equal([4], File.ReadAllBytes(Path.Combine(_folder, "figurer", "fig-b.svg")));
    }

    [Fact]
    public void Write_OneFileCannotBeWritten_LeavesNoSubfolderAndRemovesNothing()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "fra før");
        Directory.CreateDirectory(Path.Combine(_folder, "b.txt.tmp"));

        Assert.ThrowsAny<Exception>(() => AtomicOutput.Write(_folder, [("ny/fig-a.svg", [1]), ("b.txt", [2])], "ny/fig-*.svg"));

        Assert.Equal(["a.txt"], Names(string.Empty));
        Assert.False(Directory.Exists(Path.Combine(_folder, "ny")));
    }

    [Fact]
    public void Write_AFileStandsWhereTheSubfolderShouldBe_IsAnIoErrorAndNothingIsWritten()
    {
        File.WriteAllText(Path.Combine(_folder, "figurer"), "fra før");

        Assert.Throws<IOException>(() => AtomicOutput.Write(_folder, [("utgave.json", [1]), ("figurer/fig-a.svg", [2])]));

        Assert.Equal(["figurer"], Names(string.Empty));
        Assert.Equal("fra før", File.ReadAllText(Path.Combine(_folder, "figurer")));
    }

    private IReadOnlyList<string?> Names(string subfolder) =>
        [.. Directory.EnumerateFiles(Path.Combine(_folder, subfolder)).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}
