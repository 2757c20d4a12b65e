using ReportBuilder.Templating.Prose;
using Xunit;

namespace ReportBuilder.Tests.Templating.Prose;

public class PhraseSetTest
{
    [Theory]
    [InlineData("Flere enn før", "Flere enn")]
    [InlineData("flere, enn", "")]
    [InlineData("flere\nenn", "flere\nenn")]
    [InlineData("*flere* enn", "flere* enn")]
    [InlineData("oddsraten og odds", "oddsraten|odds")]
    [InlineData("ikke signifikante funn", "signifikante")]
    [InlineData("insignifikant", "")]
    [InlineData("like høye tall", "like høye")]
    [InlineData("like lave tall", "")]
    [InlineData("Øker og ØKER", "Øker|ØKER")]
    public void Find_Phrases_AsWholeWords(string text, string expected)
    {
        var phrases = new PhraseSet(["flere enn", "odds*", "signifikant*", "like høy*", "øker"]);

        Assert.Equal(expected, string.Join('|', phrases.Find(text, 0, text.Length).Select(r => text[r])));
    }
}
