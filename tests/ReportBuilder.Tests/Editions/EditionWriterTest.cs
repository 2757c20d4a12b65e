using System.Text;
using System.Text.Json;
using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public class EditionWriterTest
{
    private static readonly string[] Fields = ["id", "value", "unit", "decimals", "base", "low", "high", "level", "status"];

    [Fact]
    public void Write_SmallEdition_IsTheGoldenText() =>
        GoldenFile.Compare(
            Repository.PathOf("tests/ReportBuilder.Tests/Editions/Golden/edition.json"),
            Encoding.UTF8.GetString(EditionWriter.Write(TestEdition.Small()))
        );

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Write_AgainUnderAnotherCulture_GivesTheSameBytes(string culture)
    {
        var first = EditionWriter.Write(TestEdition.Small());
        var second = Cultures.Under(culture, () => EditionWriter.Write(TestEdition.Small()));
        Assert.Equal(first, second);
    }

    [Fact]
    public void Write_AnyEdition_IsJsonInOrdinalOrderWithAllFields()
    {
        using var json = JsonDocument.Parse(EditionWriter.Write(TestEdition.Small()));
        var quantities = json.RootElement.GetProperty("quantities").EnumerateArray().ToList();
        var ids = quantities.ConvertAll(q => q.GetProperty("id").GetString()!);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.All(quantities, q => Assert.Equal(Fields, q.EnumerateObject().Select(p => p.Name).Except(["slack"])));
        Assert.Equal(EditionWriter.SchemaVersion, json.RootElement.GetProperty("schema").GetInt32());
        Assert.Equal("Utgave «1» \"æøå\"", json.RootElement.GetProperty("edition").GetString());
        Assert.Equal(19316, json.RootElement.GetProperty("data").GetProperty("rows").GetInt32());
    }

    [Fact]
    public void Write_Claims_AreReadBack()
    {
        var claim = new Claim
        {
            Kind = "omlag",
            QuantityIds = [new QuantityId("a.andel")],
            Limits = ["1/3"],
            Outcome = ClaimOutcome.Fails,
            Template = "k/a.md",
            Place = new SourcePlace("templates/k/a.md", 12, 5),
            Sentence = "Om lag …, sier «vi».",
        };

        using var json = JsonDocument.Parse(EditionWriter.Write(TestEdition.Small() with { Claims = [claim] }));

        Assert.Equal(
            """{"template":"k/a.md","line":12,"kind":"omlag","quantities":["a.andel"],"limits":["1/3"],"outcome":"fails","sentence":"Om lag …, sier «vi»."}""",
            json.RootElement.GetProperty("claims")[0].GetRawText()
        );
    }

    [Fact]
    public void Write_SuppressedNumber_TellsNothingButItsName()
    {
        using var json = JsonDocument.Parse(EditionWriter.Write(TestEdition.Small()));
        var hidden = json.RootElement.GetProperty("quantities").EnumerateArray().Single(q => q.GetProperty("id").ValueEquals("b.skjult"));
        foreach (var field in new[] { "value", "base", "low", "high", "level" })
        {
            Assert.Equal(JsonValueKind.Null, hidden.GetProperty(field).ValueKind);
        }

        Assert.Equal("suppressed", hidden.GetProperty("status").GetString());
    }

    [Fact]
    public void Write_EmptyEdition_IsJson()
    {
        var empty = TestEdition.Small() with { Quantities = new EditionBuilder().ToQuantities(), Tables = [], Figures = [], Claims = [] };
        using var json = JsonDocument.Parse(EditionWriter.Write(empty));
        Assert.Equal(0, json.RootElement.GetProperty("quantities").GetArrayLength());
    }

    [Fact]
    public void Write_AnyValue_ReadsBackToTenSignificantDigits() =>
        Property.Holds(
            Gen.Double,
            value =>
            {
                if (!double.IsFinite(value))
                {
                    return;
                }

                var builder = new EditionBuilder();
                builder.Add(Quantity.Of("x", value, Unit.LogOdds, 2));
                var bytes = EditionWriter.Write(TestEdition.Small() with { Quantities = builder.ToQuantities() });
                using var json = JsonDocument.Parse(bytes);
                var read = json.RootElement.GetProperty("quantities")[0].GetProperty("value").GetDouble();
                Assert.InRange(Math.Abs(read - value), 0, 5.1e-10 * Math.Abs(value) + double.Epsilon);
            }
        );

    [Fact]
    public void Write_ValuesThatDifferInTheLastBit_AreTheSameText()
    {
        static byte[] Of(double value)
        {
            var builder = new EditionBuilder();
            builder.Add(Quantity.Of("x", value, Unit.Share, 0));
            return EditionWriter.Write(TestEdition.Small() with { Quantities = builder.ToQuantities() });
        }

        Assert.Equal(Of(0.1 + 0.2), Of(0.3));
        Assert.Equal(Of(Math.BitIncrement(2.0 / 3)), Of(2.0 / 3));
        Assert.NotEqual(Of(0.3000000004), Of(0.3));
    }

    [Theory]
    [InlineData(Unit.PercentagePoints, "percentagePoints")]
    [InlineData(Unit.PseudoR2, "pseudoR2")]
    [InlineData(Unit.Count, "count")]
    public void NameOf_Unit_IsTheMemberWithSmallFirstLetter(Unit unit, string name) => Assert.Equal(name, EditionWriter.NameOf(unit));

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void NameOf_MemberWithI_DoesNotFollowTurkishCase(string culture) =>
        Assert.Equal("informationCriterion", Cultures.Under(culture, () => EditionWriter.NameOf(Unit.InformationCriterion)));
}
