using System.Text;
using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Editions;

/// <summary>Files that are no editions, or editions with faults: every fault is named with its place, and nothing throws.</summary>
public sealed class EditionReaderFaultsTest
{
    private static readonly byte[] Good = EditionWriter.Write(TestEdition.Small());

    /// <summary>In what is changed, § stands before what is at fault. In what is expected, § is that place, and { the beginning of the object on the line.</summary>
    [Theory]
    [InlineData("\"schema\": 2", "\"schema\": §3", "RB7005 § fant 3")]
    [InlineData("\"schema\": 2", "\"schema\": \"2\"", "RB7004 0:0")]
    [InlineData("\"schema\": 2", "\"schema\": 0", "RB7004 0:0")]
    [InlineData("  \"schema\": 2,", "", "RB7004 0:0")]
    [InlineData("\"quantities\": [", "\"tall\": [", "RB7004 0:0")]
    [InlineData("\"value\":0.3,", "\"value\":0,§3,", "RB7003 §")]
    [InlineData("\"value\":0.3,", "\"value\":§NaN,", "RB7003 §")]
    [InlineData("\"value\":0.3,", "\"value\":§\"0.3\",", "RB7008 § fant 0.3")]
    [InlineData("\"value\":0.3,", "\"value\":§1e999,", "RB7008 § fant 1e999")]
    [InlineData("\"value\":0.3,", "\"value\":§[1,[2]],", "RB7008 § fant [")]
    [InlineData("\"value\":0.3,", "", "RB7006 {")]
    [InlineData("\"value\":0.3,", "§\"verdi\":0.3,", "RB7006 {;RB7007 § fant verdi")]
    [InlineData("\"value\":0.3,", "§\"vlaue\":0.3,", "RB7006 {;RB7007 § fant vlaue value?")]
    [InlineData("\"value\":0.3,", "\"value\":0.3,§\"value\":0.4,", "RB7009 §")]
    [InlineData("\"value\":0.3,", "\"value\":null,", "RB7013 { fant null")]
    [InlineData("\"decimals\":0,\"base\":1420", "\"decimals\":§-1,\"base\":1420", "RB7008 § fant -1")]
    [InlineData("\"decimals\":0,\"base\":1420", "\"decimals\":0,\"base\":§14.5", "RB7008 § fant 14.5")]
    [InlineData("\"share\",\"decimals\":0,\"base\":1420", "§\"shares\",\"decimals\":0,\"base\":1420", "RB7012 § fant shares share?")]
    [InlineData("\"status\":\"nil\"", "\"status\":§\"null\"", "RB7012 § fant null")]
    [InlineData("\"b.null\",\"value\":0,", "\"b.null\",\"value\":1,", "RB7013 { fant 1")]
    [InlineData("\"b.mangler\",\"value\":null", "\"b.mangler\",\"value\":3", "RB7013 { fant 3")]
    [InlineData("\"b.avrundet\",\"value\":0.57", "\"b.avrundet\",\"value\":0.567", "RB7013 { fant 0.567")]
    [InlineData("\"b.avrundet\",\"value\":0.57", "\"b.avrundet\",\"value\":1e300", "RB7013 { fant 1E+300")]
    [InlineData("\"low\":0.2,", "\"low\":0.7,", "RB7014 { fant 0.7–0.6666666667 (0.95)")]
    [InlineData("\"low\":0.2,", "\"low\":null,", "RB7014 { fant null–0.6666666667 (0.95)")]
    [InlineData("\"level\":0.95", "\"level\":95", "RB7014 { fant 0.2–0.6666666667 (95)")]
    [InlineData("\"slack\":0.05", "\"slack\":-0.05", "RB7018 { fant -0.05")]
    [InlineData("\"status\":\"rounded\",\"slack\"", "\"status\":\"estimated\",\"slack\"", "RB7018 { fant 0.05")]
    [InlineData(
        "\"b.skjult\",\"value\":null,\"unit\":\"share\",\"decimals\":0,\"base\":null",
        "\"b.skjult\",\"value\":null,\"unit\":\"share\",\"decimals\":0,\"base\":4",
        "RB7019 {"
    )]
    [InlineData("\"b.null\"", "\"b.mangler\"", "RB7010 {")]
    [InlineData("\"typisk.kjonn\"", "\"a.andel\"", "RB7010 {")]
    [InlineData(
        "\"categories\":[],\"status\":\"suppressed\"",
        "\"categories\":[\"kvinne\"],\"status\":\"suppressed\"",
        "RB7013 { fant kvinne"
    )]
    [InlineData("{\"id\":\"b.null\"", "{\"id\":§\"B-null\"", "RB7011 § fant B-null")]
    [InlineData("\"a_b\",\"a.andel\"]]", "\"a_b\",§\"a.andle\"]]", "RB7015 § fant a.andle a.andel?")]
    [InlineData("[\"b.oddsrate\"]", "[§\"b.oddsraten\"]", "RB7015 § fant b.oddsraten b.oddsrate?")]
    [InlineData("[\"a.andel\",\"b.avrundet\"]", "[\"a.andel\",§\"b.avrundet2\"]", "RB7015 § fant b.avrundet2 b.avrundet?")]
    [InlineData("[\"a.andel\",\"b.avrundet\"]", "[\"a.andel\",§\"b avrundet\"]", "RB7011 § fant b avrundet")]
    [InlineData("[\"1 560 (57 %)\",\"a_b\",\"a.andel\"]", "§[]", "RB7008 § fant []")]
    [InlineData("[\"1 560 (57 %)\",\"a_b\",\"a.andel\"]", "§7", "RB7008 § fant 7")]
    [InlineData("{\"kind\":\"group\",\"cells\":[\"Alle\"]}", "{\"cells\":[\"Alle\"]}", "RB7006 {")]
    [InlineData("\"fig-tom\"", "§\"fig-../../etc/passwd\"", "RB7011 § fant fig-../../etc/passwd")]
    [InlineData("\"fig-tom\"", "§\"tbl-tom\"", "RB7011 § fant tbl-tom")]
    [InlineData("\"fig-individmodell\"", "\"fig-tom\"", "RB7010 {")]
    [InlineData("\"tbl-utvalg\"", "\"tbl-tom\"", "RB7010 {")]
    [InlineData("\"drawing\":\"", "\"drawing\":§\"A", "RB7008 § fant Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…")]
    [InlineData("\"kind\":\"bar\",", "", "RB7006 {")]
    [InlineData("\"outcome\":\"holds\"", "\"outcome\":§\"hold\"", "RB7012 § fant hold holds?")]
    [InlineData("\"line\":12", "\"line\":§null", "RB7008 § fant null")]
    [InlineData("\"Alle\"", "§\"\\ud800\"", "RB7008 § fant \\ud800")]
    [InlineData("\"caption\":\"Oddsrater\"", "§\"c\\u0061ption\":\"Oddsrater\"", "RB7007 § fant c\\u0061ption")]
    public void Parse_AFault_IsNamedWithItsPlace(string old, string changed, string expected)
    {
        var good = Encoding.UTF8.GetString(Good);
        var at = good.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, "The text to change is not there.");
        var line = good[..at].Count(c => c == '\n') + 1;
        var start = good.LastIndexOf('\n', at) + 1;
        var marked = at - start + changed.IndexOf('§', StringComparison.Ordinal) + 1;
        var text = good[..at] + changed.Replace("§", string.Empty, StringComparison.Ordinal) + good[(at + old.Length)..];
        expected = expected
            .Replace("§", $"{line}:{marked}", StringComparison.Ordinal)
            .Replace("{", $"{line}:{good.IndexOf('{', start) - start + 1}", StringComparison.Ordinal);

