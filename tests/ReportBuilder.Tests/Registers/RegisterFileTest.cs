using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Registers;

/// <summary>Forms of a register file that are all right, and what comes out of them.</summary>
public class RegisterFileTest
{
    private const string Row = "N1;0301;K;10,5;2;31.12.2019;1";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_AnyLineEnd_GivesTheSameRecords(string end)
    {
        foreach (var size in new[] { 8, 9, 31, 32, 33, 64, 256 })
        {
            var text = string.Join(end, RegisterText.Header, Row, "N2;5001;\"M\";;3;;0", "", ";;;;;;", "");

            var content = RegisterText.Read(Encoding.UTF8.GetBytes(text), bufferSize: size);

            Assert.Empty(content.Diagnostics.Select(DiagnosticFormatter.Format));
            Assert.Equal(["N1", "N2"], content.Column("Id"));
            Assert.Equal(["K", "M"], content.Column("Kjønn"));
            Assert.Equal(["1", "0"], content.Column("Tiltak"));
            Assert.Equal([2, 3], content.Places.Select(p => p[0].Line));
        }
    }

    [Fact]
    public void Read_NoLineEndAtTheEnd_GivesTheLastRecord()
    {
        Assert.Equal(["1"], RegisterText.ReadLines(RegisterText.Header, Row).Column("Tiltak"));
        Assert.Equal(["æ"], RegisterText.ReadLines(RegisterText.Header, Row[..^1] + "\"æ\"").Column("Tiltak"));
    }

    [Fact]
    public void Read_CommaAndOtherOrder_AreFoundByTheHeader()
    {
        var content = RegisterText.ReadLines("Tiltak,Start,Spor,Timer,Kjønn,Kommune,Id", "1,2019-12-31,2,\"10,5\",K,0301,N1");

        Assert.Empty(content.Diagnostics);
        Assert.Equal(',', content.Separator);
        Assert.Equal(["N1", "0301", "K", "10,5", "2", "2019-12-31", "1", ""], content.Records[0]);
        Assert.Equal(new SourcePlace("prove.csv", 2, 16), content.Places[0][3]);
    }

    [Fact]
    public void Read_NamesThatHoldTheOtherSeparator_DoNotMislead()
    {
        var schema = new RegisterSchema(
            "prove",
            [
                RegisterText.Variable("Realkompetanse, herunder, blant annet, prøving", RegisterValueKind.YesNo, RegisterUse.Measure),
                RegisterText.Variable("Id", RegisterValueKind.Text, RegisterUse.Key),
            ]
        );

        var content = RegisterText.Read("Realkompetanse, herunder, blant annet, prøving;Id\n1;N1"u8.ToArray(), schema);

        Assert.Empty(content.Diagnostics);
        Assert.Equal(["1", "N1"], content.Records[0]);
    }

    [Theory]
    [InlineData("sep=;\n")]
    [InlineData("\"sep=;\"\r\n")]
    [InlineData("SEP=,\n")]
    [InlineData("\n \n;;;\n")]
    public void Read_LinesBeforeTheHeader_ArePassedOver(string before)
    {
        var content = RegisterText.Read(Encoding.UTF8.GetBytes(before + RegisterText.Header + "\n" + Row));

        Assert.Empty(content.Diagnostics);
        Assert.Equal(before.Count(c => c == '\n') + 2, content.Places[0][0].Line);
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheFirstName()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(RegisterText.Header + "\n" + Row)).ToArray();

        var content = RegisterText.Read(bytes, bufferSize: 8);

