using ReportBuilder.Comparison.Contents;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Contents;

public class PartNamesTest
{
    [Theory]
    [InlineData("Under 25 år", "under_25_aar")]
    [InlineData("Ærlig, øl & é", "aerlig_ol_e")]
    [InlineData("  25–34  ", "25_34")]
    [InlineData("Alder\u001FUnder 25", "alder.under_25")]
    [InlineData("…", "_")]
    [InlineData("", "_")]
    public void Plain_OfWords_IsSmallAsciiLetters(string label, string expected) => Assert.Equal(expected, PartNames.Plain(label));

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Plain_UnderAnotherCulture_IsTheSame(string culture) =>
        Assert.Equal("innvandring_i", Cultures.Under(culture, () => PartNames.Plain("INNVANDRING I")));

    [Fact]
    public void Names_ThatWouldBeTheSame_AreToldApartWhateverTheirOrder()
    {
        var names = new PartNames(["5–9", "5-9", "5–9", "annet"]);
        var turned = new PartNames(["annet", "5-9", "5–9"]);
        Assert.Equal(("5_9", "5_9_2"), (names["5-9"], names["5–9"]));
        Assert.Equal((names["5-9"], names["5–9"]), (turned["5-9"], turned["5–9"]));
    }
}
