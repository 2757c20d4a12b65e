using ReportBuilder.Comparison;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

public class GeneratedEditionTest
{
    [Fact]
    public void Make_Saved_IsReadBackWhole()
    {
        using var folder = new TemporaryFolder();
        var made = GeneratedEdition.Make(parts: 6);
        made.Save(folder.Path);

        var read = SavedEdition.Load(folder.Path);

        Assert.Equal(6 * GeneratedEdition.NumbersAPart, read.Edition.Quantities.Count);
        Assert.Equal(EditionWriter.Write(made.Edition), EditionWriter.Write(read.Edition));
        Assert.Equal(made.Drawings.Keys, read.Drawings.Keys);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.1, 0.04, 0.2)]
    [InlineData(1, 0.9, 1)]
    public void Make_ShareChanged_ChangesAboutAsManyNumbers(double changed, double least, double most)
    {
        var (older, newer) = (GeneratedEdition.Make(parts: 6).Edition, GeneratedEdition.Make(parts: 6, changed).Edition);

        var differences = EditionComparer
            .Compare(older, newer, ComparisonSettings.Default, [])
            .Differences.Count(d => d.Subject == DifferenceSubject.Quantity);

        // Signs stay signs, and two draws of a p-value may print alike.
        Assert.InRange((double)differences / older.Quantities.Count, least, most);
    }
}
