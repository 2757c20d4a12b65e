using ReportBuilder.Documents;
using ReportBuilder.Labels;
using ReportBuilder.Typesetting;

namespace ReportBuilder.TypstWriting;

/// <summary>
/// Writes a book as Typst source: a main file, one file for each template and one for the bibliography. The functions it calls are those of a
/// style file, <c>report.typ</c> unless told otherwise; charts are expected at <see cref="FigurePath"/>.
/// </summary>
public static class TypstBook
{
    /// <summary>Style of reports, which have a cover, contents and numbered chapters.</summary>
    public const string ReportStyle = "report.typ";

    private const string BibliographyPath = "/text/litteratur.typ";

    /// <summary>Writes the book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="labels">Words of the publication.</param>
    /// <param name="style">The style file, of those that <see cref="TypstStyle"/> reads.</param>
    public static TypstSource Write(Book book, LabelSet labels, string style = ReportStyle)
    {
        var import = $"#import \"{TypstStyle.Folder}{style}\": *\n";
        var words = new TableWords(labels);
        var breaks = new WordBreaks(labels);
        var paths = new TextPaths();
        var texts = new List<TypstFile>();
        var main = new TypstOutput(breaks);
        main.Write(import);
        DocumentHead.Write(main, book, labels);
        main.Write("#cover()\n");
        WriteMatter("#front-matter", Matter.Front);
        WriteMatter("#main-matter", Matter.Main);
        if (book.Bibliography.Count > 0)
        {
            texts.Add(WriteBibliography(book, labels, breaks, import));
            main.Write("#back-matter[\n#include ").WriteLiteral(BibliographyPath).Write("\n]\n");
        }

        WriteMatter("#appendix", Matter.Appendix);
        return new TypstSource([main.ToFile(TypstSource.MainPath, null), .. texts]);

        void WriteMatter(string function, Matter matter)
        {
            var parts = book.Parts.Where(p => p.Matter == matter).ToList();
            if (parts.Count == 0)
            {
                return;
            }

            main.Write(function).Write("[\n");
            foreach (var part in parts)
            {
                if (part is not TextPart text)
                {
                    main.Write("#contents()\n");
                    continue;
                }

                var path = paths.For(text.Name);
                main.Write("#include ").WriteLiteral(path).Write("\n");
                texts.Add(WriteText(book, text, path, words, breaks, import));
            }

            main.Write("]\n");
        }
    }

    private static TypstFile WriteText(Book book, TextPart part, string path, TableWords words, WordBreaks breaks, string import)
    {
        var output = new TypstOutput(breaks);
        output.Write(import).Write("\n");
        new BlockWriter(book, output, words).Write(part.Blocks);
        output.Write("\n");
        return output.ToFile(path, part.ShownAs);
    }

    private static TypstFile WriteBibliography(Book book, LabelSet labels, WordBreaks breaks, string import)
    {
        var output = new TypstOutput(breaks);
        var inlines = new InlineWriter(book, output, _ => throw new InvalidOperationException("A bibliography has no notes."));
        output.Write(import).Write("\n#heading(level: 1)[").WriteMarkup(labels.Get("dokument.litteratur")).Write("]\n");
        foreach (var item in book.Bibliography)
        {
            output.Write("\n#bib-entry");
            inlines.WriteContent(item.Content);
            output.Write(" <ref-").Write(item.Key).Write(">\n");
        }

        return output.ToFile(BibliographyPath, null);
    }

    /// <summary>Paths of text files; a template called <c>litteratur.md</c> gives way to the bibliography.</summary>
    private sealed class TextPaths
    {
        private readonly HashSet<string> _used = new(StringComparer.Ordinal) { BibliographyPath };

        public string For(string name)
        {
            var stem = "/text/" + Path.ChangeExtension(name, null);
            var path = stem + ".typ";
            while (!_used.Add(path))
            {
                stem += "_";
                path = stem + ".typ";
            }

            return path;
        }
    }
}
