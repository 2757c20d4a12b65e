using ReportBuilder.Documents;
using Xunit;

namespace ReportBuilder.Tests.Documents;

public class CitationStyleTest
{
    private const string Works = """
        @book{en, author = {Åsen, Ivar}, title = {En}, year = 2001, publisher = {Forlaget}}
        @book{to_b, author = {Ås, Berit and Zahl, Per}, title = {Beta}, year = 2002}
        @book{to_a, author = {Ås, Berit and Zahl, Per}, title = {Alfa}, year = 2002}
        @book{tre, author = {Ærø, A. and B, B. and C, C.}, title = {Tre}}
        @book{ost, author = {Østby, Lars-Erik}, title = {Øst}, year = 2003, doi = {10.1/x}}
        @incollection{kap, author = {Zorn, Z.}, editor = {Red, R.}, title = {Kapittel}, booktitle = {Boken}, pages = {1--2}, year = 2004, publisher = {F}}
        @misc{ssb, author = {{SSB}}, title = {Tabell}, publisher = {SSB}, year = 2020, url = {https://ssb.no/x}}
        @book{ubrukt, author = {X, Y}, title = {Z}, year = 1999}
        """;

    [Theory]
    [InlineData("[@en]", "(Åsen, 2001)")]
    [InlineData("@en", "Åsen (2001)")]
    [InlineData("[@to_a]", "(Ås & Zahl, 2002)")]
    [InlineData("@to_a", "Ås og Zahl (2002)")]
    [InlineData("[@to_a; @to_b]", "(Ås & Zahl, 2002a; Ås & Zahl, 2002b)")]
    [InlineData("[@tre, s. 3–4]", "(Ærø mfl., u.å., s. 3–4)")]
    [InlineData("[se @en, kap. 2; jf. @ssb]", "(se Åsen, 2001, kap. 2; jf. SSB, 2020)")]
    public void Citation_Written_ReadsAsApa(string text, string expected) => Assert.Equal(expected, Lines(text).Last());

    [Fact]
    public void Bibliography_WorksCited_StandInNorwegianOrder()
    {
        var book = Build("[@en; @to_a; @tre; @ost; @kap; @ssb]");

        Assert.Equal(
            [
                "SSB (2020). Tabell. https://ssb.no/x",
                "Zorn, Z. (2004). Kapittel. I R. Red (Red.), Boken (s. 1–2). F.",
                "Ærø, A., B, B. & C, C. (u.å.). Tre.",
                "Østby, L.-E. (2003). Øst. https://doi.org/10.1/x",
                "Ås, B. & Zahl, P. (2002). Alfa.",
                "Åsen, I. (2001). En. Forlaget.",
            ],
            book.Bibliography.Select(b => InlineText.Of(b.Content))
        );
    }

    private static string[] Lines(string text) => PlainText.Of(Build(text)).Split("\n\n");

    private static Book Build(string text)
    {
        var fixture = new DocumentFixture();
        var book = fixture.BuildChapter(text, Works)!;
        Assert.Empty(fixture.Messages());
        return book;
    }
}
