using ReportBuilder.Diagnostics;
using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class TranscriptionReaderTest
{
    [Fact]
    public void Read_TablesAndStatements_AreInTheirOrderWithDecimalsAsPrinted()
    {
        using var folder = new PublishedFolder();
        folder.Write("tables/tabell-16.csv", "table,row,column,value,unit,raw\n16,Alder,Uten,33.0,år,\"33,0\"\n");
        folder.Write("tables/tabell-02.csv", "line,section,Kommune 1\n1,a,b\n");
        var cells = TranscriptionReader.Read(folder.Path, "utgave", folder.Bag)!;
        Assert.Equal(["tabell-01", "tabell-01", "tabell-16", "F001"], cells.Select(c => c.Key.Source));
        Assert.Equal((33.0, 1, "33,0", true), (cells[2].Value, cells[2].Decimals, cells[2].Printed, cells[2].IsInTable));
        Assert.Equal((74.0, 0, "Kap. 1", false), (cells[3].Value, cells[3].Decimals, cells[3].Where, cells[3].IsInTable));
        Assert.Equal(0, folder.Bag.ErrorCount);
    }

    [Theory]
    [InlineData("tables/tabell-01.csv", "table,row\n1,2\n", "RB7020")]
    [InlineData("tables/tabell-01.csv", PublishedFolder.Table + "1,Jobbsjansen,2019,75,prosent,75 %\n", "RB7021")]
    [InlineData("tables/tabell-01.csv", PublishedFolder.Table + "1,Jobbsjansen,2016,57,prosent,75 %\n", "RB7037")]
    [InlineData("tables/tabell-01.csv", "table,row,column,verdi,unit,raw\n1,a,b,57,prosent,57 %\n", "RB7038")]
    [InlineData("tables/tabell-01.csv", "table,row,column,value,unit,raw\n1,a,b,\"7,5\",prosent,7\n", "RB2010")]
    [InlineData("figures.csv", "id,value\n", "RB2006")]
    [InlineData("figures.csv", "", "RB2004")]
    public void Read_BadFile_SaysWhat(string file, string text, string code)
    {
        using var folder = new PublishedFolder();
        folder.Write(file, text);
        Assert.Null(TranscriptionReader.Read(folder.Path, "utgave", folder.Bag));
        Assert.All(folder.Bag.Sorted(), d => Assert.Equal((code, Severity.Error), (d.Code, d.Severity)));
        Assert.NotEmpty(folder.Bag.Sorted());
    }
}
