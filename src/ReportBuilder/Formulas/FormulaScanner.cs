using ReportBuilder.Diagnostics;

namespace ReportBuilder.Formulas;

/// <summary>Splits a formula into words, by R's rules. What no formula can hold is reported and passed over.</summary>
internal sealed class FormulaScanner
{
    // Longer ones first; those that a model formula cannot use are words too, so that they can be named where they stand.
    private static readonly string[] Operators =
    [
        "||",
        "&&",
        "==",
        "!=",
        "<=",
        ">=",
        "<-",
        "**",
        "~",
        "+",
        "-",
        "*",
        "/",
        "^",
        ":",
        "(",
        ")",
        "|",
        ",",
        "=",
        "<",
        ">",
        "!",
        "&",
        "$",
    ];

    private readonly string _text;
    private readonly FormulaReport _report;
    private int _at;

    private FormulaScanner(string text, FormulaReport report)
    {
        _text = text;
        _report = report;
    }

    /// <summary>The words, the end last.</summary>
    public static IReadOnlyList<FormulaToken> Scan(string text, FormulaReport report)
    {
        var scanner = new FormulaScanner(text, report);
        var tokens = new List<FormulaToken>();
        while (scanner.Next() is { } token)
        {
            tokens.Add(token);
        }

        tokens.Add(new FormulaToken(FormulaTokenKind.End, string.Empty, text.Length));
        return tokens;
    }

    private FormulaToken? Next()
    {
        while (_at < _text.Length)
        {
            var start = _at;
            var c = _text[start];
            if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else if (c is '`' or '"' or '\'')
            {
                return Quoted(c);
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && start + 1 < _text.Length && char.IsAsciiDigit(_text[start + 1])))
            {
                return Number();
            }
            else if (FormulaNames.IsLetter(c) || c is '.' or '_')
            {
                _at = End(start, ch => FormulaNames.IsPart(ch));
                return new FormulaToken(FormulaTokenKind.Name, _text[start.._at], start);
            }
            else if (Operator() is { } token)
            {
                return token;
            }
        }

        return null;
    }

    private FormulaToken? Operator()
    {
        var start = _at;
        var found = Array.Find(Operators, o => _text.AsSpan(start).StartsWith(o, StringComparison.Ordinal));
        if (_text[start] == '%' && _text.IndexOf('%', start + 1) is > 0 and var close)
        {
            found = _text[start..(close + 1)];
        }

        _at += found?.Length ?? 1;
        if (found is null)
        {
            _report.Error(Diagnostic.Error("RB6101", null), start, _text[start].ToString(), ToolTexts.Get("fit.expected.term"));
            return null;
        }

        return new FormulaToken(FormulaTokenKind.Operator, found == "**" ? "^" : found, start);
    }

    private FormulaToken Number()
    {
        var start = _at;
        _at = End(start, ch => char.IsAsciiDigit(ch) || ch == '.');
        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            var sign = _at + 1 < _text.Length && _text[_at + 1] is '+' or '-' ? 2 : 1;
            var end = End(_at + sign, char.IsAsciiDigit);
            _at = end > _at + sign ? end : _at;
        }

        return new FormulaToken(FormulaTokenKind.Number, _text[start.._at], start);
    }

    private FormulaToken Quoted(char quote)
    {
        var start = _at;
        var close = _text.IndexOf(quote, start + 1);
        if (close < 0)
        {
            _report.Error(Diagnostic.Error("RB6102", null), start, _text[start..], quote.ToString());
            close = _text.Length;
        }

        _at = Math.Min(close + 1, _text.Length);
        return new FormulaToken(quote == '`' ? FormulaTokenKind.Name : FormulaTokenKind.Text, _text[(start + 1)..close], start);
    }

    private int End(int at, Func<char, bool> belongs)
    {
        while (at < _text.Length && belongs(_text[at]))
        {
            at++;
        }

        return at;
    }
}
