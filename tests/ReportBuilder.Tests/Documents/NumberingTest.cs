using Xunit;

namespace ReportBuilder.Tests.Documents;

public class NumberingTest
{
    [Fact]
    public void Book_WithAllMatters_IsNumberedInOrder()
    {
        var fixture = new DocumentFixture();

        var book = fixture.Build(
            ("bok.yaml", "foran: [f.md]\nkapitler: [a.md, b.md]\nvedlegg: [v.md, w.md]"),
            ("f.md", "# Sammendrag {#sec-sam}\n\n## Kort {#sec-kort}"),
            ("a.md", "# A {#sec-a}\n\n## AA {#sec-aa}\n\n### AAA {#sec-aaa}\n\n## AB {#sec-ab}\n\n![T](tbl-andel)"),
            ("b.md", "# B {#sec-b}\n\n## BA {#sec-ba}\n\n![T](fig-kjonn){alt=\"x\"}"),
            ("v.md", "# V {#sec-v}\n\n## VA {#sec-va}\n\n![T](tbl-modell)"),
            (
                "w.md",
                "# W {#sec-w}\n\n@Sec-a, @sec-aaa, @sec-ab, @sec-b, @sec-ba, @sec-v, @sec-va, @Sec-w, @sec-sam, @tbl-modell, @fig-kjonn, @tbl-andel."
            )
        )!;

        Assert.Empty(fixture.Messages());
        Assert.EndsWith(
            "Kapittel 1, avsnitt 1.1.1, avsnitt 1.2, kapittel 2, avsnitt 2.1, vedlegg A, avsnitt A.1, Vedlegg B, «Sammendrag», tabell 2, figur 1, tabell 1.",
            PlainText.Of(book),
            StringComparison.Ordinal
        );
        Assert.Equal(["tbl-andel", "tbl-modell"], book.Tables.Select(t => t.Id));
    }
}
