using ReportBuilder.Commands;
using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using ReportBuilder.Tests.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public class ImportEditionCommandTest
{
    [Fact]
    public void Run_Folder_WritesTheEditionAndSumsUp()
    {
        using var report = new ReportFolder();
        using var folder = new PublishedFolder();
        Assert.Equal(ExitCodes.Done, ImportEditionCommand.Run(new ImportEditionOptions(folder.Path, KnownEdition: null), report.Console()));
        Assert.All(
            (string[])[EditionFolder.EditionFile, PublishedFiles.ContradictionFile, PublishedFiles.UnmappedFile],
            name => Assert.True(File.Exists(Path.Combine(folder.Path, name)), name)
        );
        Assert.Contains("3 trykte tall, 3 av dem avbildet på 2 størrelser", report.Said, StringComparison.Ordinal);
        Assert.Contains("F001  overgang.jobbsjansen  NOTES B3", report.Said, StringComparison.Ordinal);
        Assert.Empty(report.Diagnostics);
        var contradiction = File.ReadAllLines(Path.Combine(folder.Path, PublishedFiles.ContradictionFile))[1];
        Assert.Equal(
            "overgang.jobbsjansen,\"F001, Kap. 1\",måloppnåelse | Jobbsjansen | 2019,«er 74 prosent»,73.5,74.5,Tabell 1 (Jobbsjansen | 2019),76 %,75.5,76.5,1,NOTES B3",
            contradiction
        );
    }

    [Fact]
    public void Run_Again_WritesTheSame()
    {
        using var report = new ReportFolder();
        using var folder = new PublishedFolder();
        var options = new ImportEditionOptions(folder.Path, KnownEdition: null);
        ImportEditionCommand.Run(options, report.Console());
        var first = File.ReadAllBytes(Path.Combine(folder.Path, EditionFolder.EditionFile));
        ImportEditionCommand.Run(options, report.Console());
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(folder.Path, EditionFolder.EditionFile)));
    }

    [Fact]
    public void Run_IdThatTheEditionLacks_WritesNothing()
    {
        using var report = new ReportFolder();
        using var folder = new PublishedFolder();
        using var known = new PublishedFolder();
        known.Write(MappingReader.FileName, PublishedFolder.Mapping.Replace("overgang.jobb", "overgang.jop", StringComparison.Ordinal));
        ImportEditionCommand.Run(new ImportEditionOptions(known.Path, KnownEdition: null), report.Console());
        Assert.Equal(ExitCodes.BadInput, ImportEditionCommand.Run(new ImportEditionOptions(folder.Path, known.Path), report.Console()));
        Assert.Contains(
            report.Diagnostics,
            d => d.Contains("RB7034", StringComparison.Ordinal) && d.Contains("overgang.jopsjansen", StringComparison.Ordinal)
        );
        Assert.False(File.Exists(Path.Combine(folder.Path, EditionFolder.EditionFile)));
    }

    [Fact]
    public void Run_NoSuchEditionOrFolder_IsBadInput()
    {
        using var report = new ReportFolder();
        using var folder = new PublishedFolder();
        Assert.Equal(ExitCodes.BadInput, ImportEditionCommand.Run(new ImportEditionOptions(folder.Path, "finnes-ikke"), report.Console()));
        Assert.Equal(
            ExitCodes.BadInput,
            ImportEditionCommand.Run(new ImportEditionOptions("finnes-ikke", KnownEdition: null), report.Console())
        );
        Assert.False(Directory.Exists("finnes-ikke"));
    }
}
