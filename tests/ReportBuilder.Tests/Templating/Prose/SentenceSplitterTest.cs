using ReportBuilder.Templating.Prose;
using Xunit;

namespace ReportBuilder.Tests.Templating.Prose;

public class SentenceSplitterTest
{
    [Theory]
    [InlineData("En. To! Tre?", "En.|To!|Tre?")]
    [InlineData("Det er 2,5 og 2.5 m. Så", "Det er 2,5 og 2.5 m.|Så")]
    [InlineData("Den 20. november kom f.eks. Kari.", "Den 20. november kom f.eks. Kari.")]
    [InlineData("Han sa «nei.» Så gikk han.", "Han sa «nei.»|Så gikk han.")]
    [InlineData("Uten punktum", "Uten punktum")]
    [InlineData("Det står her: Alt er likt.", "Det står her: Alt er likt.")]
    [InlineData("I 2020. Det var alt.", "I 2020.|Det var alt.")]
    public void Split_Text_GivesSentences(string text, string expected)
    {
        var block = new ProseBlock(ProseKind.Paragraph, "nb", 0, text.Length);

        var sentences = SentenceSplitter.Split(text, block, w => w == "f.eks");

        Assert.Equal(expected, string.Join('|', sentences.Select(s => text[s.TextStart..s.End])));
    }
}
