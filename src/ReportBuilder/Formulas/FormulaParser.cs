using System.Globalization;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Formulas;

/// <summary>
/// Reads a formula as R's grammar has it, by operator precedence. After a fault it goes on where it can, so that all that is wrong is told at once.
/// </summary>
internal sealed class FormulaParser
{
    private const int SignPower = 7;
    private const int PowerPower = 8;

    /// <summary>Parentheses and powers within each other; beyond it nobody has meant the formula.</summary>
    private const int MaxDepth = 100;

    private readonly IReadOnlyList<FormulaToken> _tokens;
    private readonly FormulaReport _report;
    private int _at;
    private int _depth;

    private FormulaParser(IReadOnlyList<FormulaToken> tokens, FormulaReport report)
    {
        _tokens = tokens;
        _report = report;
    }

    private FormulaToken Current => _tokens[_at];

    /// <summary>Reads a formula. Null when it has no tilde with something before and after it; what is wrong is reported.</summary>
    public static (FormulaNode Outcome, FormulaNode Terms)? Parse(string text, FormulaReport report)
    {
        var parser = new FormulaParser(FormulaScanner.Scan(text, report), report);
        var whole = parser.Binary(0);
        parser.ReadToEnd();
        if (whole is BinaryNode { Operator: "~" } formula)
        {
            return (formula.Left, formula.Right);
        }

        if (report.Count == 0)
        {
            report.Error(Diagnostic.Error("RB6104", null), text.Length, Shown(parser.Current), "~");
        }

        return null;
    }

    private static int Power(FormulaToken token) =>
        token.Kind != FormulaTokenKind.Operator
            ? -1
            : token.Text switch
            {
                "~" => 1,
                "|" or "||" => 2,
                "==" or "!=" or "<" or ">" or "<=" or ">=" or "&" or "&&" => 3,
                "+" or "-" => 4,
                "*" or "/" => 5,
                ":" => 6,
                "^" => PowerPower,
                ['%', ..] => 6,
                _ => -1,
            };

    private static string Shown(FormulaToken token) => token.Kind == FormulaTokenKind.End ? ToolTexts.Get("fit.end") : token.Text;

    private FormulaNode Binary(int least)
    {
        var left = Operand();
        while (Power(Current) is var power && power > least)
        {
            var token = Take();
            // The power binds from the right: a^b^c is a^(b^c).
            left = new BinaryNode(token.Position, token.Text, left, Binary(token.Is("^") ? power - 1 : power));
        }

        return left;
    }

    private FormulaNode Operand()
    {
        var token = Current;
        if (_depth >= MaxDepth)
        {
            _at = _tokens.Count - 1;
            return Fault(token);
        }

        _depth++;
        var node = token.Kind switch
        {
            FormulaTokenKind.Number => Number(Take()),
            FormulaTokenKind.Text => new TextNode(token.Position, Take().Text),
            FormulaTokenKind.Name => Name(Take()),
            _ when token.Is("(") => Group(Take()),
            _ when token.Is("+") || token.Is("-") => new SignNode(Take().Position, token.Text, Binary(SignPower - 1)),
            _ => Fault(token),
        };
        _depth--;
        return node;
    }

    private FormulaNode Number(FormulaToken token)
    {
        if (double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return new NumberNode(token.Position, value);
        }

        return Fault(token);
    }

    private FormulaNode Name(FormulaToken token)
    {
        if (!Current.Is("("))
        {
            return new NameNode(token.Position, token.Text);
        }

        Take();
        var arguments = new List<FormulaArgument>();
        while (!Current.Is(")") && Current.Kind != FormulaTokenKind.End)
        {
            arguments.Add(Argument());
            if (!Current.Is(","))
            {
                break;
            }

            Take();
        }

        Close(token);
        return new CallNode(token.Position, token.Text, arguments);
    }

    private FormulaArgument Argument()
    {
        if (Current.Kind == FormulaTokenKind.Name && _tokens[_at + 1].Is("="))
        {
            var name = Take().Text;
            Take();
            return new FormulaArgument(name, Binary(0));
        }

        return new FormulaArgument(null, Binary(0));
    }

    private GroupNode Group(FormulaToken open)
    {
        var inner = Binary(0);
        Close(open);
        return new GroupNode(open.Position, inner);
    }

    private void Close(FormulaToken opened)
    {
        if (Current.Is(")"))
        {
            Take();
            return;
        }

        _report.Error(
            Diagnostic.Error("RB6103", null),
            Current.Position,
            Shown(Current),
            ToolTexts.Get("fit.expected.close", opened.Position + 1)
        );
    }

    private void ReadToEnd()
    {
        while (Current.Kind != FormulaTokenKind.End)
        {
            _report.Error(Diagnostic.Error("RB6103", null), Current.Position, Shown(Current), ToolTexts.Get("fit.expected.operator"));
            Take();
            if (Current.Kind != FormulaTokenKind.End)
            {
                Binary(0);
            }
        }
    }

    private FaultyNode Fault(FormulaToken token)
    {
        _report.Error(Diagnostic.Error("RB6103", null), token.Position, Shown(token), ToolTexts.Get("fit.expected.term"));
        return new FaultyNode(token.Position);
    }

    private FormulaToken Take()
    {
        var token = Current;
        _at = Math.Min(_at + 1, _tokens.Count - 1);
        return token;
    }
}
