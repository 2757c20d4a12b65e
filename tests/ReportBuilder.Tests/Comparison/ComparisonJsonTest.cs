using System.Text;
using System.Text.Json;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison;

public class ComparisonJsonTest
{
    [Fact]
    public void Write_AComparison_TellsEveryDifferenceWithItsExplanation()
    {
        using var json = JsonDocument.Parse(ComparisonJson.Write(Explained()));
        var root = json.RootElement;
        Assert.Equal(ComparisonJson.SchemaVersion, root.GetProperty("schema").GetInt32());
        Assert.Equal("2026-1", root.GetProperty("old").GetProperty("name").GetString());
        Assert.False(root.GetProperty("settled").GetBoolean());
        var counts = root.GetProperty("counts");
        Assert.Equal((2, 1, 1), (Count(counts, "differences"), Count(counts, "explained"), Count(counts, "unexplained")));
        Assert.Equal(1, counts.GetProperty("bySubject").GetProperty("quantity").GetProperty("changed").GetInt32());
        Assert.Equal(1, counts.GetProperty("byFlag").GetProperty("base").GetInt32());
        var differences = root.GetProperty("differences");
        Assert.Equal(
            """{"key":"tbl-andeler#tittel","subject":"table","kind":"changed","old":"Andel som når målet","new":"Ny","size":100,"flags":[],"shownIn":["tbl-andeler"],"context":"Ny","explanation":{"pattern":"tbl-andeler#*","class":"cosmetic","reason":"Kortere.","signedBy":"Kari Eksempel","date":"2026-11-23"}}""",
            differences[0].GetRawText()
        );
        Assert.Equal(JsonValueKind.Null, differences[1].GetProperty("explanation").ValueKind);
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Write_UnderAnotherCulture_GivesTheSameBytes(string culture) =>
        Assert.Equal(ComparisonJson.Write(Explained()), Cultures.Under(culture, () => ComparisonJson.Write(Explained())));

    [Fact]
    public void Write_AnyComparison_HasOneDifferenceALineAndEndsWithALineBreak()
    {
        var text = Encoding.UTF8.GetString(ComparisonJson.Write(Explained()));
        Assert.Equal(2, text.Split('\n').Count(l => l.StartsWith("    {\"key\":", StringComparison.Ordinal)));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    private static int Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();

    private static ExplainedComparison Explained()
    {
        var whole = ExampleEdition.Whole();
        var changed = whole
            .With(whole.Find("modell.k2.oddsrate")! with { Base = 1001 })
            .WithTable("tbl-andeler", t => t with { Caption = "Ny" });
        var result = EditionComparer.Compare(whole, changed, ComparisonSettings.Default, []);
        var rule = new Explanation
        {
            Pattern = "tbl-andeler#*",
            Count = 1,
            Fingerprint = DifferenceFingerprint.Of([result.Differences[0]]),
            Class = RevisionClass.Cosmetic,
            Reason = "Kortere.",
            SignedBy = "Kari Eksempel",
            Date = new DateOnly(2026, 11, 23),
            Place = new SourcePlace("avvik.yaml", 4, 5),
        };
        return ExplanationMatch.Of(result, [rule]);
    }
}
