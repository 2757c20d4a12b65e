using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class BreakdownTest
{
    private static readonly Participants People = Participants.Make(300);

    [Fact]
    public void Count_BySex_EqualsCountingTheRows()
    {
        var sex = People.Data.Codes("kjonn");
        var breakdown = Breakdown.Count("kjonn", ["kvinne", "mann"], Sample.All(People.Data), row => sex.Indices[row]);
        Assert.Equal("kjonn", breakdown.Variable);
        foreach (var scheme in Breakdown.Schemes)
        {
            var expected = breakdown.Categories.Select(c =>
            {
                var rows = People.Rows.Where(r => r["ordning"] == Breakdown.Token(scheme) && r["kjonn"] == c).ToList();
                return new CellCount(rows.Count, rows.Count(r => r["maaloppnaaelse"] == "ja"));
            });
            Assert.Equal(expected, breakdown.Counts[scheme]);
        }
    }

    [Fact]
    public void Count_CategoryBelowZero_IsLeftOut()
    {
        var breakdown = Breakdown.Count("x", ["a"], Sample.All(People.Data), row => row % 3 == 0 ? -1 : 0);
        Assert.Equal(200, breakdown.Counts.Values.Sum(c => c[0].Persons));
    }

    [Fact]
    public void Count_NoRows_IsZeroEverywhere()
    {
        var breakdown = Breakdown.Count("x", ["a", "b"], new Sample(People.Data, []), _ => 0);
        Assert.All(breakdown.Counts.Values.SelectMany(c => c), c => Assert.Equal(new CellCount(0, 0), c));
    }

    [Fact]
    public void Schemes_AsTokens_AreThoseOfTheSchema()
    {
        Assert.Equal([Scheme.Jobbsjansen, Scheme.Introduksjonsprogrammet], Breakdown.Schemes);
        Assert.Equal(
            Participants.Schema.Find("ordning")!.Levels.Select(l => l.Token).Order(StringComparer.Ordinal),
            Breakdown.Schemes.Select(Breakdown.Token).Order(StringComparer.Ordinal)
        );
    }
}
