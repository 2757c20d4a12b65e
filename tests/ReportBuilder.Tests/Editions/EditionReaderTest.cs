using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public class EditionReaderTest
{
    [Fact]
    public void Parse_SmallEdition_IsTheEditionWritten()
    {
        var written = EditionWriter.Write(TestEdition.Small());
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(EditionWriter.Write(Parse(written))));
    }

    [Fact]
    public void Parse_Schema1_KnowsOnlyTheNumbersOfTablesAndFigures()
    {
        var text = File.ReadAllBytes(Repository.PathOf("tests/ReportBuilder.Tests/Editions/Golden/edition-schema1.json"));

        var edition = Parse(text);

        Assert.Equal(10, edition.Quantities.Count);
        var table = Assert.Single(edition.Tables);
        Assert.True(table.IsListOfIds);
        Assert.Equal(["a_b", "a.andel"], table.QuantityIds.Select(q => q.Value));
        Assert.All(edition.Figures, f => Assert.True(f.IsListOfIds));
        Assert.Equal(["b.oddsrate"], edition.Figures[1].QuantityIds.Select(q => q.Value));
        Assert.Equal(EditionWriter.Write(edition), EditionWriter.Write(Parse(EditionWriter.Write(edition))));
    }

    private static Edition Parse(byte[] text)
    {
        var bag = new DiagnosticBag();
        var edition = EditionReader.Parse(text, "utgave.json", bag);
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        return edition!;
    }
}
