using ReportBuilder.TypstWriting;
using Xunit;

namespace ReportBuilder.Tests.TypstWriting;

public class TypstTextTest
{
    [Theory]
    [InlineData("ord og «sitat»", "ord og «sitat»")]
    [InlineData(
        "#set $x$ [a] *b* _c_ `d` <e> @f ~g \\h =i +j /k",
        "\\#set \\$x\\$ \\[a\\] \\*b\\* \\_c\\_ \\`d\\` \\<e\\> \\@f \\~g \\\\h \\=i \\+j \\/k"
    )]
    [InlineData("11-17", "11\\-17")]
    [InlineData("a-b", "a-b")]
    [InlineData("a -- b -?", "a \\-\\- b \\-?")]
    [InlineData("1. ordet. x...", "1\\. ordet. x\\.\\.\\.")]
    [InlineData("..", "\\.\\.")]
    public void Markup_PlainText_IsSafe(string text, string expected) => Assert.Equal(expected, TypstText.Markup(text));

    [Fact]
    public void Literal_WithQuotes_IsEscaped() => Assert.Equal("\"a \\\"b\\\" \\\\ c\\n\"", TypstText.Literal("a \"b\" \\ c\n"));
}
