using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Registers;

/// <summary>Seeded faults: each is found, named and placed, and the records around it are read.</summary>
public class RegisterFaultsTest
{
    private const string Row = "N1;0301;K;10,5;2;31.12.2019;1";
    private static readonly string Good = RegisterText.Header + "\n" + Row + "\n";

    /// <summary>Name, the third line of a file whose other lines are good, code, line, column.</summary>
    public static TheoryData<string, string, string, int, int> Records =>
        new()
        {
            { "too few fields", "N2;0301;K", "RB2120", 3, 10 },
            { "one field too few, in letters", "N2;Bodø;K;1;2;3", "RB2120", 3, 16 },
            { "too many fields", Row + ";x", "RB2120", 3, 31 },
            { "many too many fields", Row + ";;;;", "RB2120", 3, 31 },
            { "another separator", Row.Replace(';', '\t'), "RB2120", 3, Row.Length + 1 },
            { "quote never closed", "N2;0301;\"K;1;2;;0", "RB2122", 3, 9 },
            { "quote never closed, last cell", "N2;0301;K;1;2;;\"0", "RB2122", 3, 16 },
            { "quote within a cell", "N2;0301;5\" rør;1;2;;0", "RB2123", 3, 10 },
            { "text after a closing quote", "N2;0301;\"K\"x;1;2;;0", "RB2123", 3, 11 },
            { "quoted twice", "N2;0301;\"K\" \"M\";1;2;;0", "RB2123", 3, 13 },
            { "Excel's formula for text", "N2;=\"0301\";K;1;2;;0", "RB2123", 3, 5 },
            { "null byte", "N2;0301;K\0;1;2;;0", "RB2124", 3, 10 },
            { "key empty", ";0301;K;1;2;;0", "RB2125", 3, 1 },
            { "municipality empty", "N2;;K;1;2;;0", "RB2125", 3, 4 },
            { "municipality blank", "N2; \u00A0 ;K;1;2;;0", "RB2125", 3, 4 },
            { "municipality empty after a line break", "\"N\n2\";\"\";K;1;2;;0", "RB2125", 4, 4 },
            { "key as number with exponent", "1,23457E+11;0301;K;1;2;;0", "RB2127", 3, 1 },
            { "municipality as number with exponent", "N2;3.01e+02;K;1;2;;0", "RB2127", 3, 4 },
        };

    [Theory]
    [MemberData(nameof(Records))]
    public void Read_FaultyRecord_IsNamedListedAndPassedOver(string what, string line, string code, int atLine, int atColumn)
    {
        foreach (var size in new[] { 8, 33, 4096 })
        {
            var content = RegisterText.Read(Encoding.UTF8.GetBytes(Good + line + "\n" + Row.Replace("N1", "N3")), bufferSize: size);

            Assert.Equal(
                (what, code, atLine, atColumn),
                (what, content.Faults.Single().Code, content.Faults.Single().Line, content.Faults.Single().Column)
            );
            Assert.Equal(new FaultyRecord(new SourcePlace("prove.csv", atLine, atColumn), code), Assert.Single(content.Faulty));
            Assert.Equal(["N1", "N3"], content.Column("Id"));
            Assert.Equal(line.Contains('\n') ? 5 : 4, content.Places[^1][0].Line);
        }
    }

    /// <summary>Name, header, code, column of the error; the file has one good row besides.</summary>
    public static TheoryData<string, string, string, int> Headers =>
        new()
        {
            { "no header", "N9;0301;K;1;2;;0", "RB2106", 1 },
            { "title instead of header", "Uttrekk fra NIR", "RB2106", 1 },
            { "column missing", RegisterText.Header.Replace(";Spor", ""), "RB2107", 0 },
            { "column misspelt", RegisterText.Header.Replace("Timer", "Tmier"), "RB2107", 18 },
            { "column twice", RegisterText.Header + ";Id", "RB2108", 42 },
            { "column twice in other case", RegisterText.Header + ";ID", "RB2108", 42 },
            { "tab", RegisterText.Header.Replace(';', '\t'), "RB2100", 3 },
            { "bar", RegisterText.Header.Replace(';', '|'), "RB2100", 3 },
            { "quote not closed", "\"" + RegisterText.Header, "RB2122", 1 },
            { "quote within a name", RegisterText.Header.Replace("Spor", "Sp\"or"), "RB2123", 26 },
        };

