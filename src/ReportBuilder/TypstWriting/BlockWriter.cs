using System.Globalization;
using ReportBuilder.Documents;

namespace ReportBuilder.TypstWriting;

/// <summary>Writes blocks, each on lines of its own with an empty line between.</summary>
internal sealed class BlockWriter
{
    private readonly TypstOutput _output;
    private readonly InlineWriter _inlines;
    private readonly TableWriter _tables;

    public BlockWriter(Book book, TypstOutput output, TableWords words)
    {
        _output = output;
        _inlines = new InlineWriter(book, output, WriteNote);
        _tables = new TableWriter(output, _inlines, words);
    }

    public void Write(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            _output.Write(i > 0 ? "\n\n" : string.Empty).Mark(blocks[i].Place);
            Write(blocks[i]);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                _output.Write("#heading(level: ").Write(heading.Level.ToString(CultureInfo.InvariantCulture)).Write(")");
                _inlines.WriteContent(heading.Content);
                _output.Write(heading.Id is null ? string.Empty : $" <{heading.Id}>");
                break;
            case Paragraph paragraph:
                _inlines.Write(paragraph.Content);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case BlockQuote quote:
                WriteCall("#quote(block: true)", quote.Content);
                break;
            case InterviewQuote quote:
                _output.Write("#interview-quote(speaker: ");
                _inlines.WriteContent(quote.Speaker);
                WriteCall(")", quote.Content);
                break;
            case Callout callout:
                _output.Write("#callout(title: ");
                _inlines.WriteContent(callout.Title);
                WriteCall(")", callout.Content);
                break;
            case Lead lead:
                WriteCall("#lead", lead.Content);
                break;
            case Foreign foreign:
                _output.Write("#foreign(").WriteLiteral(foreign.Language);
                WriteCall(")", foreign.Content);
                break;
            case FigureBlock figure:
                WriteFigure(figure);
                break;
            case TableBlock table:
                _tables.Write(table);
                break;
            case MarkdownTable table:
                _tables.Write(table);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block.");
        }
    }

    private void WriteCall(string opening, IReadOnlyList<Block> content)
    {
        _output.Write(opening).Write("[");
        Write(content);
        _output.Write("]");
    }

    private void WriteNote(FootnoteRef mark) => WriteCall("#footnote", mark.Note.Content);

    private void WriteList(ListBlock list)
    {
        _output.Write(list.IsOrdered ? "#enum(" : "#list(");
        _output.Write(list.IsTight ? string.Empty : "tight: false, ");
        if (list.IsOrdered && list.Start != 1)
        {
            _output.Write("start: ").Write(list.Start.ToString(CultureInfo.InvariantCulture)).Write(", ");
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            WriteCall(i > 0 ? ", " : string.Empty, list.Items[i]);
        }

        _output.Write(")");
    }

    private void WriteFigure(FigureBlock figure)
    {
        _output.Write("#report-figure(").WriteLiteral(FigurePath.Of(figure.Figure.Id)).Write(", alt: ").WriteLiteral(figure.AltText);
        _output.Write(", caption: ");
        _inlines.WriteContent(figure.Caption);
        _output.Write(", notes: (");
        foreach (var line in figure.UnderLines.Lines)
        {
            _output.Write("[").WriteMarkup(line).Write("],");
        }

        _output.Write(")) <").Write(figure.Figure.Id).Write(">");
    }
}
