using CsCheck;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public class BriefingFileTest
{
    [Theory]
    [InlineData("4601", "Bergen", "nb", "nb/4601-bergen.pdf")]
    [InlineData("3419", "Våler (Innlandet)", "nn", "nn/3419-valer-innlandet.pdf")]
    [InlineData("1103", "Stavanger", "nb", "nb/1103-stavanger.pdf")]
    [InlineData("5437", "Kárášjohka - Karasjok", "nb", "nb/5437-karasjohka-karasjok.pdf")]
    [InlineData("5426", "Gáivuotna - Kåfjord - Kaivuono", "nb", "nb/5426-gaivuotna-kafjord-kaivuono.pdf")]
    [InlineData("1515", "Herøy (Møre og Romsdal)", "nb", "nb/1515-heroy-more-og-romsdal.pdf")]
    [InlineData("1144", "Kvitsøy", "nb", "nb/1144-kvitsoy.pdf")]
    [InlineData("1151", "Ærø", "nb", "nb/1151-aero.pdf")]
    [InlineData("0301", "  ../..  ", "nb", "nb/0301.pdf")]
    [InlineData("0301", "Va\u030Aler", "nb", "nb/0301-valer.pdf")]
    public void NameOf_OfficialName_IsNumberAndPlainLetters(string code, string name, string language, string expected) =>
        Assert.Equal(expected, BriefingFile.NameOf(new BriefingTarget(code, name), language));

    [Fact]
    public void NameOf_AllMunicipalities_AreSafeAndKeepEveryLetter()
    {
        var lines = File.ReadAllLines(Repository.PathOf("data/kommuner.csv"))[1..].Select(l => l.Split(',')).ToList();
        Assert.True(lines.Count > 1000);
        Assert.All(
            lines,
            l =>
            {
                var name = BriefingFile.NameOf(new BriefingTarget(l[1], l[2]), "nb");
                Assert.True(BriefingFile.IsOne(name), name);
                Assert.Equal((l[1], "nb"), BriefingFile.PartsOf(name));
                // Every letter of the name has a plain one of its own, or two.
                Assert.True(BriefingFile.SlugOf(l[2]).Count(char.IsAsciiLetter) >= l[2].Count(char.IsLetter), l[2]);
            }
        );
    }

    [Fact]
    public void NameOf_AnyName_IsSafeAndStable() =>
        Property.Holds(
            Gen.String,
            name =>
            {
                var target = new BriefingTarget("4601", name);
                var file = BriefingFile.NameOf(target, "nn");
                Assert.True(BriefingFile.IsOne(file), file);
                Assert.True(file.Length < 80);
                Assert.Equal(file, BriefingFile.NameOf(target, "nn"));
                Assert.Equal(file, file.ToLowerInvariant());
            }
        );

    [Theory]
    [InlineData("nb/../4601-bergen.pdf")]
    [InlineData("/etc/4601-bergen.pdf")]
    [InlineData("nb/4601-bergen.pdf\n")]
    [InlineData("nb/4601-Bergen.pdf")]
    [InlineData("en/4601-bergen.pdf")]
    [InlineData("nb/4601-.pdf")]
    [InlineData("nb\\4601-bergen.pdf")]
    [InlineData("manifest.json")]
    public void IsOne_OtherThanABriefing_IsFalse(string name) => Assert.False(BriefingFile.IsOne(name));
}
