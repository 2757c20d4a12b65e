using System.Collections.Immutable;
using System.Text;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.TypstWriting;

/// <summary>The Typst file being written; counts lines, so that each block knows where it landed.</summary>
internal sealed class TypstOutput
{
    private readonly WordBreaks _breaks;
    private readonly StringBuilder _text = new();
    private readonly List<TypstLine> _lines = [];
    private readonly List<TypstTable> _tables = [];
    private int _line = 1;
    private int _counted;

    public TypstOutput(WordBreaks breaks) => _breaks = breaks;

    public TypstOutput Write(string source)
    {
        _text.Append(source);
        return this;
    }

    public TypstOutput WriteLiteral(string text) => Write(TypstText.Literal(text));

    public TypstOutput WriteMarkup(string text)
    {
        _breaks.AppendMarkup(_text, text);
        return this;
    }

    /// <summary>Notes that what follows was written from a place in a template.</summary>
    public void Mark(SourcePlace place)
    {
        if (place.Line == 0)
        {
            return;
        }

        for (; _counted < _text.Length; _counted++)
        {
            _line += _text[_counted] == '\n' ? 1 : 0;
        }

        _lines.Add(new TypstLine(_line, place));
    }

    /// <summary>Notes that a table has been written.</summary>
    public void Mark(TypstTable table) => _tables.Add(table);

    public TypstFile ToFile(string path, string? template) =>
        new(path, ImmutableArray.Create(Encoding.UTF8.GetBytes(_text.ToString())), template, _lines) { Tables = _tables };
}
