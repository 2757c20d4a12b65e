using ReportBuilder.Diagnostics;

namespace ReportBuilder.Formulas;

/// <summary>
/// The random intercepts of a formula, as lme4 reads them: <c>(1 | a/b)</c> is a and b within a, named <c>b:a</c>. Random slopes are refused.
/// </summary>
internal sealed class RandomPart(VariableReader variables, FormulaReport report)
{
    /// <summary>Takes the parts in parentheses with a bar out of a sum. The rest is null when nothing is left.</summary>
    public static (FormulaNode? FixedPart, IReadOnlyList<BinaryNode> Bars) Split(FormulaNode node)
    {
        switch (node)
        {
            case GroupNode { Inner: BinaryNode { Operator: "|" or "||" } bar }:
                return (null, [bar]);
            case BinaryNode { Operator: "+" } sum:
                var (left, first) = Split(sum.Left);
                var (right, second) = Split(sum.Right);
                FormulaNode? rest =
                    left is null ? right
                    : right is null ? left
                    : sum with { Left = left, Right = right };
                return (rest, [.. first, .. second]);
            case BinaryNode { Operator: "-" } difference:
                var (from, bars) = Split(difference.Left);
                return (from is null ? new SignNode(difference.Position, "-", difference.Right) : difference with { Left = from }, bars);
            default:
                return (node, []);
        }
    }

    /// <summary>The random intercepts, those of nested factors the inner first.</summary>
    public IReadOnlyList<FormulaGrouping> Read(IReadOnlyList<BinaryNode> bars)
    {
        var groupings = new List<FormulaGrouping>();
        foreach (var bar in bars)
        {
            if (bar.Operator == "||" || bar.Left is not (NumberNode { Value: 1 } or FaultyNode))
            {
                var place = bar.Operator == "||" ? bar.Position : bar.Left.Position;
                report.Error(Diagnostic.Error("RB6110", null, bar.Written), place, bar.Left.Written, $"(1 | {bar.Right.Written})");
                continue;
            }

            foreach (var grouping in Groupings(bar.Right))
            {
                if (groupings.Exists(g => g.Name == grouping.Name))
                {
                    report.Error(Diagnostic.Error("RB6127", null, grouping.Name), grouping.Position);
                    continue;
                }

                groupings.Add(grouping);
            }
        }

        return groupings;
    }

    private IReadOnlyList<FormulaGrouping> Groupings(FormulaNode node)
    {
        if (node is not BinaryNode { Operator: "/" } nested)
        {
            return Grouping(node) is { } one ? [one] : [];
        }

        var outer = Groupings(nested.Left);
        var inner = Grouping(nested.Right);
        if (outer.Count == 0 || inner is null)
        {
            return outer;
        }

        // The innermost stands first. lme4 puts what is a combination itself in parentheses: c:(b:a).
        var around = outer[0].Variables.Count > 1 ? $"({outer[0].Name})" : outer[0].Name;
        return
        [
            new FormulaGrouping($"{inner.Name}:{around}", [.. inner.Variables, .. outer[0].Variables], nested.Right.Position),
            .. outer,
        ];
    }

    private FormulaGrouping? Grouping(FormulaNode node)
    {
        switch (node)
        {
            case FaultyNode:
                return null;
            case GroupNode group:
                return Grouping(group.Inner);
            case BinaryNode { Operator: ":" } pair:
                var (left, right) = (Grouping(pair.Left), Grouping(pair.Right));
                return left is null || right is null
                    ? null
                    : new FormulaGrouping($"{left.Name}:{right.Name}", [.. left.Variables, .. right.Variables], pair.Left.Position);
            case NameNode or CallNode when variables.Read(node) is var read:
                if (read is { Kind: VariableKind.Column or VariableKind.Factor })
                {
                    return new FormulaGrouping(read.Name, [read], node.Position);
                }

                if (read is not null)
                {
                    goto default;
                }

                return null;
            default:
                report.Error(Diagnostic.Error("RB6112", null), node.Position, node.Written, "g, a/b, a:b");
                return null;
        }
    }
}
