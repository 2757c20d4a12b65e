using Xunit;

namespace ReportBuilder.Tests.Documents;

/// <summary>The examples of <c>templates/README.md</c>: what one writes, and after it what the reader sees or the messages that come.</summary>
public class TemplateReadmeTest
{
    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        var blocks = Blocks();
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i - 1].Kind == "markdown" && blocks[i].Kind is "resultat" or "feil")
            {
                examples.Add(blocks[i].Kind, blocks[i - 1].Text, blocks[i].Text);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_Built_ReadsAsPromised(string kind, string template, string expected)
    {
        var fixture = new DocumentFixture();

        var book = template.Contains("finnes_tekst", StringComparison.Ordinal)
            ? fixture.Build(
                ("bok.yaml", "kapitler:\n  - - k.md\n    - samarbeid.md?: Samarbeid i kommunene"),
                ("k.md", "# Kapittel\n\n" + template)
            )
            : fixture.BuildChapter(template, DocumentFixture.Sources, withRules: true);

        if (kind == "feil")
        {
            Assert.Equal(expected, string.Join("\n", fixture.Messages()).Replace('\u00A0', ' '));
        }
        else
        {
            Assert.Empty(fixture.Messages());
            Assert.Equal("Kapittel\n\n" + expected, PlainText.Of(book!));
        }
    }

    [Fact]
    public void Readme_ListOfContents_IsReadWithItsOptionalFileLeftOut()
    {
        var fixture = new DocumentFixture();
        var manifest = Blocks().First(b => b.Kind == "yaml").Text;

        var book = fixture.Build([
            ("bok.yaml", manifest),
            ("avslutning.md", "## A"),
            .. new[] { "kolofon", "sammendrag", "innledning", "flernivaa", "modeller" }.Select(n => (n + ".md", "# " + n)),
            ("litteratur.bib", DocumentFixture.Sources),
        ])!;

        Assert.Empty(fixture.Messages());
        Assert.Equal(
            ["kolofon.md", "sammendrag.md", "innledning.md", "flernivaa.md", "avslutning.md", "modeller.md"],
            book.Parts.OfType<ReportBuilder.Documents.TextPart>().Select(p => p.Name)
        );
    }

    [Fact]
    public void Readme_PromisesOfNumbers_AreRead()
    {
        var fixture = new DocumentFixture();
        var promises = Blocks().Last(b => b.Kind == "yaml").Text;
        string[] names = ["sammendrag.md", "summary.md", "hovedfunn.md"];

        fixture.Build([
            ("bok.yaml", $"foran: [{names[0]}, {names[1]}]\nkapitler: [{names[2]}]\n{promises}"),
            .. names.Select(n => (n, "# A\n\n" + (n == names[1] ? "{{ tall \"alder\" }}" : "Ingen tall."))),
        ]);

        Assert.Equal(["RB3440 3:4", "RB3441 3:4"], fixture.Codes());
    }

    [Fact]
    public void Readme_EveryExample_HasAnOutcome() =>
        Assert.Equal(Blocks().Count(b => b.Kind == "markdown"), Blocks().Count(b => b.Kind is "resultat" or "feil"));

    private static List<(string Kind, string Text)> Blocks()
    {
        var blocks = new List<(string Kind, string Text)>();
        var lines = File.ReadAllLines(Path.Combine(DocumentFixture.RepositoryFolder, "templates", "README.md"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, "```", i + 1);
            blocks.Add((lines[i][3..], string.Join("\n", lines[(i + 1)..end])));
            i = end;
        }

        return blocks;
    }
}
