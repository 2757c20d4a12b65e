using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

/// <summary>Every kind of bad file gives its diagnostic, with the place a person would look at.</summary>
public class DatasetReaderTest
{
    private const string Row = "S1,register,0,2019,0301,P1,1,arbeid,1,33,2,vest_asia,2.25,24,0,2,1,1,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0";
    private static readonly string Header = string.Join(',', DataFolder.Schema.Columns.Where(c => !c.MayBeAbsent).Select(c => c.Name));

    [Fact]
    public void Read_GoodFile_GivesColumns()
    {
        var (dataset, diagnostics) = Read(Header, Row, Row.Replace("S1", "S2").Replace("2.25", "").Replace("vest_asia", ""));

        Assert.Empty(diagnostics);
        Assert.Equal(2, dataset!.RowCount);
        Assert.Equal(2.25, dataset.Numbers("norsknivaa").Values[0]);
        Assert.True(dataset.Numbers("norsknivaa").IsMissing(1));
        Assert.Equal(1, dataset.Numbers("norsknivaa").MissingCount);
        var region = dataset.Codes("landbakgrunn");
        Assert.Equal("vest_asia", region.Levels[region.Indices[0]].Token);
        Assert.True(region.IsMissing(1));
        Assert.Equal("god_allmennutdanning", dataset.Codes("utdanningsnivaa").Levels[2].Token);
        Assert.Equal(1, dataset.Codes("utdanningsnivaa").Indices[0]);
        Assert.Equal(["S1", "S2"], dataset.Texts("id").Distinct);
        Assert.Equal("0301", dataset.Texts("kommune").Text(1));
        Assert.Equal(1, dataset.Texts("kommune").DistinctCount);
        Assert.False(dataset.IsSynthetic);
        Assert.Equal(64, dataset.Fingerprint.Length);
    }

    [Fact]
    public void Read_FileWithoutFacts_HasThemAllMissing()
    {
        var (dataset, diagnostics) = Read(Header, Row);

        Assert.Empty(diagnostics);
        Assert.All(dataset!.Columns.Where(c => c.Declared.MayBeAbsent), c => Assert.Equal((1, 1), (c.RowCount, c.MissingCount)));
        Assert.Equal(DataFolder.Schema.Columns.Count, dataset.Columns.Count);
    }

    [Fact]
    public void Read_FactInFile_IsRead()
    {
        var (dataset, diagnostics) = Read(Header + ",k_innvandrerandel", Row + ",17.5");

        Assert.Empty(diagnostics);
        Assert.Equal(17.5, dataset!.Numbers("k_innvandrerandel").Values[0]);
        Assert.True(dataset.Numbers("k_folketall").IsMissing(0));
    }

    [Fact]
    public void Read_MisspeltFact_WarnsAndNamesTheNearest()
    {
        var (dataset, diagnostics) = Read(Header + ",k_folketal", Row + ",1000");

        Assert.True(dataset!.Numbers("k_folketall").IsMissing(0));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2008", "k_folketall"), (diagnostic.Code, diagnostic.Nearest));
    }

    [Fact]
    public void Read_OneSyntheticRow_IsSynthetic()
    {
        var (dataset, _) = Read(Header, Row, Row.Replace("S1,register", "S2,syntetisk"));

        Assert.True(dataset!.IsSynthetic);
    }

