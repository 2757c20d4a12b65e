using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.StatBank;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

public sealed class MunicipalityFactsReaderTest : IDisposable
{
    private const string Column = "k_folketall";
    private readonly string _folder = Directory.CreateTempSubdirectory("fakta").FullName;
    private readonly List<RecodingRule> _rules = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A rule on the next line of the rule file.</summary>
    private void Rule(string table, string selection, string column = Column, int? from = null, int? to = null, string kind = "ssb") =>
        _rules.Add(
            new RecodingRule
            {
                Place = new SourcePlace("kommunevariabler.csv", _rules.Count + 2),
                Table = 14,
                Row = 1,
                Concept = "Innbyggertall",
                Register = "ssb",
                Variables = [table],
                Category = selection,
                Label = string.Empty,
                Kind = kind,
                Target = column,
                Value = string.Empty,
                FromYear = from,
                ToYear = to,
                Reading = string.Empty,
                Ambiguity = string.Empty,
                Decision = string.Empty,
                Remark = string.Empty,
            }
        );

    /// <summary>Writes a table: for each region, values by the codes of one variable; a text is a sign.</summary>
    private void Table(string file, string year, string variable, string[] codes, params (string Region, object[] Values)[] rows)
    {
        var cells = rows.SelectMany(r => r.Values).ToList();
        var table = new JsonStatDataset(
            [
                new JsonStatDimension("Region", "region", [.. rows.Select(r => new JsonStatCategory(r.Region, r.Region))]),
                new JsonStatDimension(variable, variable, [.. codes.Select(c => new JsonStatCategory(c, "Navn på " + c))]),
                new JsonStatDimension("Tid", "år", [new JsonStatCategory(year, year)]),
            ],
            [.. cells.Select(c => c is string ? null : (double?)Convert.ToDouble(c, System.Globalization.CultureInfo.InvariantCulture))],
            [.. cells.Select(c => c as string)]
        )
        {
            Notes = ["Simulert"],
        };
        File.WriteAllBytes(Path.Combine(_folder, file), JsonStatWriter.ToBytes(table));
    }

    /// <summary>A table of one content with the same value for all municipalities of a year but those given.</summary>
    private void Whole(string table, int year, params (string Region, object Value)[] others) =>
        Table(
            $"{table}-{year}.json",
            $"{year}",
            "ContentsCode",
            ["Folkemengde"],
            [
                .. DataFolder
                    .Municipalities.InYear(year)
                    .Where(m => !others.Any(o => o.Region == m.Code))
                    .Select(m => (m.Code, new object[] { 1.5 })),
                .. others.Select(o => (o.Region, new[] { o.Value })),
            ]
        );

    private (MunicipalityFacts? Facts, IReadOnlyList<Diagnostic> Diagnostics) Read(params int[] years)
    {
        var bag = new DiagnosticBag();
        var facts = MunicipalityFactsReader.Read(_folder, "ssb", _rules, years, DataFolder.Municipalities, bag);
        Assert.All(bag.Sorted(), d => Assert.NotEmpty(DiagnosticFormatter.Format(d)));
        return (facts, bag.Sorted());
    }

    [Fact]
    public void Read_WholeTables_GivesEachYearItsOwn()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Whole("11342", 2019, ("1201", 280000));
        Whole("11342", 2020, ("4601", 283929));

        var (facts, diagnostics) = Read(2019, 2020);

