using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Templating;
using ReportBuilder.TypstWriting;
using Xunit;

namespace ReportBuilder.Tests.Documents;

/// <summary>Each folder under <c>Golden</c> is a book; its folder <c>ventet</c> holds the Markdown, the Typst source and the diagnostics expected of it.</summary>
public class BookBuilderGoldenTest
{
    private static readonly string Folder = Path.Combine(
        DocumentFixture.RepositoryFolder,
        "tests",
        "ReportBuilder.Tests",
        "Documents",
        "Golden"
    );

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Book_FromTemplates_MatchesExpectedSourceAndDiagnostics(string name)
    {
        var fixture = new DocumentFixture();
        var folder = Path.Combine(Folder, name);

        var book = fixture.Build(folder);

        var expected = Path.Combine(folder, "ventet");
        GoldenFile.Compare(
            Path.Combine(expected, "diagnostics.txt"),
            string.Concat(fixture.Messages(withUnplaced: true).Select(m => m + "\n"))
        );
        if (fixture.Diagnostics.HasErrors)
        {
            return;
        }

        var engine = new TemplateEngine(DocumentFixture.Edition, fixture.Labels, DocumentFixture.Metadata, fixture.Diagnostics);
        foreach (var part in book!.Parts.OfType<TextPart>())
        {
            var markdown = engine.Render(TemplateSource.Read(Path.Combine(folder, part.Name), part.ShownAs, new DiagnosticBag())!).Markdown;
            GoldenFile.Compare(Path.Combine(expected, "markdown", part.Name), markdown);
        }

        foreach (var file in TypstBook.Write(book!, fixture.Labels).Files)
        {
            GoldenFile.Compare(Path.Combine(expected, file.Path.TrimStart('/')), Encoding.UTF8.GetString([.. file.Content]));
        }
    }
}