        Assert.Equal(expected.Split(';'), Faults(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("[1,2]", "RB7004 0:0")]
    [InlineData("12", "RB7004 0:0")]
    [InlineData("{}", "RB7004 0:0")]
    [InlineData("{\"formula\": \"y ~ x\", \"nobs\": 12}", "RB7004 0:0")]
    [InlineData("{\"schema\": 1, \"tool\": {}, \"inputs\": []}", "RB7004 0:0")]
    [InlineData("id;verdi\na;1\n", "RB7003 1:1")]
    [InlineData("%PDF-1.7", "RB7003 1:1")]
    [InlineData("{\"schema\": 2} {", "RB7004 0:0")]
    [InlineData("{\"a\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "RB7003 1:70")]
    [InlineData("", "RB7002 1:1")]
    [InlineData("  \n", "RB7002 2:1")]
    public void Parse_AnotherFile_IsSaidToBeOne(string text, string expected) =>
        Assert.Equal([expected], Faults(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Parse_MoreAfterTheEnd_IsNoJson() =>
        Assert.StartsWith("RB7003 ", Assert.Single(Faults([.. Good, .. "x"u8])), StringComparison.Ordinal);

    [Fact]
    public void Parse_AMunicipalityTwice_IsAFault()
    {
        var twice = TestEdition.Small() with { Municipalities = ["0301", "1103", "0301"] };
        Assert.Equal(["RB7010 0:0"], Faults(EditionWriter.Write(twice)));
    }

    [Fact]
    public void Parse_ARowWiderThanItsTable_IsAFault()
    {
        var table = new TableContent(
            "tbl-bred",
            ["a"],
            [new TableContentRow("data", [new CellContent("1", []), new CellContent("2", [])])]
        );
        Assert.Equal(["RB7050 0:0"], Faults(EditionWriter.Write(TestEdition.Small() with { Tables = [table] })));
    }

    [Fact]
    public void Parse_NotUtf8_IsPlaced()
    {
        var bytes = Good.ToArray();
        bytes[Encoding.UTF8.GetString(Good).IndexOf("share", StringComparison.Ordinal) + 10] = 0xE6;

        Assert.StartsWith("RB7003 11:", Assert.Single(Faults(bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_CutAnywhere_IsSaidToBeCut()
    {
        // All but the last brace and the line break after it.
        for (var length = 0; length < Good.Length - 1; length++)
        {
            Assert.StartsWith("RB7002 ", Assert.Single(Faults(Good[..length])), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parse_ManyFaults_AreCountedBeyondTheLimit()
    {
        var text = Encoding.UTF8.GetString(Good).Replace("\"unit\":", "\"enhet\":", StringComparison.Ordinal);
        var bag = new DiagnosticBag(limitPerFile: 5);

        Assert.Null(EditionReader.Parse(Encoding.UTF8.GetBytes(text), "utgave.json", bag));

        Assert.Equal(24, bag.ErrorCount);
        Assert.Equal(5, bag.Sorted().Count);
        Assert.Equal([("utgave.json", 19)], bag.LeftOut());
    }

    [Fact]
    public void Parse_BytesChangedAtRandom_IsAnEditionOrFaults() =>
        Property.Holds(
            Gen.Int,
            seed =>
            {
                var bytes = Damage(new Random(seed));
                var bag = new DiagnosticBag();

                var edition = EditionReader.Parse(bytes, "utgave.json", bag);

                Assert.NotEqual(edition is null, bag.ErrorCount == 0);
                Assert.All(bag.Sorted(), d => Assert.StartsWith("utgave.json", DiagnosticFormatter.Format(d), StringComparison.Ordinal));
                if (edition is not null)
                {
                    Assert.Empty(Faults(EditionWriter.Write(edition)));
                }
            },
            examples: 3000
        );

    [Fact]
    public void Read_FolderWithItsDrawing_IsTheEdition()
    {
        using var folder = new TemporaryFolder();
        var edition = WithDrawing("<svg/>");
        folder.Write("utgave.json", EditionWriter.Write(edition));
        folder.Write("figurer/fig-individmodell.svg", "<svg/>");

        Assert.Empty(Read(folder.Path));
        Assert.Empty(Read(Path.Combine(folder.Path, "utgave.json")));
    }

    [Theory]
    [InlineData(null, "ed/utgave.json:39:76: feil RB7016")]
    [InlineData("<svg>2</svg>", "ed/utgave.json:39:76: feil RB7017")]
    public void Read_DrawingGoneOrOfAnotherRun_IsNamed(string? drawing, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("utgave.json", EditionWriter.Write(WithDrawing("<svg/>")));
        if (drawing is not null)
        {
            folder.Write("figurer/fig-individmodell.svg", drawing);
        }

        var fault = Assert.Single(Read(folder.Path));
        Assert.StartsWith(expected, fault, StringComparison.Ordinal);
        Assert.Contains("figurer/fig-individmodell.svg", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NothingThere_IsNamed()
    {
        using var folder = new TemporaryFolder();
        Assert.StartsWith("ed: feil RB7045", Assert.Single(Read(folder.Path)), StringComparison.Ordinal);
        Assert.StartsWith("ed: feil RB7044", Assert.Single(Read(Path.Combine(folder.Path, "finnes-ikke"))), StringComparison.Ordinal);
        using var held = File.Open(folder.Write("utgave.json", "{}"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.StartsWith("ed/utgave.json: feil RB7001", Assert.Single(Read(folder.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FolderMisspelt_NamesTheEditionBeside()
    {
        using var folder = new TemporaryFolder();
        folder.Write("2022/utgave.json", "{}");
        folder.Write("2021/annet.json", "{}");
        var bag = new DiagnosticBag();
        Assert.Null(EditionReader.Read(Path.Combine(folder.Path, "202"), "utgaver/202/", bag));
        Assert.Equal(("RB7044", "utgaver/2022"), (Assert.Single(bag.Sorted()).Code, bag.Sorted()[0].Nearest));
    }

    private static Edition WithDrawing(string svg)
    {
        var edition = TestEdition.Small();
        var fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(svg)));
        return edition with { Figures = [edition.Figures[0], edition.Figures[1] with { Drawing = fingerprint }] };
    }

    private static IReadOnlyList<string> Read(string path)
    {
        var bag = new DiagnosticBag();
        var edition = EditionReader.Read(path, "ed", bag);
        Assert.NotEqual(edition is null, bag.ErrorCount == 0);
        return [.. bag.Sorted().Select(DiagnosticFormatter.Format)];
    }

    private static byte[] Damage(Random random)
    {
        var bytes = Good.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 60), bytes.Count - at));
                    break;
                default:
                    var from = random.Next(bytes.Count);
                    bytes.InsertRange(at, bytes.GetRange(from, Math.Min(random.Next(1, 60), bytes.Count - from)));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Code, place, what was found and the nearest name of each fault.</summary>
    private static IReadOnlyList<string> Faults(byte[] text)
    {
        var bag = new DiagnosticBag();
        var edition = EditionReader.Parse(text, "utgave.json", bag);
        Assert.NotEqual(edition is null, bag.ErrorCount == 0);
        return
        [
            .. bag.Sorted()
                .Select(d =>
                    $"{d.Code} {d.Place?.Line}:{d.Place?.Column}"
                    + (d.Found is null ? string.Empty : " fant " + d.Found)
                    + (d.Nearest is null ? string.Empty : $" {d.Nearest}?")
                ),
        ];
    }
}