    [Theory]
    [MemberData(nameof(Headers))]
    public void Open_FaultyHeader_IsRefused(string what, string header, string code, int column)
    {
        var content = RegisterText.ReadLines(header, Row);

        Assert.False(content.IsOpen, what);
        var error = Assert.Single(content.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal((what, code, 1, column), (what, error.Code, error.Place!.Value.Line, error.Place.Value.Column));
    }

    [Fact]
    public void Open_MisspeltColumn_NamesTheNearest()
    {
        var error = Assert.Single(RegisterText.ReadLines(RegisterText.Header.Replace("Kjønn", "Kjonn"), Row).Diagnostics);

        Assert.Equal(("RB2107", "Kjonn", "Kjønn"), (error.Code, error.Found, error.Expected));
    }

    [Fact]
    public void Open_SeveralFaultsInTheHeader_AreAllSaid()
    {
        var content = RegisterText.ReadLines("Id;Id;Kommune;Kjønn;Timmer;Start;Ekstra");

        Assert.Equal([("RB2107", 1, 0), ("RB2107", 1, 0), ("RB2108", 1, 4), ("RB2107", 1, 21), ("RB2109", 1, 34)], content.Faults);
    }

    [Theory]
    [InlineData("RB2109", 42, ";Ukjent")]
    [InlineData("RB2111", 42, ";")]
    [InlineData("RB2109", 42, ";Sivilstannd")]
    public void Open_ColumnThatIsNotDeclared_IsAWarning(string code, int column, string more)
    {
        var content = RegisterText.ReadLines(RegisterText.Header + more, Row + ";x");

        var warning = Assert.Single(content.Diagnostics);
        Assert.Equal((code, Severity.Warning, column), (warning.Code, warning.Severity, warning.Place!.Value.Column));
        Assert.Equal(more == ";Sivilstannd" ? "Sivilstand" : null, warning.Nearest);
        Assert.Single(content.Records);
    }

    [Theory]
    [InlineData("KJØNN")]
    [InlineData(" Kjønn ")]
    [InlineData("\"Kjønn \"")]
    [InlineData("kjønn")]
    public void Open_OtherCaseOrBlanks_AreReadWithAWarning(string name)
    {
        var content = RegisterText.ReadLines(RegisterText.Header.Replace("Kjønn", name), Row);

        var warning = Assert.Single(content.Diagnostics);
        Assert.Equal(("RB2110", Severity.Warning, 12), (warning.Code, warning.Severity, warning.Place!.Value.Column));
        Assert.Equal(["K"], content.Column("Kjønn"));
    }

    [Fact]
    public void Read_DecimalCommaBetweenCommas_IsUnderstood()
    {
        var content = RegisterText.ReadLines(
            RegisterText.Header.Replace(';', ','),
            "N1,0301,K,\"10,5\",2,31.12.2019,1",
            "N2,0301,K,10,5,2,31.12.2019,1"
        );

        var error = Assert.Single(content.Diagnostics);
        Assert.Equal(("RB2121", 3, 11), (error.Code, error.Place!.Value.Line, error.Place.Value.Column));
        Assert.Equal(("7", "8"), (error.Expected, error.Found));
        Assert.Single(content.Faulty);
    }

    [Fact]
    public void Read_LostQuoteBeforeQuotedCells_CostsOneRecord()
    {
        var lines = Enumerable.Range(0, 50).Select(i => $"N{i};0301;\"K\";1;2;;0").ToList();
        lines[7] = "N7;0301;\"K;1;2;;0";

        var content = RegisterText.ReadLines([RegisterText.Header, .. lines]);

        Assert.Equal([("RB2122", 9, 9)], content.Faults);
        Assert.Equal(49, content.Records.Count);
        Assert.Equal(51, content.Places[^1][0].Line);
    }

    [Fact]
    public void Read_LostQuoteAndNoQuoteAfter_CostsOneRecord()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"N{i};0301;K;1;2;;0").ToList();
        lines[7] = "N7;0301;\"K;1;2;;0";

        var content = RegisterText.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", [RegisterText.Header, .. lines])), bufferSize: 4096);

