using ReportBuilder.Models.Design;

namespace ReportBuilder.Formulas;

/// <summary>How a variable of a formula is made from columns of the data.</summary>
internal enum VariableKind
{
    /// <summary>A column as it is: a number, true or false, or a factor when it holds text.</summary>
    Column,

    /// <summary><c>factor(x)</c>: a factor whatever the column holds.</summary>
    Factor,

    /// <summary><c>scale(x)</c>.</summary>
    Scaled,

    /// <summary><c>I(x^2)</c>, <c>log(x)</c>: computed row by row.</summary>
    Computed,
}

/// <summary>A variable of a formula.</summary>
/// <param name="Name">Name as R deparses it; columns and coefficients are named by it.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="Node">The part of the formula that it was read from; what a computed variable is computed by.</param>
internal sealed record FormulaVariable(string Name, VariableKind Kind, FormulaNode Node)
{
    /// <summary>The column that it is made from; null when it is computed.</summary>
    public NameNode? Column { get; init; }

    /// <summary>How a scaled variable is scaled.</summary>
    public Scaling Scaling { get; init; }
}

/// <summary>A term: one variable, or several multiplied.</summary>
/// <param name="Name">Name as R has it: the variables in the order of the formula's variables, colons between.</param>
/// <param name="Parts">The variables, each with the coding that it has if it is a factor.</param>
internal sealed record FormulaTerm(string Name, IReadOnlyList<FormulaTermPart> Parts);

/// <summary>A variable of a term.</summary>
/// <param name="Variable">Index of the variable.</param>
/// <param name="Coding">How a factor is coded there.</param>
internal readonly record struct FormulaTermPart(int Variable, FactorCoding Coding);

/// <summary>A random intercept.</summary>
/// <param name="Name">Name of the grouping as lme4 has it, <c>prosjekt:kommune</c> for projects in municipalities.</param>
/// <param name="Variables">The variables whose combinations are the groups, in the order of the name.</param>
/// <param name="Position">Where in the formula, counted from 0.</param>
internal sealed record FormulaGrouping(string Name, IReadOnlyList<FormulaVariable> Variables, int Position);

/// <summary>A formula, understood: what R's <c>terms()</c> and lme4's <c>findbars()</c> make of it.</summary>
/// <param name="Text">The formula as given.</param>
/// <param name="Outcome">The outcome: a column, or <c>factor()</c> of one.</param>
/// <param name="Variables">The variables of the terms, in the order in which the formula names them.</param>
/// <param name="Terms">The terms: variables alone first, then pairs, and so on.</param>
/// <param name="Groupings">The random intercepts.</param>
internal sealed record ModelFormula(
    string Text,
    FormulaVariable Outcome,
    IReadOnlyList<FormulaVariable> Variables,
    IReadOnlyList<FormulaTerm> Terms,
    IReadOnlyList<FormulaGrouping> Groupings
)
{
    /// <summary>Columns named anywhere, each once, in the order of the formula.</summary>
    public IReadOnlyList<string> Columns =>
        [
            .. Variables
                .Concat(Groupings.SelectMany(g => g.Variables))
                .SelectMany(v => ComputedValue.ColumnsOf(v.Node))
                .Prepend(Outcome.Column!.Name)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Reads a formula. Null when something is wrong with it; the report says what.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="columns">The columns of the data.</param>
    /// <param name="report">Receives what is wrong.</param>
    public static ModelFormula? Read(string text, IReadOnlyList<string> columns, FormulaReport report)
    {
        if (FormulaParser.Parse(text, report) is not { } parts)
        {
            return null;
        }

        var variables = new VariableReader(columns, report);
        var outcome = variables.Outcome(parts.Outcome);
        var (fixedPart, randomParts) = RandomPart.Split(parts.Terms);
        var terms = new TermExpansion(variables, report).Expand(fixedPart);
        var groupings = new RandomPart(variables, report).Read(randomParts);
        var all = variables.Known.Concat(groupings.SelectMany(g => g.Variables));
        foreach (var same in all.Where(v => outcome is not null && ComputedValue.ColumnsOf(v.Node).Contains(outcome.Column!.Name)))
        {
            report.Error(Diagnostics.Diagnostic.Error("RB6115", null, same.Name), same.Node.Position);
        }

        return report.Count > 0 ? null : new ModelFormula(text, outcome!, variables.Known, terms, groupings);
    }
}
