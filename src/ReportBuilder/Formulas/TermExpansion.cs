using System.Numerics;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Formulas;

/// <summary>
/// Writes out the fixed part of a formula as R's <c>terms()</c> does: a term is a set of variables; <c>a*b</c> is a + b + a:b, <c>a/b</c> is a + a:b,
/// <c>(a + b)^2</c> all terms of at most two; equal terms count once; terms are ordered by their number of variables and else as written.
/// </summary>
internal sealed class TermExpansion(VariableReader variables, FormulaReport report)
{
    /// <summary>More terms than anyone can have meant.</summary>
    public const int MaxTerms = 2000;

    private bool _isTooLong;

    /// <summary>The terms; those that something is wrong with are left out.</summary>
    public IReadOnlyList<FormulaTerm> Expand(FormulaNode? node)
    {
        // Bit v of a set says that variable v is in the term; the empty set is the intercept.
        List<BigInteger> sets = node is null ? [] : [.. Sets(node).Where(s => !s.IsZero).OrderBy(Size)];
        return [.. sets.Select((set, i) => Term(set, sets.Take(i)))];
    }

    private FormulaTerm Term(BigInteger set, IEnumerable<BigInteger> earlier)
    {
        int[] members = [.. Enumerable.Range(0, variables.Known.Count).Where(v => Has(set, v))];
        return new FormulaTerm(
            string.Join(':', members.Select(v => variables.Known[v].Name)),
            [.. members.Select(v => new FormulaTermPart(v, Coding(set ^ (BigInteger.One << v), earlier)))]
        );
    }

    /// <summary>R's TermCode: contrasts when the other variables of the term are nothing or all in one earlier term.</summary>
    private static FactorCoding Coding(BigInteger others, IEnumerable<BigInteger> earlier) =>
        others.IsZero || earlier.Any(term => (others & term) == others) ? FactorCoding.Contrasts : FactorCoding.AllLevels;

    private IReadOnlyList<BigInteger> Sets(FormulaNode node)
    {
        switch (node)
        {
            case FaultyNode:
                return [];
            case GroupNode group:
                return Sets(group.Inner);
            case NumberNode number:
                return Number(number);
            case SignNode { Operator: "+" } sign:
                return Sets(sign.Operand);
            case SignNode sign:
                return Minus([], sign.Position, sign.Operand);
            case BinaryNode binary:
                return Binary(binary);
            case NameNode or CallNode:
                return variables.Index(node) is { } index ? [BigInteger.One << index] : [];
            default:
                report.Error(Diagnostic.Error("RB6103", null), node.Position, node.Written, ToolTexts.Get("fit.expected.term"));
                return [];
        }
    }

    private IReadOnlyList<BigInteger> Binary(BinaryNode node)
    {
        if (node.Operator is "|" or "||")
        {
            report.Error(Diagnostic.Error("RB6111", null), node.Position, node.Written, "(1 | g)");
            return [];
        }

        var left = Sets(node.Left);
        switch (node.Operator)
        {
            case "+":
                return Distinct(left.Concat(Sets(node.Right)));
            case "-":
                return Minus(left, node.Position, node.Right);
            case ":":
                return Crossed(left, Sets(node.Right));
            case "*":
                var right = Sets(node.Right);
                return Distinct([.. left, .. right, .. Crossed(left, right)]);
            case "/":
                var outer = left.Aggregate(BigInteger.Zero, (all, set) => all | set);
                return Distinct([.. left, .. Crossed([outer], Sets(node.Right))]);
            case "^" when node.Right is NumberNode { Value: >= 1 and <= 20 } power && power.Value == Math.Truncate(power.Value):
                var result = left;
                for (var times = 1; times < power.Value && !_isTooLong; times++)
                {
                    result = Distinct([.. result, .. Crossed(result, left)]);
                }

                return result;
            default:
                report.Error(Diagnostic.Error("RB6113", null), node.Position, node.Operator, "+ : * / ^");
                return [];
        }
    }

    private BigInteger[] Number(NumberNode number)
    {
        if (number.Value == 1)
        {
            return [BigInteger.Zero];
        }

        report.Error(
            number.Value == 0 ? Diagnostic.Error("RB6109", null) : Diagnostic.Error("RB6114", null),
            number.Position,
            number.Written,
            number.Value == 0 ? null : ToolTexts.Get("fit.expected.term")
        );
        return [];
    }

    private IReadOnlyList<BigInteger> Minus(IReadOnlyList<BigInteger> left, int position, FormulaNode taken)
    {
        if (taken is NumberNode { Value: 1 })
        {
            report.Error(Diagnostic.Error("RB6109", null), position, "- 1");
            return left;
        }

        // Minus nothing: R's way to say «with an intercept».
        if (taken is NumberNode { Value: 0 })
        {
            return left;
        }

        var without = Sets(taken);
        return [.. left.Except(without)];
    }

    private List<BigInteger> Crossed(IReadOnlyList<BigInteger> left, IReadOnlyList<BigInteger> right) =>
        Distinct(left.SelectMany(_ => right, (l, r) => l | r));

    private List<BigInteger> Distinct(IEnumerable<BigInteger> sets)
    {
        List<BigInteger> distinct = [.. sets.Distinct().Take(MaxTerms + 1)];
        if (distinct.Count > MaxTerms && !_isTooLong)
        {
            _isTooLong = true;
            report.Error(Diagnostic.Error("RB6116", null, MaxTerms.ToText()), 0);
        }

        return distinct;
    }

    private int Size(BigInteger set) => Enumerable.Range(0, variables.Known.Count).Count(v => Has(set, v));

    private static bool Has(BigInteger set, int variable) => !(set >> variable).IsEven;
}