        Assert.Empty(diagnostics);
        Assert.Equal(280000, facts!.Find(Column, 2019, "1201"));
        Assert.Equal(283929, facts.Find(Column, 2020, "4601"));
        Assert.Null(facts.Find(Column, 2020, "1201"));
        Assert.Equal(["11342-2019.json", "11342-2020.json"], facts.Sources.Select(s => s.File));
        Assert.Equal(["Simulert"], facts.Sources[0].Notes);
    }

    [Fact]
    public void Read_OtherRegions_ArePassedOver()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        // The country, a county, a district, a number out of use with nil and with a sign, Svalbard, not stated.
        Whole("11342", 2020, ("0", 5367580), ("46", 636531), ("030101", 9), ("1201", 0), ("0101", "."), ("2111", 2300), ("9999", 7));

        var (facts, diagnostics) = Read(2020);

        Assert.Empty(diagnostics);
        Assert.Null(facts!.Find(Column, 2020, "2111"));
    }

    [Fact]
    public void Read_SelectionByLabel_FindsTheCode()
    {
        Rule("11342", "ContentsCode=«navn på folkemengde»");
        Whole("11342", 2020);

        Assert.Equal(1.5, Read(2020).Facts!.Find(Column, 2020, "0301"));
    }

    [Fact]
    public void Read_Share_IsSumOfTheChosenByTheWhole()
    {
        Rule("07984", "teller:NACE2007=45-47,55-56;nevner:NACE2007=00-99", "k_arbeidsmarked");
        Table(
            "07984-2020.json",
            "2020",
            "NACE2007",
            ["45-47", "00-99", "55-56"],
            ("0301", [30, 200, 20]),
            ("1101", [1, 0, 1]),
            ("1103", [1, 9, ":"])
        );

        var (facts, diagnostics) = Read(2020);

        Assert.Equal(25, facts!.Find("k_arbeidsmarked", 2020, "0301"));
        Assert.Null(facts.Find("k_arbeidsmarked", 2020, "1101"));
        Assert.Equal(["", ":"], facts.Missing.Where(m => m.Code is "1101" or "1103").Select(m => m.Sign));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2338", Severity.Warning), (diagnostic.Code, diagnostic.Severity));
        Assert.Equal("354 uten linje eller med null i nevneren, 1 med «:»", diagnostic.Found);
    }

    [Fact]
    public void Read_MissingValues_AreCountedByReasonAndNotKnown()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Whole("11342", 2020, ("0301", ":"), ("1101", ".."), ("1103", ":"), ("1106", "."));

        var (facts, diagnostics) = Read(2020);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2338", "1 med «.», 1 med «..», 2 med «:»"), (diagnostic.Code, diagnostic.Found));
        Assert.Equal(["4", Column, "2020", "0301, 1101, 1103, 1106"], diagnostic.Arguments);
        Assert.Equal("ssb/11342-2020.json", diagnostic.Place!.Value.File);
        Assert.Null(facts!.Find(Column, 2020, "0301"));
        Assert.Equal(4, facts.Missing.Count);
    }

    [Fact]
    public void Read_NumberOutOfUseWithAValue_IsAWarningAndNotUsed()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Rule("11342", "ContentsCode=Folkemengde", "k_annet");
        Whole("11342", 2020, ("1201", 280000));

        var (facts, diagnostics) = Read(2020);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2337", "280000", "4601 Bergen"), (diagnostic.Code, diagnostic.Found, diagnostic.Nearest));
        Assert.Null(facts!.Find(Column, 2020, "1201"));
    }

    [Fact]
    public void Read_GroupedRegions_AreRefusedOnce()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Table("11342-2020.json", "2020", "ContentsCode", ["Folkemengde"], ("K-0301", [1]), ("K-4601", [2]));

        var (facts, diagnostics) = Read(2020);

        Assert.Null(facts);
        var diagnostic = Assert.Single(diagnostics, d => d.Code == "RB2336");
        Assert.Equal(("K-0301", "0301"), (diagnostic.Found, diagnostic.Expected));
    }

    [Fact]
    public void Read_TableInParts_IsPutTogether()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Table("11342-2020-del1.json", "2020", "ContentsCode", ["Folkemengde"], ("0301", [1]));
        Table("11342-2020-del2.json", "2020", "ContentsCode", ["Folkemengde"], ("4601", [2]));

        var (facts, _) = Read(2020);

        Assert.Equal((1, 2), (facts!.Find(Column, 2020, "0301"), facts.Find(Column, 2020, "4601")));
    }

    [Fact]
    public void Read_MunicipalityInTwoParts_IsNamed()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Table("11342-2020-del1.json", "2020", "ContentsCode", ["Folkemengde"], ("0301", [1]));
        Table("11342-2020-del2.json", "2020", "ContentsCode", ["Folkemengde"], ("0301", [2]));

        var diagnostic = Assert.Single(Read(2020).Diagnostics, d => d.Severity == Severity.Error);

        Assert.Equal(
            ("RB2341", "ssb/11342-2020-del2.json", "0301"),
            (diagnostic.Code, diagnostic.Place!.Value.File, diagnostic.Arguments[0])
        );
    }

    [Fact]
    public void Read_RuleOfSomeYears_IsAskedOnlyThen()
    {
        Rule("11342", "ContentsCode=Folkemengde", to: 2019);
        Rule("07459", "ContentsCode=Folkemengde", from: 2020);
        Rule("99999", "ikke en regel for statistikkbanken", kind: "annet");
        Whole("11342", 2019);
        Whole("07459", 2020);

        var (facts, diagnostics) = Read(2019, 2020);

        Assert.Empty(diagnostics);
        Assert.Equal((1.5, 1.5), (facts!.Find(Column, 2019, "0301"), facts.Find(Column, 2020, "0301")));
    }

    [Theory]
    // Rules that cannot be read.
    [InlineData("11342", "Folkemengde", "RB2330", "kommunevariabler.csv", 2, "Folkemengde", null)]
    [InlineData("1342", "ContentsCode=Folkemengde", "RB2330", "kommunevariabler.csv", 2, "1342", null)]
    // Rules that ask for what the table does not have.
    [InlineData("11342", "ContentsCod=Folkemengde", "RB2333", "kommunevariabler.csv", 2, null, "ContentsCode")]
    [InlineData("11342", "ContentsCode=Folkemengd", "RB2334", "kommunevariabler.csv", 2, "Folkemengd", "Folkemengde")]
    [InlineData(
        "11342",
        "ContentsCode=«Navn på Folkemengd»",
        "RB2334",
        "kommunevariabler.csv",
        2,
        "«Navn på Folkemengd»",
        "«Navn på Folkemengde»"
    )]
    [InlineData("11342", "teller:Tull=1;nevner:ContentsCode=Folkemengde", "RB2333", "kommunevariabler.csv", 2, null, null)]
    // A table and a year that are not there.
    [InlineData("06445", "ContentsCode=Folkemengde", "RB2331", "kommunevariabler.csv", 2, null, null)]
    public void Read_SeededFault_IsFoundAtItsPlace(
        string table,
        string selection,
        string code,
        string file,
        int line,
        string? found,
        string? nearest
    )
    {
        Rule(table, selection);
        Whole("11342", 2020);

        var (facts, diagnostics) = Read(2020);

        Assert.Null(facts);
        var diagnostic = Assert.Single(diagnostics, d => d.Code == code);
        Assert.Equal(new SourcePlace(file, line), diagnostic.Place);
        Assert.Equal((found, nearest), (diagnostic.Found, diagnostic.Nearest));
    }

    [Fact]
    public void Read_YearMissing_IsNamedWithTheYearsThatAreThere()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Whole("11342", 2020);

        var diagnostic = Assert.Single(Read(2019, 2020).Diagnostics);

        Assert.Equal(
            ("RB2332", "ssb/11342-2019.json", "2019", "2020"),
            (diagnostic.Code, diagnostic.Place!.Value.File, diagnostic.Arguments[0], diagnostic.Found)
        );
    }

    [Fact]
    public void Read_FileOfAnotherYear_IsNamed()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Table("11342-2020.json", "2019", "ContentsCode", ["Folkemengde"], ("0301", [1]));

        var diagnostic = Assert.Single(Read(2020).Diagnostics);

        Assert.Equal(("RB2332", "2020", "2019"), (diagnostic.Code, diagnostic.Arguments[0], diagnostic.Found));
    }

    [Fact]
    public void Read_VariableNotChosen_IsNamed()
    {
        Rule("07984", "ContentsCode=Folkemengde");
        Table("07984-2020.json", "2020", "NACE2007", ["45-47", "00-99"], ("0301", [30, 200]));

        var diagnostics = Read(2020).Diagnostics;

        var diagnostic = Assert.Single(diagnostics, d => d.Code == "RB2335");
        Assert.Equal(("NACE2007", "45-47, 00-99"), (diagnostic.Arguments[0], diagnostic.Expected));
    }

    [Fact]
    public void Read_ColumnGivenTwice_IsNamedWithBothLines()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Rule("11342", "ContentsCode=Folkemengde", from: 2020);
        Whole("11342", 2020);

        var diagnostic = Assert.Single(Read(2020).Diagnostics, d => d.Code == "RB2339");

        Assert.Equal((3, "2"), (diagnostic.Place!.Value.Line, diagnostic.Arguments[2]));
    }

    [Fact]
    public void Read_FileNotInTheManifest_IsAWarningAndNotRead()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Whole("11342", 2020);
        Whole("11342", 2019);
        var bytes = File.ReadAllBytes(Path.Combine(_folder, "11342-2020.json"));
        var line = new StatBankFile(
            "11342-2020.json",
            "11342",
            2020,
            "a",
            DateTimeOffset.UnixEpoch,
            StatBankManifest.FingerprintOf(bytes),
            bytes.Length
        );
        File.WriteAllBytes(Path.Combine(_folder, StatBankManifest.FileName), StatBankManifest.Empty.With("11342", 2020, [line]).ToBytes());

        var (facts, diagnostics) = Read(2020);

        Assert.NotNull(facts);
        Assert.Equal(("RB2318", "ssb/11342-2019.json"), (Assert.Single(diagnostics).Code, diagnostics[0].Place!.Value.File));
    }

    [Fact]
    public void Read_FileChangedSinceItWasFetched_IsNamed()
    {
        Rule("11342", "ContentsCode=Folkemengde");
        Whole("11342", 2020);
        var line = new StatBankFile("11342-2020.json", "11342", 2020, "a", DateTimeOffset.UnixEpoch, "00", 1);
        File.WriteAllBytes(Path.Combine(_folder, StatBankManifest.FileName), StatBankManifest.Empty.With("11342", 2020, [line]).ToBytes());

        Assert.Equal("RB2315", Assert.Single(Read(2020).Diagnostics).Code);
    }

    [Fact]
    public void Read_NoFolder_IsNamed()
    {
        var bag = new DiagnosticBag();

        Assert.Null(MunicipalityFactsReader.Read(Path.Combine(_folder, "borte"), "borte", _rules, [2020], DataFolder.Municipalities, bag));

        Assert.Equal(("RB2001", "borte"), (bag.Sorted()[0].Code, bag.Sorted()[0].Place!.Value.File));
    }
}
