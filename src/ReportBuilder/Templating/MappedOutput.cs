using System.Text;
using Scriban.Runtime;

namespace ReportBuilder.Templating;

/// <summary>
/// Receives what Scriban writes, and remembers where each run came from. Three things are mended on the way, so that authors need not know
/// of them: a line that holds only code leaves no empty line behind, code that prints nothing leaves no space too many, and a number at the
/// start of a line does not become a list.
/// </summary>
internal sealed class MappedOutput : IScriptOutput
{
    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<SourceMap.Segment> _segments = [];
    private int _lineStart;
    private bool _endsWithLeadingDigits;

    public MappedOutput(string source) => _source = source;

    /// <summary>Offset in the template of the expression being evaluated.</summary>
    public int ExpressionStart { get; set; }

    public string Text => _text.ToString();

    public IReadOnlyList<SourceMap.Segment> Segments => _segments;

    public void Write(string text, int offset, int count)
    {
        if (count == 0)
        {
            return;
        }

        // Scriban writes literal text as slices of the template itself, which tells it from what an expression printed.
        if (ReferenceEquals(text, _source))
        {
            WriteVerbatim(offset, count);
        }
        else
        {
            WriteGenerated(text.AsSpan(offset, count));
        }
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    private void WriteVerbatim(int offset, int count)
    {
        var skip = BlankTailOfCodeLine(offset, count);
        if (skip > 0)
        {
            _text.Length = _lineStart;
        }
        else if (IsAfterSilentCode(offset))
        {
            skip = _source[offset] == ' ' ? 1 : 0;
            if (_source[offset] is '.' or ',' or ';' or ':' or '!' or '?' or ')')
            {
                DropSpace();
            }
        }
        else if (_endsWithLeadingDigits && _source[offset] is '.' or ')')
        {
            AppendGuard(offset, isVerbatim: true);
        }

        Append(_source.AsSpan(offset + skip, count - skip), offset + skip, isVerbatim: true);
    }

    private void WriteGenerated(ReadOnlySpan<char> text)
    {
        var atLineStart = LineIsBlank();
        if (atLineStart && text is "-" or "+" or "*")
        {
            AppendGuard(ExpressionStart, isVerbatim: false);
        }

        Append(text, ExpressionStart, isVerbatim: false);
        _endsWithLeadingDigits = atLineStart && text.Length <= 9 && !text.ContainsAnyExceptInRange('0', '9');
    }

    private void AppendGuard(int sourceStart, bool isVerbatim)
    {
        _segments.Add(new SourceMap.Segment(_text.Length, sourceStart, isVerbatim));
        _text.Append('\\');
    }

    private void Append(ReadOnlySpan<char> text, int sourceStart, bool isVerbatim)
    {
        _endsWithLeadingDigits = false;
        if (text.IsEmpty)
        {
            return;
        }

        _segments.Add(new SourceMap.Segment(_text.Length, sourceStart, isVerbatim));
        var lastBreak = text.LastIndexOf('\n');
        if (lastBreak >= 0)
        {
            _lineStart = _text.Length + lastBreak + 1;
        }

        _text.Append(text);
    }

    /// <summary>Number of characters to drop: blanks and line break after code that stood alone on its line.</summary>
    private int BlankTailOfCodeLine(int offset, int count)
    {
        if (offset < 2 || _source[offset - 1] != '}' || _source[offset - 2] != '}' || !LineIsBlank())
        {
            return 0;
        }

        for (var i = 0; i < count; i++)
        {
            switch (_source[offset + i])
            {
                case '\n':
                    return i + 1;
                case ' ' or '\t':
                    continue;
                default:
                    return 0;
            }
        }

        return 0;
    }

    /// <summary>True after code that printed nothing where a space stands before it.</summary>
    private bool IsAfterSilentCode(int offset) =>
        offset > 0 && _source[offset - 1] == '}' && _text.Length > _lineStart && _text[^1] == ' ' && !LineIsBlank();

    private void DropSpace()
    {
        _text.Length--;
        if (_segments[^1].OutputStart == _text.Length)
        {
            _segments.RemoveAt(_segments.Count - 1);
        }
    }

    private bool LineIsBlank()
    {
        for (var i = _lineStart; i < _text.Length; i++)
        {
            if (_text[i] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}
