using System.Text;
using CsCheck;
using ReportBuilder.StatBank;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

public class JsonStatWriterTest
{
    private static readonly string[] Texts = ["a", "b c", "Sørøst-Asia", "«sitat» \"og\" \\", "1:2", "04+05"];

    [Fact]
    public void Write_Small_ComesBackTheSame()
    {
        var (before, _) = JsonStatText.Parse(JsonStatText.Small);

        var (after, diagnostics) = JsonStatText.Parse(Encoding.UTF8.GetString(JsonStatWriter.ToBytes(before!)));

        Assert.Empty(diagnostics);
        AssertSame(before!, after!);
    }

    [Fact]
    public void Write_AnyDataset_ComesBackTheSame()
    {
        var random = Gen.Select(Gen.Int[1, 4].Array[1, 3], Gen.Double[-1e12, 1e12].Array[64], Gen.Int[0, 4].Array[64]);
        Property.Holds(
            random,
            drawn =>
            {
                var (sizes, numbers, kinds) = drawn;
                var dimensions = sizes
                    .Select(
                        (size, d) =>
                            new JsonStatDimension(
                                Texts[d],
                                Texts[^(d + 1)],
                                [
                                    .. Enumerable
                                        .Range(0, size)
                                        .Select(c => new JsonStatCategory(
                                            Texts[c],
                                            Texts[^(c + 1)],
                                            d == 0 ? "prosent" : null,
                                            d == 1 ? c : null
                                        )),
                                ]
                            )
                            {
                                Role = (JsonStatRole)(d + 1),
                                CanBeLeftOut = d == 0 ? null : d == 1,
                            }
                    )
                    .ToList();
                var cells = Enumerable.Range(0, sizes.Aggregate(1, (a, b) => a * b)).ToList();
                string?[] signs = [null, ".", "..", ":", null];
                var table = new JsonStatDataset(
                    dimensions,
                    [.. cells.Select(i => kinds[i] is 1 or 2 or 3 ? null : (double?)numbers[i])],
                    [.. cells.Select(i => signs[kinds[i]])]
                )
                {
                    Label = Texts[3],
                    Notes = ["Simulert: ingen tall er virkelige."],
                };

                var (after, diagnostics) = JsonStatText.Parse(Encoding.UTF8.GetString(JsonStatWriter.ToBytes(table)));

                Assert.Empty(diagnostics);
                AssertSame(table, after!);
            },
            examples: 300
        );
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Write_AnyCulture_GivesTheSameBytes(string culture)
    {
        var (table, _) = JsonStatText.Parse(JsonStatText.Small);
        var expected = JsonStatWriter.ToBytes(table!);

        Assert.Equal(expected, Cultures.Under(culture, () => JsonStatWriter.ToBytes(table!)));
        Assert.Contains("454.12", Encoding.UTF8.GetString(expected), StringComparison.Ordinal);
    }

    private static void AssertSame(JsonStatDataset before, JsonStatDataset after)
    {
        Assert.Equal((before.Label, before.Source, before.Updated), (after.Label, after.Source, after.Updated));
        Assert.Equal(before.Notes, after.Notes);
        Assert.Equal(
            before.Dimensions.Select(d => (d.Code, d.Label, d.Role, d.CanBeLeftOut)),
            after.Dimensions.Select(d => (d.Code, d.Label, d.Role, d.CanBeLeftOut))
        );
        Assert.Equal(before.Dimensions.SelectMany(d => d.Categories), after.Dimensions.SelectMany(d => d.Categories));
        Assert.Equal(Enumerable.Range(0, before.CellCount).Select(before.Value), Enumerable.Range(0, after.CellCount).Select(after.Value));
        Assert.Equal(Enumerable.Range(0, before.CellCount).Select(before.Sign), Enumerable.Range(0, after.CellCount).Select(after.Sign));
    }
}
