using ReportBuilder.Documents;

namespace ReportBuilder.TypstWriting;

/// <summary>Writes text within a line. Calls end with a semicolon, so that what follows is never taken as part of them.</summary>
internal sealed class InlineWriter
{
    private readonly Book _book;
    private readonly TypstOutput _output;
    private readonly Action<FootnoteRef> _writeNote;

    public InlineWriter(Book book, TypstOutput output, Action<FootnoteRef> writeNote)
    {
        _book = book;
        _output = output;
        _writeNote = writeNote;
    }

    /// <summary>Writes inlines as a content block <c>[…]</c>.</summary>
    public void WriteContent(IEnumerable<Inline> content)
    {
        _output.Write("[");
        Write(content);
        _output.Write("]");
    }

    public void Write(IEnumerable<Inline> content)
    {
        foreach (var inline in content)
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case Text text:
                _output.WriteMarkup(text.Value);
                break;
            case Emphasis emphasis:
                WriteCall("#emph", emphasis.Content);
                break;
            case Strong strong:
                WriteCall("#strong", strong.Content);
                break;
            case Code code:
                _output.Write("#raw(").WriteLiteral(code.Value).Write(");");
                break;
            case LineBreak:
                _output.Write("#linebreak();");
                break;
            case Link link:
                _output.Write("#link(").WriteLiteral(link.Address).Write(")");
                WriteContent(link.Content);
                _output.Write(";");
                break;
            case CrossReference reference:
                WriteReference(reference);
                break;
            case PageReference reference:
                WritePageReference(reference);
                break;
            case Citation citation:
                WriteCitation(citation);
                break;
            case FootnoteRef note:
                _writeNote(note);
                _output.Write(";");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(inline), inline, "Unknown inline.");
        }
    }

    private void WriteCall(string function, IEnumerable<Inline> content)
    {
        _output.Write(function);
        WriteContent(content);
        _output.Write(";");
    }

    private void WriteReference(CrossReference reference)
    {
        var words = _book.TextOf(reference);
        if (_book.Numbering.Find(reference.Target) is null)
        {
            _output.WriteMarkup(words);
            return;
        }

        _output.Write("#xref(<").Write(reference.Target).Write(">)[").WriteMarkup(words).Write("];");
    }

    private void WritePageReference(PageReference reference)
    {
        var word = _book.Numbering.WordOf(reference);
        _output.Write("#page-ref(<").Write(reference.Target).Write(">)[").WriteMarkup(word).Write("];");
    }

    private void WriteCitation(Citation citation)
    {
        foreach (var piece in _book.PiecesOf(citation))
        {
            if (piece.Key is null)
            {
                _output.WriteMarkup(piece.Text);
            }
            else
            {
                _output.Write("#cite-link(<ref-").Write(piece.Key).Write(">)[").WriteMarkup(piece.Text).Write("];");
            }
        }
    }
}
