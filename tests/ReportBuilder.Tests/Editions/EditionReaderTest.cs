using System.Text;
using System.Text.Json;
using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public class EditionReaderTest
{
    [Fact]
    public void Parse_AnyEdition_IsTheEditionWritten() =>
        Property.Holds(
            Gen.Int,
            seed =>
            {
                var edition = RandomEdition.Of(seed);
                var read = Parse(EditionWriter.Write(edition));
                Assert.Equal(edition.Quantities.Values, read.Quantities.Values);
                Assert.Equal(Rest(edition), Rest(read));
            },
            examples: 1000
        );

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Parse_UnderAnotherCulture_IsTheEditionWritten(string culture)
    {
        var written = EditionWriter.Write(TestEdition.Small());
        Assert.Equal(written, Cultures.Under(culture, () => EditionWriter.Write(Parse(written))));
    }

    [Fact]
    public void Parse_Schema1_KnowsOnlyTheNumbersOfTablesAndFigures()
    {
        var text = File.ReadAllBytes(Repository.PathOf("tests/ReportBuilder.Tests/Editions/Golden/edition-schema1.json"));

        var edition = Parse(text);

        Assert.Equal(10, edition.Quantities.Count);
        Assert.Equal(0.3, edition.Find("a.andel")!.Value);
        var table = Assert.Single(edition.Tables);
        Assert.True(table.IsListOfIds);
        Assert.Equal(["a_b", "a.andel"], table.QuantityIds.Select(q => q.Value));
        Assert.All(edition.Figures, f => Assert.True(f.IsListOfIds));
        Assert.Equal(["b.oddsrate"], edition.Figures[1].QuantityIds.Select(q => q.Value));
        Assert.Equal(Rest(edition), Rest(Parse(EditionWriter.Write(edition))));
    }

    [Fact]
    public void Parse_FieldsAndPartsInAnotherOrder_GiveTheSameEdition()
    {
        // What the file names before it defines is not unknown.
        var written = Encoding.UTF8.GetString(EditionWriter.Write(TestEdition.Small()));
        using var json = JsonDocument.Parse(written);
        var turned = "{" + string.Join(',', json.RootElement.EnumerateObject().Reverse().Select(p => p.ToString())) + "}";
        turned = turned.Replace("\"line\":12,\"kind\":\"over\"", "\"kind\":\"over\",\"line\":12", StringComparison.Ordinal);

        Assert.Equal(written, Encoding.UTF8.GetString(EditionWriter.Write(Parse(Encoding.UTF8.GetBytes(turned)))));
    }

    [Fact]
    public void Parse_ByteOrderMark_IsPassedOver() =>
        Assert.Equal(12, Parse([.. Encoding.UTF8.Preamble, .. EditionWriter.Write(TestEdition.Small())]).Quantities.Count);

    private static Edition Parse(byte[] text)
    {
        var bag = new DiagnosticBag();
        var edition = EditionReader.Parse(text, "utgave.json", bag);
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        return edition!;
    }

    /// <summary>All but the quantities, in a form that compares lists by what is in them.</summary>
    private static string Rest(Edition edition) =>
        JsonSerializer.Serialize(
            new
            {
                Facts = edition.Facts.Values,
                edition.Tables,
                edition.Figures,
                edition.Claims,
                edition.Municipalities,
                edition.IsPartial,
                edition.Origin,
            }
        );
}
