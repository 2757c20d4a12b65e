using ReportBuilder.Comparison.Explanations;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Explanations;

public sealed class DifferencePatternTest
{
    [Theory]
    [InlineData("modell.*.p", "modell.individ.p", true)]
    [InlineData("modell.*.p", "modell.individ.ordning.p", false)]
    [InlineData("modell.**", "modell.individ.ordning.p", true)]
    [InlineData("modell.**", "modell", false)]
    [InlineData("modell.**", "modeller.p", false)]
    [InlineData("modell.**.p", "modell.p", true)]
    [InlineData("modell.**.p", "modell.individ.ordning.p", true)]
    [InlineData("**.p", "modell.individ.p", true)]
    [InlineData("**.p", "modell.individ.op", false)]
    [InlineData("modell.ind*.p", "modell.individ.p", true)]
    [InlineData("modell.ind*.p", "modell.ind.p", false)]
    [InlineData("tbl-*", "tbl-utvalg", true)]
    [InlineData("tbl-*", "tbl-utvalg#rader", false)]
    [InlineData("tbl-utvalg#**", "tbl-utvalg#rad.3.kolonne", true)]
    [InlineData("t*", "tbl-utvalg", false)]
    [InlineData("p*.**", "paastand:utvalg.md:hoyere", false)]
    [InlineData("paastand:**", "paastand:utvalg.md:Færre når målet (i dag).", true)]
    public void Matches_Pattern_NamesWhatItsPartsName(string pattern, string key, bool expected) =>
        Assert.Equal(expected, new DifferencePattern(pattern).Matches(key));

    [Theory]
    [InlineData("modell.individ.p", false, null)]
    [InlineData("modell.*.p", false, "stars")]
    [InlineData("modell.individ.p", true, "none")]
    [InlineData("modell. *", true, "form")]
    [InlineData("Modell.*", true, "form")]
    [InlineData("modell..*", true, "empty")]
    [InlineData("modell**", true, "glued")]
    [InlineData("modell.***", true, "glued")]
    [InlineData("modell.**.**", true, "twice")]
    [InlineData("**", true, "all")]
    [InlineData("*.**", true, "all")]
    [InlineData("tbl-utvalg#**", true, null)]
    [InlineData("**.p", true, null)]
    public void FaultOf_Text_IsTheFirstFault(string text, bool isRule, string? fault) =>
        Assert.Equal(fault, DifferencePattern.FaultOf(text, isRule));

    [Fact]
    public void MostSpecialFirst_Patterns_AreOrderedByWhatTheyNameWhole()
    {
        string[] expected =
        [
            "modell.individ.*.p",
            "modell.individ.*",
            "modell.*.p",
            "modell.individ.**",
            "modell.**.p",
            "modell.**",
            "**.p",
        ];
        var sorted = expected
            .Order(StringComparer.Ordinal)
            .Select(p => new DifferencePattern(p))
            .Order(DifferencePattern.MostSpecialFirst)
            .Select(p => p.Text);
        Assert.Equal(expected, sorted);
    }
}
