using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class RelationTest
{
    [Fact]
    public void TermsOf_NameTheRuleIsAbout_PutsThePartIntoTheTerms()
    {
        var rule = new Relation("modell.*.p", RelationKind.Wald, ["modell.*.koeffisient", "modell.*.standardfeil"]);
        Assert.Equal(
            ["modell.individ.landbakgrunn.vest_asia.koeffisient", "modell.individ.landbakgrunn.vest_asia.standardfeil"],
            rule.TermsOf("modell.individ.landbakgrunn.vest_asia.p")
        );
    }

    [Theory]
    [InlineData("modell.*.p", "modell.individ.alder.koeffisient")]
    [InlineData("modell.*.p", "modell.p")] // The star is at least one sign, and no dot is shared
    [InlineData("a.b", "a.c")]
    public void TermsOf_OtherName_IsNone(string rule, string id) => Assert.Null(new Relation(rule, RelationKind.Rest, ["x"]).TermsOf(id));

    [Fact]
    public void TermsOf_RuleWithoutStar_IsAboutItsOwnName() =>
        Assert.Equal(["b", "c"], new Relation("a", RelationKind.Sum, ["b", "c"]).TermsOf("a"));
}
