using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Diagnostics;

public class ToolTextsTest
{
    [Fact]
    public void Get_KnownKey_IsItsText() => Assert.Equal("feil", ToolTexts.Get("diagnostic.error"));

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Get_NumbersUnderAnyCulture_AreInvariant(string culture) =>
        Assert.Equal("et heltall fra -3 til 1000000", Cultures.Under(culture, () => ToolTexts.Get("yaml.integer", -3, 1000000)));

    [Fact]
    public void Get_UnknownKey_Throws() => Assert.Throws<KeyNotFoundException>(() => ToolTexts.Get("finnes.ikke"));

    [Fact]
    public void Keys_OfAllFiles_AreThereAndTheHeaderIsNot()
    {
        Assert.Contains("RB1001", ToolTexts.Keys);
        Assert.Contains("RB6002", ToolTexts.Keys);
        Assert.DoesNotContain("key", ToolTexts.Keys);
    }

    [Fact]
    public void Texts_OfDiagnostics_ArePlainSentencesWithoutLooseSpace() =>
        Assert.All(
            ToolTexts.Keys.Where(k => k.StartsWith("RB", StringComparison.Ordinal)),
            key =>
            {
                var text = ToolTexts.Get(key);
                Assert.Equal(text.Trim(), text);
                Assert.NotEmpty(text);
                Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            }
        );
}