    [Fact]
    public void Read_ByteOrderMarkAndWindowsLines_AreFine()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Header + "\r\n" + Row + "\r\n")).ToArray();

        var (dataset, diagnostics) = DataFolder.ReadDataset(bytes);

        Assert.Empty(diagnostics);
        Assert.Equal("S1", dataset!.Texts("id").Text(0));
    }

    [Fact]
    public void Read_ColumnsInOtherOrder_AreFoundByName()
    {
        var header = Header.Split(',').Reverse();
        var row = Row.Split(',').Reverse();

        var (dataset, diagnostics) = Read(string.Join(',', header), string.Join(',', row));

        Assert.Empty(diagnostics);
        Assert.Equal(33, dataset!.Numbers("alder").Values[0]);
    }

    [Fact]
    public void Read_MissingFile_SaysSo()
    {
        var bag = new DiagnosticBag();

        Assert.Null(DatasetReader.Read("no-such-file.csv", "data/x.csv", DataFolder.Schema, DataFolder.Municipalities, bag));

        var diagnostic = Assert.Single(bag.Sorted());
        Assert.Equal(("RB2001", "data/x.csv"), (diagnostic.Code, diagnostic.Place!.Value.File));
    }

    [Fact]
    public void Read_Folder_SaysItCannotBeRead()
    {
        var bag = new DiagnosticBag();

        Assert.Null(DatasetReader.Read(Path.GetTempPath(), "data", DataFolder.Schema, DataFolder.Municipalities, bag));

        Assert.Equal("RB2002", Assert.Single(bag.Sorted()).Code);
    }

    [Fact]
    public void Read_Windows1252_GivesPlaceOfFirstBadByte()
    {
        var bytes = Encoding.Latin1.GetBytes(Header + "\n" + Row + "\nS2,register,0,2019,0301,Tromsø,1");

        var (dataset, diagnostics) = DataFolder.ReadDataset(bytes);

        Assert.Null(dataset);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("RB2003", diagnostic.Code);
        Assert.Equal(new SourcePlace("data.csv", 3, 30), diagnostic.Place);
        Assert.Equal("0xF8", diagnostic.Found);
        Assert.Equal("ø", diagnostic.Arguments[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    public void Read_EmptyFile_SaysSo(string text) => Single("RB2004", 0, 0, DataFolder.ReadDataset(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(';', ";")]
    [InlineData('\t', "tabulator")]
    public void Read_WrongDelimiter_IsSaidOnce(char separator, string found)
    {
        var text = string.Join('\n', Enumerable.Repeat(Row, 100).Prepend(Header)).Replace(',', separator);

        var diagnostic = Single("RB2005", 1, 3, DataFolder.ReadDataset(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(found, diagnostic.Found);
    }

    [Fact]
    public void Read_MisspeltColumn_NamesTheNearest()
    {
        var (_, diagnostics) = Read(Header.Replace("norsknivaa", "norsknivå"), Row);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("RB2006", diagnostic.Code);
        Assert.Equal(("norsknivå", "norsknivaa"), (diagnostic.Found, diagnostic.Expected));
        Assert.Equal(new SourcePlace("data.csv", 1, Header.IndexOf("norsknivaa", StringComparison.Ordinal) + 1), diagnostic.Place);
    }

    [Fact]
    public void Read_MissingColumn_SaysWhich()
    {
        var (_, diagnostics) = Read(Header.Replace(",alder", ""), Row.Replace(",33,", ","));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2006", "alder"), (diagnostic.Code, diagnostic.Expected));
    }

    [Fact]
    public void Read_ColumnTwice_SaysWhich() =>
        Assert.Contains(Read(Header + ",alder", Row + ",33").Diagnostics, d => d.Code == "RB2007" && d.Arguments[0] == "alder");

    [Fact]
    public void Read_ExtraColumn_IsAWarning()
    {
        var (dataset, diagnostics) = Read(Header + ",merknad", Row + ",hei");

        Assert.NotNull(dataset);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2008", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal(Header.Length + 2, diagnostic.Place!.Value.Column);
    }

    [Fact]
    public void Read_HeaderOnly_SaysSo() => Assert.Equal("RB2009", Assert.Single(Read(Header).Diagnostics).Code);

    [Theory]
    [InlineData(",2.25,", "\"1,5\"", "RB2010", "1,5")]
    [InlineData(",2.25,", "NA", "RB2010", "NA")]
    [InlineData(",2.25,", "NaN", "RB2010", "NaN")]
    [InlineData(",2.25,", ".", "RB2010", ".")]
    [InlineData(",2.25,", "5.5", "RB2011", "5.5")]
    [InlineData(",33,", "133", "RB2011", "133")]
    [InlineData(",33,", "33.5", "RB2021", "33.5")]
    [InlineData(",2019,", "2016", "RB2011", "2016")]
    [InlineData(",vest_asia,", "vestasia", "RB2017", "vestasia")]
    [InlineData(",S1,", "", "RB2013", "")]
    public void Read_BadCell_GivesPlaceAndFacts(string cell, string written, string code, string found)
    {
        var row = ("," + Row).Replace(cell, "," + written + ",")[1..];
        var column = ("," + Row).IndexOf(cell, StringComparison.Ordinal) + 1;

        var diagnostic = Single(code, 2, column, Read(Header, row));

        Assert.Equal(found, diagnostic.Found);
        Assert.NotNull(diagnostic.Expected);
    }

    [Fact]
    public void Read_MisspeltCode_NamesTheNearest()
    {
        var diagnostic = Assert.Single(Read(Header, Row.Replace("vest_asia", "vest_aisa")).Diagnostics);

        Assert.Equal("vest_asia", diagnostic.Nearest);
        Assert.Contains("latin_amerika_og_karibia", diagnostic.Expected!, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TokenForCode_NamesTheCode()
    {
        var diagnostic = Assert.Single(Read(Header, Row.Replace("register,0,", "register,Jobbsjansen,")).Diagnostics);

        Assert.Equal(("RB2017", "1"), (diagnostic.Code, diagnostic.Nearest));
    }

    [Fact]
    public void Read_DuplicateKey_NamesTheFirstLine()
    {
        var diagnostic = Single("RB2012", 4, 1, Read(Header, Row, Row.Replace("S1", "S2"), Row));

        Assert.Equal("S1", diagnostic.Found);
        Assert.Equal(["id", "2"], diagnostic.Arguments);
    }

    [Fact]
    public void Read_LineCutInTheMiddle_SaysHowManyFields()
    {
        var diagnostic = Single("RB2014", 3, 0, Read(Header, Row, Row[..20]));

        Assert.Equal(("35", "5"), (diagnostic.Expected, diagnostic.Found));
    }

    [Fact]
    public void Read_UnterminatedQuote_SpoilsOneLineOnly()
    {
        var (_, diagnostics) = Read(Header, Row.Replace("P1", "\"P1"), Row.Replace("S1", "S2").Replace(",33,", ",133,"));

        Assert.Equal([("RB2015", 2), ("RB2011", 3)], diagnostics.Select(d => (d.Code, d.Place!.Value.Line)));
    }

    [Fact]
    public void Read_QuoteInsideField_SaysWhere() =>
        Assert.Equal("RB2016", Assert.Single(Read(Header, Row.Replace("P1", "P\"1\"")).Diagnostics).Code);

    [Theory]
    [InlineData("2020", "0104", "3002 Moss")]
    [InlineData("2019", "3002", "0104 Moss, 0136 Rygge")]
    [InlineData("2020", "1850", "1806 Narvik, 1875 Hábmer - Hamarøy")]
    public void Read_MunicipalityOfOtherYears_SaysWhatItIsThatYear(string year, string code, string expected)
    {
        var diagnostic = Single("RB2018", 2, 20, Read(Header, Row.Replace("2019,0301", year + "," + code)));

        Assert.Equal((code, expected), (diagnostic.Found, diagnostic.Expected));
        Assert.Equal(year, diagnostic.Arguments[0]);
    }

    [Fact]
    public void Read_MunicipalityWithoutLeadingZero_SuggestsIt() =>
        Assert.Equal("0301", Single("RB2019", 2, 20, Read(Header, Row.Replace("0301", "301"))).Nearest);

    [Fact]
    public void Read_TransitionAgainstOutcome_SaysSo()
    {
        var diagnostic = Single("RB2020", 2, 30, Read(Header, Row.Replace("1,arbeid", "0,arbeid")));

        Assert.Equal("maaloppnaaelse = 1", diagnostic.Expected);
    }

    [Fact]
    public void Read_TransitionWithoutOutcome_IsAllowed() => Assert.Empty(Read(Header, Row.Replace("1,arbeid", ",arbeid")).Diagnostics);

    [Fact]
    public void Read_ManyErrors_KeepsFiftyAndCountsAll()
    {
        var bag = new DiagnosticBag();
        var rows = Enumerable.Range(0, 1000).Select(i => Row.Replace("S1", "S" + i).Replace(",33,", ",133,").Replace("vest_asia", "x"));

        var (dataset, diagnostics) = DataFolder.ReadDataset(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Header))), bag);

        Assert.Null(dataset);
        Assert.Equal(50, diagnostics.Count);
        Assert.Equal(2000, bag.ErrorCount);
        Assert.Equal([("data.csv", 1950)], bag.LeftOut());
    }

    [Fact]
    public void Read_LettersBeforeTheCell_CountAsOneCharacterEach()
    {
        var diagnostic = Assert.Single(Read(Header, Row.Replace("P1", "Tromsø 😀").Replace(",33,", ",133,")).Diagnostics);

        Assert.Equal(Row.IndexOf(",33,", StringComparison.Ordinal) + 2 + 6, diagnostic.Place!.Value.Column);
    }

    private static (Dataset? Dataset, IReadOnlyList<Diagnostic> Diagnostics) Read(params string[] lines) =>
        DataFolder.ReadDataset(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    private static Diagnostic Single(string code, int line, int column, (Dataset? Dataset, IReadOnlyList<Diagnostic> Diagnostics) read)
    {
        Assert.Null(read.Dataset);
        var diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal((code, new SourcePlace("data.csv", line, column)), (diagnostic.Code, diagnostic.Place!.Value));
        Assert.NotEmpty(DiagnosticFormatter.Format(diagnostic));
        return diagnostic;
    }
}
