using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

/// <summary>Each case spoils the small dataset in one place; the fault must be found there and named.</summary>
public class JsonStatFaultTest
{
    /// <summary>Stands in a replacement where the fault is to be found; is taken out before reading.</summary>
    private const string Mark = "¤";

    [Theory]
    // A comma too many; a word that is not JSON; text after the end.
    [InlineData("\"size\": [2, 2, 1],", "\"size\": [2, 2, 1],¤,", "RB2300", ",", null)]
    [InlineData("283929, null", "283929, n¤il", "RB2300", "i", null)]
    [InlineData("\"status\": {\"3\": \":\"}\n}", "\"status\": {\"3\": \":\"}\n} ¤slutt", "RB2300", "s", null)]
    // Another class, none.
    [InlineData("\"class\": \"dataset\"", "\"class\": ¤\"collection\"", "RB2303", "collection", "dataset")]
    [InlineData("\"class\": \"dataset\",", "", "RB2306", null, null)]
    // Members that must be there.
    [InlineData("\"id\": [\"Region\", \"ContentsCode\", \"Tid\"],", "", "RB2306", null, null)]
    [InlineData("\"value\": [693494, 454.12, 283929, null],", "", "RB2306", null, null)]
    // Numbers as text, not finite, of the wrong kind.
    [InlineData("454.12", "¤\"454,12\"", "RB2307", "\"454,12\"", "et tall, eller null med tegn i «status»")]
    [InlineData("454.12", "¤true", "RB2307", "true", "et tall, eller null med tegn i «status»")]
    [InlineData("454.12", "¤1e999", "RB2307", "1e999", "et tall, eller null med tegn i «status»")]
    [InlineData("\"size\": [2, 2, 1]", "\"size\": [2, ¤\"2\", 1]", "RB2307", "\"2\"", "et heltall som ikke er negativt")]
    [InlineData("\"4601\": 1}", "\"4601\": ¤-1}", "RB2307", "-1", "et heltall som ikke er negativt")]
    [InlineData("\"label\": \"region\"", "\"label\": ¤7", "RB2307", "7", "en tekst")]
    // Sizes that do not agree.
    [InlineData("[693494, ", "¤[", "RB2308", "3", "4")]
    [InlineData("\"size\": [2, 2, 1]", "\"size\": [¤2, 2]", "RB2308", "2", "3")]
    [InlineData("\"size\": [2, 2, 1]", "\"size\": [¤3, 2, 1]", "RB2313", "3", "2")]
    [InlineData("{\"3\": \":\"}", "¤[\":\", \":\"]", "RB2308", "2", "4")]
    // Positions outside.
    [InlineData("\"4601\": 1}", "\"4601\": ¤2}", "RB2309", "2", "0–1")]
    [InlineData("{\"3\": \":\"}", "{\"3\": \":\", \"17\": ¤\".\"}", "RB2309", "17", "0–3")]
    [InlineData("{\"3\": \":\"}", "{\"3\": \":\", \"x\": ¤\".\"}", "RB2309", "x", "plassen til en celle, fra 0")]
    // Dimensions that are not described, or not in use.
    [InlineData("\"ContentsCode\", \"Tid\"],", "\"ContentsCode\", ¤\"Tdi\"],", "RB2310", "Tdi", "Tid")]
    [InlineData("\"dimension\": {", "\"dimension\": {\"Kjonn\": ¤{},", "RB2310", "Kjonn", null)]
    // Twice the same.
    [InlineData("\"version\": \"2.0\",", "\"version\": \"2.0\", ¤\"version\": \"2.0\",", "RB2311", "version", null)]
    [InlineData("\"0301\": 0, \"4601\": 1}", "\"0301\": 0, ¤\"0301\": 1, \"4601\": 1}", "RB2311", "0301", null)]
    [InlineData("\"4601\": 1}", "\"4601\": ¤0}", "RB2311", "0", null)]
    [InlineData("[\"Folkemengde\", \"Areal\"]", "[\"Areal\", ¤\"Areal\"]", "RB2311", "Areal", null)]
    [InlineData("[\"Region\", \"ContentsCode\", \"Tid\"]", "[\"Region\", \"ContentsCode\", ¤\"Region\"]", "RB2311", "Region", null)]
    // Missing without a reason.
    [InlineData("null],\n  \"status\": {\"3\": \":\"}", "¤null]", "RB2312", null, ". .. :")]
    [InlineData("null],\n  \"status\": {\"3\": \":\"}", "¤null],\n  \"status\": {\"3\": \" \"}", "RB2312", null, ". .. :")]
    public void Parse_SeededFault_IsFoundAtItsPlace(string old, string replacement, string code, string? found, string? expected)
    {
        var json = JsonStatText.With(old, replacement);

        var (table, diagnostics) = JsonStatText.Parse(json.Replace(Mark, string.Empty, StringComparison.Ordinal));

        Assert.Null(table);
        var diagnostic = Assert.Single(diagnostics, d => d.Code == code);
        Assert.Equal(PlaceOfMark(json), diagnostic.Place);
        Assert.Equal(found, diagnostic.Found);
        Assert.Equal(expected, diagnostic.Expected);
        Assert.NotEmpty(DiagnosticFormatter.Format(diagnostic));
    }

    private static SourcePlace PlaceOfMark(string json)
    {
        var before = json.Split(Mark)[0];
        return before.Length == json.Length
            ? new SourcePlace("tabell.json")
            : new SourcePlace("tabell.json", before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    [Fact]
    public void Parse_AnyCut_IsCalledCutOff()
    {
        var bytes = Encoding.UTF8.GetBytes(JsonStatText.Small);
        for (var length = 1; length < bytes.Length; length += 7)
        {
            var bag = new DiagnosticBag();

            Assert.Null(JsonStatDataset.Parse(bytes[..length], "x.json", bag));

            Assert.Equal("RB2301", Assert.Single(bag.Sorted()).Code);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Vi er straks tilbake</body></html>", "RB2302")]
    [InlineData("{\"dataset\": {\"dimension\": {\"id\": [\"Tid\"], \"size\": [1]}, \"value\": [1]}}", "RB2304")]
    [InlineData("{\"error\": \"The request for table 11342 is too large\"}", "RB2305")]
    [InlineData("{\"type\": \"Parameter error\", \"title\": \"Non-existent value\", \"status\": 400}", "RB2305")]
    [InlineData("[1, 2]", "RB2307")]
    [InlineData("{}", "RB2306")]
    public void Parse_SomethingElse_IsNamed(string json, string code)
    {
        var (table, diagnostics) = JsonStatText.Parse(json);

        Assert.Null(table);
        Assert.Equal(code, diagnostics[0].Code);
        Assert.NotEmpty(DiagnosticFormatter.Format(diagnostics[0]));
    }

    [Fact]
    public void Parse_SeveralFaults_AreAllFound()
    {
        var json = JsonStatText
            .With("454.12", "\"454,12\"")
            .Replace("\"4601\": 1}", "\"4601\": 5}", StringComparison.Ordinal)
            .Replace("\"size\": [2, 2, 1]", "\"size\": [2, 2.5, 1]", StringComparison.Ordinal);

        var (_, diagnostics) = JsonStatText.Parse(json);

        Assert.Equal(["2.5", "\"454,12\""], diagnostics.Select(d => d.Found));
    }

    [Fact]
    public void Read_AbsentFile_IsNamed()
    {
        var bag = new DiagnosticBag();

        Assert.Null(JsonStatDataset.Read("no-such-file.json", "no-such-file.json", bag));

        Assert.Equal("RB2001", Assert.Single(bag.Sorted()).Code);
    }
}
