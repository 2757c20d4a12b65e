using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Formulas;

/// <summary>Makes variables of the names and functions of a formula, each once, and reports those that cannot be.</summary>
/// <param name="columns">The columns of the data.</param>
/// <param name="report">Receives what is wrong.</param>
internal sealed class VariableReader(IReadOnlyList<string> columns, FormulaReport report)
{
    private static readonly string[] Factors = ["factor", "as.factor"];
    private static readonly string[] Functions = [.. Factors, "scale", "I", .. ComputedValue.Functions];
    private readonly List<FormulaVariable> _known = [];

    /// <summary>The variables so far, in the order of the formula.</summary>
    public IReadOnlyList<FormulaVariable> Known => _known;

    /// <summary>The outcome, a column or <c>factor()</c> of one; null when it cannot be one.</summary>
    public FormulaVariable? Outcome(FormulaNode node)
    {
        if (node is FaultyNode)
        {
            return null;
        }

        if (node is NameNode || (node is CallNode call && Factors.Contains(call.Function)))
        {
            return Read(node);
        }

        report.Error(Diagnostic.Error("RB6105", null), node.Position, node.Written, ToolTexts.Get("fit.expected.column"));
        return null;
    }

    /// <summary>Index of the variable that a part of the formula is; null when it is none.</summary>
    public int? Index(FormulaNode node)
    {
        if (Read(node) is not { } variable)
        {
            return null;
        }

        var known = _known.FindIndex(v => v.Name == variable.Name);
        if (known < 0)
        {
            _known.Add(variable);
        }

        return known < 0 ? _known.Count - 1 : known;
    }

    /// <summary>The variable of a name or a function; null when there is none.</summary>
    public FormulaVariable? Read(FormulaNode node) =>
        node switch
        {
            NameNode name => CheckColumn(name) ? new FormulaVariable(name.Written, VariableKind.Column, name) { Column = name } : null,
            CallNode call when Factors.Contains(call.Function) => Factor(call),
            CallNode { Function: "scale" } call => Scaled(call),
            CallNode call when Functions.Contains(call.Function) => Computed(call),
            CallNode call => Unknown(call),
            _ => null,
        };

    private FormulaVariable? Factor(CallNode call)
    {
        if (call.Arguments is [{ Name: null or "x", Value: NameNode column }])
        {
            return CheckColumn(column) ? new FormulaVariable(call.Written, VariableKind.Factor, call) { Column = column } : null;
        }

        return WrongArguments(call, "fit.expected.factor");
    }

    private FormulaVariable? Scaled(CallNode call)
    {
        if (call.Arguments.Count is 0 or > 3 || call.Arguments[0] is not { Name: null or "x", Value: NameNode column })
        {
            return WrongArguments(call, "fit.expected.scale");
        }

        FormulaArgument[] rest = [.. call.Arguments.Skip(1)];
        var (centre, scale) = (true, true);
        for (var i = 0; i < rest.Length; i++)
        {
            var isYes = rest[i].Value is NameNode { Name: "TRUE" or "T" };
            if (!isYes && rest[i].Value is not NameNode { Name: "FALSE" or "F" })
            {
                return WrongArguments(call, "fit.expected.scale");
            }

            switch (rest[i].Name ?? (i == 0 ? "center" : "scale"))
            {
                case "center":
                    centre = isYes;
                    break;
                case "scale":
                    scale = isYes;
                    break;
                default:
                    return WrongArguments(call, "fit.expected.scale");
            }
        }

        return CheckColumn(column)
            ? new FormulaVariable(call.Written, VariableKind.Scaled, call)
            {
                Column = column,
                Scaling = new Scaling(centre, scale, ScalingRows.WithValue),
            }
            : null;
    }

    private FormulaVariable? Computed(CallNode call)
    {
        if (call.Arguments is not [{ Name: null }])
        {
            return WrongArguments(call, "fit.expected.one");
        }

        var before = report.Count;
        CheckComputed(call.Arguments[0].Value);
        return report.Count == before ? new FormulaVariable(call.Written, VariableKind.Computed, call) : null;
    }

    private void CheckComputed(FormulaNode node)
    {
        switch (node)
        {
            case NameNode name:
                CheckColumn(name);
                break;
            case GroupNode group:
                CheckComputed(group.Inner);
                break;
            case SignNode sign:
                CheckComputed(sign.Operand);
                break;
            case BinaryNode { Operator: "+" or "-" or "*" or "/" or "^" } binary:
                CheckComputed(binary.Left);
                CheckComputed(binary.Right);
                break;
            case CallNode { Arguments: [{ Name: null } only] } call
                when call.Function == "I" || ComputedValue.Functions.Contains(call.Function):
                CheckComputed(only.Value);
                break;
            case CallNode call:
                Unknown(call);
                break;
            case BinaryNode binary:
                report.Error(Diagnostic.Error("RB6113", null), binary.Position, binary.Operator, "+ - * / ^");
                break;
            case TextNode text:
                report.Error(Diagnostic.Error("RB6103", null), text.Position, text.Written, ToolTexts.Get("fit.expected.number"));
                break;
        }
    }

    private bool CheckColumn(NameNode name)
    {
        var times = columns.Count(c => c == name.Name);
        if (times == 0)
        {
            report.Error(
                Diagnostic.Error("RB6106", null, name.Name),
                name.Position,
                nearest: NearestName.Find(name.Name, columns.Where(c => c.Length > 0))
            );
        }
        else if (times > 1)
        {
            report.Error(Diagnostic.Error("RB6134", null, name.Name, times.ToText()), name.Position);
        }

        return times == 1;
    }

    private FormulaVariable? WrongArguments(CallNode call, string expected)
    {
        report.Error(Diagnostic.Error("RB6108", null, call.Function), call.Position, call.Written, ToolTexts.Get(expected));
        return null;
    }

    private FormulaVariable? Unknown(CallNode call)
    {
        report.Error(
            Diagnostic.Error("RB6107", null, call.Function),
            call.Position,
            expected: string.Join(", ", Functions),
            nearest: NearestName.Find(call.Function, Functions)
        );
        return null;
    }
}