        Assert.Empty(content.Diagnostics);
        Assert.Equal(RegisterEncoding.Utf8, content.Encoding);
        Assert.Equal(["N1"], content.Column("Id"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), content.Fingerprint);
    }

    [Fact]
    public void Read_Windows1252_ComesAsUtf8WithTruePlaces()
    {
        var bytes = Windows(
            "Id;Kommune;Kj\u00F8nn;Timer;Spor;Start;Tiltak\nN1;\"Tr\u00F8ndelag \u00ABs\u00F8r\u00BB \u0080 5\";\u00E6;1;2;;0"
        );

        var content = RegisterText.Read(bytes);

        Assert.Empty(content.Diagnostics);
        Assert.Equal(RegisterEncoding.Windows1252, content.Encoding);
        Assert.Equal("Trøndelag «sør» € 5", content.Records[0][1]);
        Assert.Equal("æ", content.Records[0][2]);
        Assert.Equal(26, content.Places[0][2].Column);
        Assert.Equal(28, content.Places[0][3].Column);
    }

    [Fact]
    public void Read_FirstLetterBeyondAsciiLate_IsReadInItsEncoding()
    {
        var many = string.Concat(Enumerable.Repeat("N;0301;K;1;2;;0\n", 5000));
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Latin1 })
        {
            var ascii = RegisterText.Header.Replace("ø", "o");
            var schema = new RegisterSchema(
                "prove",
                [.. RegisterText.Schema.Variables.Select(v => v with { Name = v.Name.Replace("ø", "o") })]
            );

            var content = RegisterText.Read(encoding.GetBytes(ascii + "\n" + many + "N;Bodø;K;1;2;;0"), schema, 4096);

            Assert.Empty(content.Diagnostics);
            Assert.Equal("Bodø", content.Records[^1][1]);
        }
    }

    [Fact]
    public void Read_Utf8ThenWindows1252_GarblesNothingAndSaysWhere()
    {
        var utf8 = Encoding.UTF8.GetBytes(RegisterText.Header + "\n" + string.Concat(Enumerable.Repeat("N;Bodø;K;1;2;;0\n", 3000)));
        var windows = Encoding.Latin1.GetBytes("N;Tromsø;K;1;2;;0\nN;Ås;K;1;2;;0\n");

        var content = RegisterText.Read([.. utf8, .. windows, .. Encoding.UTF8.GetBytes("N;Bærum;K;1;2;;0\n")], bufferSize: 1024);

        Assert.Equal(RegisterEncoding.Mixed, content.Encoding);
        Assert.Equal([("RB2103", 3002, 3)], content.Faults);
        Assert.Equal("Tromsø", content.Diagnostics[0].Found);
        Assert.Equal(["Bodø", "Tromsø", "Ås", "Bærum"], content.Column("Kommune").TakeLast(4));
    }

    [Fact]
    public void Read_QuotedLineBreaks_AreKeptAndCounted()
    {
        var content = RegisterText.ReadLines(RegisterText.Header, "N1;\"a\r\nb \"\"c\"\";\nd\";K;1;2;;0", Row);

        Assert.Empty(content.Diagnostics);
        Assert.Equal("a\r\nb \"c\";\nd", content.Records[0][1]);
        Assert.Equal((2, 4), (content.Places[0][1].Line, content.Places[0][1].Column));
        Assert.Equal((4, 4), (content.Places[0][2].Line, content.Places[0][2].Column));
        Assert.Equal((5, 1), (content.Places[1][0].Line, content.Places[1][0].Column));
    }

    [Theory]
    [InlineData("  x\t", "x")]
    [InlineData("\u00A0x y\u00A0 ", "x y")]
    [InlineData("\" x \"", "x")]
    [InlineData("  \"x\"  ", "x")]
    [InlineData("\u202Fx\u200B", "x")]
    [InlineData("\"\"", "")]
    [InlineData("\"\"\"x\"\"\"", "\"x\"")]
    [InlineData("NA", "NA")]
    [InlineData(".", ".")]
    [InlineData("NULL", "NULL")]
    [InlineData("-", "-")]
    [InlineData("''", "''")]
    [InlineData("à", "à")]
    public void Cell_BlanksAndQuotes_AreTakenAwayAndNothingElse(string written, string read)
    {
        var content = RegisterText.ReadLines(RegisterText.Header, $"N1;0301;{written};1;2;;0");

        Assert.Empty(content.Diagnostics.Select(DiagnosticFormatter.Format));
        Assert.Equal(read, content.Records[0][2]);
    }

    [Theory]
    [InlineData("A\u030Alesund", "Ålesund")]
    [InlineData("Ba\u030Atsfjord", "Båtsfjord")]
    [InlineData("Co\u0302te d'Ivoire", "Côte d'Ivoire")]
    [InlineData("Bodo\u0338", "Bodø")]
    [InlineData("Ka\u0301ra\u0301s\u030Cjohka", "Kárášjohka")]
    [InlineData("x\u0329", "x\u0329")]
    public void Cell_LettersAndMarksApart_ArePutTogether(string written, string read) =>
        Assert.Equal(read, RegisterText.ReadLines(RegisterText.Header, $"N1;{written};K;1;2;;0").Records[0][1]);

    [Fact]
    public void Open_NamesWithLettersAndMarksApart_AreKnown()
    {
        var schema = new RegisterSchema("prove", [RegisterText.Variable("Språkpraksis", RegisterValueKind.Text, RegisterUse.Source)]);

        var content = RegisterText.Read(Encoding.UTF8.GetBytes("Spra\u030Akpraksis\n1"), schema);

        Assert.Empty(content.Diagnostics);
        Assert.Equal("1", content.Records[0][0]);
    }

    [Fact]
    public void Cell_OfAnAbsentColumn_IsEmptyAndHasThePlaceOfTheLine()
    {
        var content = RegisterText.ReadLines(RegisterText.Header, Row);

        Assert.Equal("", content.Records[0][7]);
        Assert.Equal(new SourcePlace("prove.csv", 2), content.Places[0][7]);
    }

    [Fact]
    public void Cell_LongerThanTheBuffer_ComesWhole()
    {
        var text = new string('x', 20_000) + "\n\"" + "y";

        var content = RegisterText.Read(
            Encoding.UTF8.GetBytes($"{RegisterText.Header}\nN1;0301;\"{text.Replace("\"", "\"\"")}\";1;2;;0\n{Row}"),
            bufferSize: 16
        );

        Assert.Equal([text, "K"], content.Column("Kjønn"));
    }

    [Fact]
    public void Fingerprint_BeforeTheEnd_IsAProgrammingError()
    {
        using var file = RegisterFile.Open(
            new MemoryStream(Encoding.UTF8.GetBytes(RegisterText.Header + "\n" + Row)),
            "prove.csv",
            RegisterText.Schema,
            new DiagnosticBag(),
            256
        )!;

        Assert.True(file.Read());
        Assert.Throws<InvalidOperationException>(() => file.Fingerprint);
        Assert.False(file.Read());
        Assert.False(file.Read());
        Assert.Equal(1, file.RecordCount);
        Assert.Equal(64, file.Fingerprint.Length);
    }

    [Fact]
    public void Open_File_IsReadFromDiskInOtherCulturesToo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("prove.csv", RegisterText.Header + "\n" + Row);
        var bag = new DiagnosticBag();

        using var file = RegisterFile.Open(path, "prove.csv", RegisterText.Schema, bag);
        var content = RegisterText.Read(file, bag);

        Assert.Equal(["N1"], content.Column("Id"));
    }

    [Theory]
    [InlineData("nir")]
    [InlineData("jobbsjansen")]
    [InlineData("kostra")]
    [InlineData("regnskap")]
    public void Read_HeaderOfADeclaredRegister_FitsInAllEncodings(string register)
    {
        var bag = new DiagnosticBag();
        var schema = RegisterSchemaReader.Read(Repository.PathOf($"data/registre/{register}.schema.csv"), "schema", bag)!;
        foreach (var (encoding, separator) in new[] { (Encoding.UTF8, ','), (Encoding.UTF8, ';'), (Encoding.Latin1, ';') })
        {
            var names = schema.Variables.Select(v => v.Name.Contains(separator) ? $"\"{v.Name}\"" : v.Name);
            var cells = schema.Variables.Select((_, i) => $"ø{i}");
            var text = string.Join(separator, names) + "\n" + string.Join(separator, cells);

            var content = RegisterText.Read(encoding.GetBytes(text), schema, 64);

            Assert.Empty(content.Diagnostics.Select(DiagnosticFormatter.Format));
            Assert.Equal(cells, content.Records[0]);
        }
    }

    private static byte[] Windows(string text) => [.. text.Select(c => (byte)c)];
}
