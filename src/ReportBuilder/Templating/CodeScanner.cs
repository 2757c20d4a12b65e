using System.Text.RegularExpressions;

namespace ReportBuilder.Templating;

/// <summary>
/// A first look at the code blocks of a template, to say in plain words what is most often wrong: a block or a quotation not closed,
/// quotation marks from Word, an <c>if</c> or <c>for</c> without <c>end</c>. Also knows where the blocks are when Scriban cannot say.
/// </summary>
internal sealed partial class CodeScanner
{
    private static readonly string[] Openers = ["if", "for", "while", "case", "capture", "with", "func", "wrap", "tablerow", "do"];
    private readonly string _text;
    private readonly List<(int Start, int End)> _blocks = [];
    private readonly List<CodeProblem> _problems = [];
    private readonly Stack<int> _open = new();
    private bool _inCondition;

    private CodeScanner(string text) => _text = text;

    /// <summary>Start and end (past the closing braces) of every block.</summary>
    public IReadOnlyList<(int Start, int End)> Blocks => _blocks;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<CodeProblem> Problems => _problems;

    public static CodeScanner Scan(string text)
    {
        var scanner = new CodeScanner(text);
        scanner.ScanBlocks();
        return scanner;
    }

    private void ScanBlocks()
    {
        var at = 0;
        while ((at = _text.IndexOf("{{", at, StringComparison.Ordinal)) >= 0)
        {
            var end = ScanBlock(at);
            _blocks.Add((at, end));
            at = end;
        }

        foreach (Match call in SingleBrace().Matches(_text))
        {
            if (!_blocks.Exists(b => call.Index >= b.Start && call.Index < b.End))
            {
                _problems.Add(new CodeProblem("RB3308", call.Index, call.Value));
            }
        }

        foreach (var offset in _open)
        {
            _problems.Add(new CodeProblem("RB3310", offset, WordAt(offset)));
        }

        _problems.Sort((a, b) => a.Offset.CompareTo(b.Offset));
    }

    /// <summary>Scans one block and gives the offset past its end; a block without end stops at the end of its line.</summary>
    private int ScanBlock(int start)
    {
        var atStatement = true;
        _inCondition = false;
        for (var i = start + 2; i < _text.Length; i++)
        {
            var character = _text[i];
            switch (character)
            {
                case '}' when i + 1 < _text.Length && _text[i + 1] == '}':
                    return i + 2;
                case '{' when i + 1 < _text.Length && _text[i + 1] == '{':
                    return Unclosed(start);
                case '"' or '\'' or '`':
                    var close = EndOfQuote(i);
                    if (close < 0)
                    {
                        _problems.Add(new CodeProblem("RB3312", i, null));
                        return EndAfterBrokenQuote(i);
                    }

                    i = close;
                    atStatement = false;
                    break;
                case '\u201C' or '\u201D' or '\u201E' or '\u2018' or '\u2019' or '\u00AB' or '\u00BB':
                    _problems.Add(new CodeProblem("RB3313", i, character.ToString()));
                    return EndAfterBrokenQuote(i);
                case '#':
                    i = EndOfComment(i) - 1;
                    break;
                case ';' or '\n':
                    atStatement = true;
                    _inCondition = false;
                    break;
                // The numbers of the edition are text here: 17 902 would be smaller than 73. The length of a list is a number.
                case '<' or '>' when !_text.AsSpan(start, i - start).TrimEnd().EndsWith(".size"):
                    _problems.Add(new CodeProblem("RB3307", i, character.ToString()));
                    i += i + 1 < _text.Length && _text[i + 1] == '=' ? 1 : 0;
                    break;
                case '=' or '!' when i + 1 < _text.Length && _text[i + 1] == '=':
                    i++;
                    break;
                case '=' when _inCondition:
                    _problems.Add(new CodeProblem("RB3305", i, null));
                    break;
                case '-' or '~' or ' ' or '\t':
                    break;
                default:
                    i = ScanWord(i, atStatement);
                    atStatement = false;
                    break;
            }
        }

        return Unclosed(start);
    }

    private int ScanWord(int at, bool atStatement)
    {
        var word = WordAt(at);
        if (atStatement && word == "end")
        {
            if (!_open.TryPop(out _))
            {
                _problems.Add(new CodeProblem("RB3311", at, null));
            }
        }
        else if (atStatement && Openers.Contains(word))
        {
            _open.Push(at);
        }

        // «else if» begins a condition as well.
        _inCondition |= word is "if" or "while";

        return at + Math.Max(1, word.Length) - 1;
    }

    private string WordAt(int at)
    {
        var end = at;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '.'))
        {
            end++;
        }

        return _text[at..end];
    }

    private int Unclosed(int start)
    {
        _problems.Add(new CodeProblem("RB3314", start, null));
        return EndOfLine(start);
    }

    private int EndOfQuote(int start)
    {
        for (var i = start + 1; i < _text.Length && _text[i] != '\n'; i++)
        {
            if (_text[i] == '\\' && _text[start] != '`')
            {
                i++;
            }
            else if (_text[i] == _text[start])
            {
                return i;
            }
        }

        return -1;
    }

    private int EndAfterBrokenQuote(int at)
    {
        var close = _text.IndexOf("}}", at, StringComparison.Ordinal);
        return close >= 0 && close < EndOfLine(at) ? close + 2 : EndOfLine(at);
    }

    private int EndOfComment(int at)
    {
        var close = _text.IndexOf("}}", at, StringComparison.Ordinal);
        return close >= 0 && close < EndOfLine(at) ? close : EndOfLine(at);
    }

    /// <summary>«{ verdi "id" }»: a call between single braces, which would be printed as it stands. Attributes have an equals sign before the quotation mark.</summary>
    [GeneratedRegex(@"(?<!\{)\{ *[a-z_]+ +""[^""\n]*""", RegexOptions.CultureInvariant)]
    private static partial Regex SingleBrace();

    private int EndOfLine(int at)
    {
        var end = _text.IndexOf('\n', at);
        return end < 0 ? _text.Length : end;
    }
}

/// <summary>A mistake in the code of a template.</summary>
/// <param name="Code">Code of the diagnostic.</param>
/// <param name="Offset">Where.</param>
/// <param name="Found">What stood there, when that helps.</param>
internal readonly record struct CodeProblem(string Code, int Offset, string? Found);