        Assert.Equal([("RB2122", 9, 9)], content.Faults);
        Assert.Equal(19_999, content.Records.Count);
        Assert.Equal(20_001, content.Places[^1][0].Line);
    }

    [Fact]
    public void Read_BytesThatAreNoLetters_AreNamed()
    {
        var bytes = Encoding.Latin1.GetBytes(Good + "N2;Tromsø;\u0081;1;2;;0\nN3;Bodø;K;1;2;;0");

        var content = RegisterText.Read(bytes);

        Assert.Equal([("RB2104", 3, 11)], content.Faults);
        Assert.Equal(["N1", "N3"], content.Column("Id"));
    }

    [Fact]
    public void Read_TextCutWithinALetter_IsNamed()
    {
        var bytes = Encoding.UTF8.GetBytes(Good + "N2;Tromsø");

        var content = RegisterText.Read([.. bytes[..^1], .. ";K;1;2;;0"u8]);

        Assert.Equal([("RB2103", 3, 4)], content.Faults);
    }

    [Fact]
    public void Read_ApostropheBeforeDigits_IsTakenAwayAndSaidOnce()
    {
        var content = RegisterText.ReadLines(RegisterText.Header, "'12;'0301;K;1;2;;0", "'13;\"'0301\";K;1;2;;0");

        Assert.Equal([("RB2128", 2, 1), ("RB2128", 2, 5)], content.Faults);
        Assert.Equal(["12", "13"], content.Column("Id"));
        Assert.Equal(["0301", "0301"], content.Column("Kommune"));
    }

    [Fact]
    public void Read_OnlyAHeader_IsAWarning() =>
        Assert.Equal("RB2112", Assert.Single(RegisterText.ReadLines(RegisterText.Header, "").Diagnostics).Code);

    [Fact]
    public void Read_NoLineEndForever_Stops()
    {
        var bytes = Encoding.UTF8.GetBytes(Good + new string('x', 20 << 20));

        var content = RegisterText.Read(bytes);

        Assert.Equal([("RB2126", 3, 0)], content.Faults);
        Assert.Single(content.Records);
    }

    [Fact]
    public void Read_ManyFaults_AreCountedAndListed()
    {
        var content = RegisterText.ReadLines([RegisterText.Header, .. Enumerable.Repeat("N1;0301", 500)]);

        Assert.Equal(DiagnosticBag.DefaultLimitPerFile, content.Diagnostics.Count);
        Assert.Equal(500, content.Faulty.Count);
        Assert.Equal(501, content.Faulty[^1].Place.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n  \n")]
    public void Open_NothingInTheFile_SaysSo(string text) =>
        Assert.Equal("RB2004", Assert.Single(RegisterText.Read(Encoding.UTF8.GetBytes(text)).Diagnostics).Code);

    [Theory]
    [InlineData("504B0304140006000800", "register.kind.workbook")]
    [InlineData("D0CF11E0A1B11AE10000", "register.kind.workbook")]
    [InlineData("FFFE49006400", "register.kind.utf16")]
    [InlineData("FEFF00490064", "register.kind.utf16")]
    [InlineData("1F8B0800", "register.kind.gzip")]
    [InlineData("24464C3240282329", "register.kind.statistics")]
    [InlineData("3C73746174615F6474613E", "register.kind.statistics")]
    [InlineData("255044462D312E37", "register.kind.document")]
    [InlineData("3C68746D6C3E", "register.kind.document")]
    [InlineData("49643B4B00006F6D", "register.kind.binary")]
    public void Open_AnotherKindOfFile_IsNamed(string start, string kind)
    {
        var error = Assert.Single(RegisterText.Read(Convert.FromHexString(start)).Diagnostics);

        Assert.Equal(("RB2101", ToolTexts.Get(kind)), (error.Code, error.Arguments[0]));
    }

    [Fact]
    public void Open_NoSuchFileOrAFolder_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var bag = new DiagnosticBag();

        Assert.Null(RegisterFile.Open(Path.Combine(folder.Path, "nir.csv"), "a.csv", RegisterText.Schema, bag));
        Assert.Null(RegisterFile.Open(folder.Path, "b.csv", RegisterText.Schema, bag));

        Assert.Equal([("RB2001", "a.csv"), ("RB2002", "b.csv")], bag.Sorted().Select(d => (d.Code, d.Place!.Value.File)));
    }

    [Fact]
    public void Read_DiskThatFails_SaysSoAndHasNoFingerprint()
    {
        var bag = new DiagnosticBag();
        var stream = new FailingStream(Encoding.UTF8.GetBytes(Good + Good[(RegisterText.Header.Length + 1)..]), 64);

        using var file = RegisterFile.Open(stream, "prove.csv", RegisterText.Schema, bag, 16)!;
        while (file.Read())
        {
            Assert.Equal("0301"u8, file.Cell(1));
        }

        Assert.Equal("RB2002", bag.Sorted()[0].Code);
        Assert.Equal("", file.Fingerprint);
    }

    private sealed class FailingStream(byte[] bytes, int good) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) =>
            Position >= good ? throw new IOException("gone") : base.Read(buffer[..(int)Math.Min(buffer.Length, good - Position)]);
    }
}
