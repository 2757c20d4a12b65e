using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class EditionImporterTest
{
    [Fact]
    public void Import_Folder_IsAPartialEditionOfPrintedNumbers()
    {
        using var folder = new PublishedFolder();
        var import = folder.Import()!;
        Assert.Equal(
            ("2019", true, false, 3),
            (import.Edition.Origin.Name, import.Edition.IsPartial, import.Edition.Origin.IsSynthetic, import.Edition.Origin.Rows)
        );
        Assert.Equal(
            (0.76, QuantityStatus.Rounded),
            (import.Edition.Find("overgang.jobbsjansen")!.Value, import.Edition.Find("overgang.jobbsjansen")!.Status)
        );
        Assert.Equal("NOTES B3", Assert.Single(import.Contradictions).Remark);
    }

    [Fact]
    public void Import_EditionWritten_IsReadBackAsItWas()
    {
        using var folder = new PublishedFolder();
        var edition = folder.Import()!.Edition;
        var back = EditionReader.Parse(EditionWriter.Write(edition), "utgave.json", folder.Bag)!;
        Assert.Equal(edition.Quantities.Values, back.Quantities.Values);
        Assert.Equal((edition.IsPartial, edition.Origin), (back.IsPartial, back.Origin));
    }

    [Fact]
    public void Import_TranscriptionChanged_ChangesTheFingerprint()
    {
        using var folder = new PublishedFolder();
        var before = folder.Import()!.Edition.Origin.DataFingerprint;
        folder.Write("tables/tabell-01.csv", PublishedFolder.Table.Replace("55", "56", StringComparison.Ordinal));
        Assert.NotEqual(before, folder.Import()!.Edition.Origin.DataFingerprint);
    }

    [Fact]
    public void Import_StarsWithoutKey_AreReported()
    {
        using var folder = new PublishedFolder();
        folder.Write("tables/tabell-17.csv", "table,row,column,value,unit,raw\n17,Alder,Individmodell,,stjerner,***\n");
        folder.Write(MappingReader.FileName, PublishedFolder.Mapping + "tabell-17,Alder,Individmodell,stjerner,m.p,,pValue,stjerner,,,\n");
        Assert.Null(folder.Import());
        Assert.Equal(("RB7036", "***"), (folder.Fault().Code, folder.Fault().Found));
    }

    [Fact]
    public void Import_SeveralFilesWrong_TellsOfAllTogether()
    {
        using var folder = new PublishedFolder();
        folder.Write(TranscriptionReader.StatementFile, "id\n");
        folder.Write(MappingReader.FileName, PublishedFolder.MappingHeader + "F001,,,prosent,,,,,,,\n");
        folder.Write(RelationReader.FileName, "id,regel,ledd\na,kvadrat,b\n");
        Assert.Null(folder.Import());
        Assert.Equal(["RB2006", "RB7022", "RB7024"], folder.Bag.Sorted().Select(d => d.Code).Distinct().Order());
    }

    [Theory]
    [InlineData("avbildning.csv")]
    [InlineData("sammenhenger.csv")]
    [InlineData("figures.csv")]
    public void Import_FileMissing_SaysWhich(string name)
    {
        using var folder = new PublishedFolder();
        File.Delete(Path.Combine(folder.Path, name));
        Assert.Null(folder.Import());
        Assert.Equal(("RB2001", "utgave/" + name), (folder.Fault().Code, folder.Fault().Place!.Value.File));
    }
}
