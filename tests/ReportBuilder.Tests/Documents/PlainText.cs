using System.Text;
using ReportBuilder.Documents;

namespace ReportBuilder.Tests.Documents;

/// <summary>A book as plain text, about as a reader would copy it from the page; footnotes stand in brackets.</summary>
internal static class PlainText
{
    public static string Of(Book book) =>
        string.Join("\n\n", book.Parts.OfType<TextPart>().SelectMany(p => p.Blocks).Select(b => Of(book, b))).Replace('\u00A0', ' ');

    private static string Of(Book book, IEnumerable<Block> blocks) => string.Join("\n\n", blocks.Select(b => Of(book, b)));

    private static string Of(Book book, Block block) =>
        block switch
        {
            Heading heading => Of(book, heading.Content),
            Paragraph paragraph => Of(book, paragraph.Content),
            Lead lead => Of(book, lead.Content),
            Foreign foreign => Of(book, foreign.Content),
            BlockQuote quote => Of(book, quote.Content),
            InterviewQuote quote => Of(book, quote.Content) + "\n– " + Of(book, quote.Speaker),
            Callout callout => Of(book, callout.Title) + ": " + Of(book, callout.Content),
            ListBlock list => string.Join("\n", list.Items.Select(i => "- " + Of(book, i))),
            FigureBlock figure => $"Figur {book.Numbering.NumberOf(figure)}: {Of(book, figure.Caption)}",
            TableBlock table => $"Tabell {book.Numbering.NumberOf(table)}: {Of(book, table.Caption)}",
            MarkdownTable table => Of(book, table),
            _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block."),
        };

    private static string Of(Book book, MarkdownTable table)
    {
        var rows = table.Rows.Prepend(table.Header).Select(r => string.Join(" | ", r.Select(c => Of(book, c))));
        var caption = table.Caption.Count == 0 ? [] : new[] { $"Tabell {book.Numbering.NumberOf(table)}: {Of(book, table.Caption)}" };
        return string.Join("\n", caption.Concat(rows));
    }

    private static string Of(Book book, IEnumerable<Inline> content)
    {
        var text = new StringBuilder();
        foreach (var inline in content)
        {
            text.Append(
                inline switch
                {
                    Text words => words.Value,
                    Code code => code.Value,
                    LineBreak => "\n",
                    Emphasis emphasis => Of(book, emphasis.Content),
                    Strong strong => Of(book, strong.Content),
                    Link link => Of(book, link.Content),
                    CrossReference reference => book.TextOf(reference),
                    PageReference reference => book.Numbering.WordOf(reference) + " N",
                    Citation citation => string.Concat(book.PiecesOf(citation).Select(p => p.Text)),
                    FootnoteRef note => "[" + Of(book, note.Note.Content) + "]",
                    _ => throw new ArgumentOutOfRangeException(nameof(content), inline, "Unknown inline."),
                }
            );
        }

        return text.ToString();
    }
}
