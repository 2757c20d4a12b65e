using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Formulas;
using ReportBuilder.Models;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Fits;

/// <summary>Makes a model of a formula and the columns that it names.</summary>
internal sealed class FitModelBuilder
{
    /// <summary>
    /// Most columns of a design: work grows with their square and storage with columns times rows, and a variable with more levels is a group
    /// for a random part.
    /// </summary>
    public const int MaxColumns = 2000;

    private readonly ModelFormula _formula;
    private readonly FitData _data;
    private readonly ReferenceLevels _references;
    private readonly FormulaReport _report;

    private FitModelBuilder(ModelFormula formula, FitData data, ReferenceLevels references, FormulaReport report)
    {
        _formula = formula;
        _data = data;
        _references = references;
        _report = report;
    }

    /// <summary>
    /// Builds. Null when something is wrong: an outcome that is not two classes (RB6118), text where a number is needed (RB6117), a computed value that is
    /// infinite (RB6135), more columns than <see cref="MaxColumns"/> (RB6130).
    /// </summary>
    /// <param name="formula">The formula.</param>
    /// <param name="data">Its columns, and those of clusters and weights.</param>
    /// <param name="references">Chosen reference levels.</param>
    /// <param name="cluster">Column of the clusters; null for none.</param>
    /// <param name="weights">Column of the prior weights; null for none.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static FitModel? Build(
        ModelFormula formula,
        FitData data,
        ReferenceLevels references,
        string? cluster,
        string? weights,
        DiagnosticBag bag
    )
    {
        var report = new FormulaReport(bag);
        var builder = new FitModelBuilder(formula, data, references, report);
        var outcome = builder.Outcome();
        Term?[] variables = [.. formula.Variables.Select(builder.Variable)];
        if (outcome is null || variables.Contains(null) || !builder.CheckSize(variables!))
        {
            return null;
        }

        GroupingFactor[] groups = [.. formula.Groupings.Select(g => new GroupingFactor(g.Name, builder.Groups(g)))];
        var clusters = cluster is null ? null : data[cluster].AsFactor();
        List<Term> terms = [.. formula.Terms.Select(t => Term(t, variables!))];
        terms.AddRange(groups.Select(g => Screen(g.Name, g.Groups, [outcome, .. terms])));
        if (clusters is not null && !groups.Any(g => g.Name == cluster))
        {
            terms.Add(Screen(cluster!, clusters, [outcome, .. terms]));
        }

        var design = ModelDesign.Build(outcome, terms, weights is null ? null : data[weights].AsNumbers());
        return new FitModel(design, groups, clusters);
    }

    /// <summary>A term by which rows are screened; its name may be that of a covariate too.</summary>
    private static ScreenTerm Screen(string name, Categorical groups, Term[] others)
    {
        while (Array.Exists(others, t => t.Name == name))
        {
            name = $"({name})";
        }

        return new ScreenTerm(name, groups);
    }

    private DummyTerm? Outcome()
    {
        var variable = _formula.Outcome;
        var column = _data[variable.Column!.Name];
        if (variable.Kind == VariableKind.Column && column.IsBinary)
        {
            return new DummyTerm(variable.Name, column.AsBooleans());
        }

        if (variable.Kind == VariableKind.Factor || column.Kind == ColumnKind.Text)
        {
            var factor = column.AsFactor(_references[column.Name]);
            if (factor.Levels.Count is 1 or 2)
            {
                return new DummyTerm(
                    variable.Name,
                    [.. Enumerable.Range(0, factor.RowCount).Select(row => factor.LevelOf(row) is { } l ? l == 1 : (bool?)null)]
                );
            }
        }

        var found = column.Texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(4);
        _report.Error(
            Diagnostic.Error("RB6118", null, column.Name, column.AsFactor().Levels.Count.ToText()),
            variable.Node.Position,
            string.Join(", ", found),
            ToolTexts.Get("fit.expected.outcome")
        );
        return null;
    }

    private Term? Variable(FormulaVariable variable)
    {
        switch (variable.Kind)
        {
            case VariableKind.Factor:
                return Factor(variable);
            case VariableKind.Column when _data[variable.Column!.Name] is var column:
                return column.Kind != ColumnKind.Number ? Factor(variable)
                    : column.IsBinary ? new DummyTerm(variable.Name, column.AsBooleans())
                    : new NumericTerm(variable.Name, column.AsNumbers());
            case VariableKind.Scaled:
                return CheckNumbers(variable)
                    ? new ScaledTerm(variable.Name, _data[variable.Column!.Name].AsNumbers(), variable.Scaling)
                    : null;
            default:
                return CheckNumbers(variable) ? Computed(variable) : null;
        }
    }

    private FactorTerm Factor(FormulaVariable variable)
    {
        var column = variable.Column!.Name;
        return new FactorTerm(variable.Name, _data[column].AsFactor(_references[column]));
    }

    private NumericTerm? Computed(FormulaVariable variable)
    {
        var compute = ComputedValue.Compile(variable.Node, name => _data[name].AsNumbers());
        var values = new double?[_data[ComputedValue.ColumnsOf(variable.Node).First()].RowCount];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = compute(row);
            if (values[row] is { } value && double.IsInfinity(value))
            {
                _report.Error(Diagnostic.Error("RB6135", null, variable.Name, (row + 1).ToText()), variable.Node.Position);
                return null;
            }
        }

        return new NumericTerm(variable.Name, values);
    }

    private bool CheckNumbers(FormulaVariable variable)
    {
        var names = ComputedValue.NamesOf(variable.Node).ToList();
        if (names.Count == 0)
        {
            _report.Error(Diagnostic.Error("RB6136", null, variable.Name), variable.Node.Position);
            return false;
        }

        var texts = names.FindAll(n => _data[n.Name].Kind == ColumnKind.Text);
        foreach (var name in texts)
        {
            _report.Error(
                Diagnostic.Error("RB6117", null, name.Name),
                name.Position,
                _data[name.Name].Texts[0],
                ToolTexts.Get("fit.expected.number")
            );
        }

        return texts.Count == 0;
    }

    private static Term Term(FormulaTerm term, Term[] variables) =>
        term.Parts is [var only]
            ? variables[only.Variable]
            : new InteractionTerm(term.Name, [.. term.Parts.Select(p => new InteractionPart(variables[p.Variable], p.Coding))]);

    private bool CheckSize(Term[] variables)
    {
        // At most: levels that no used row has are left out later.
        int[] levels =
        [
            .. _formula.Variables.Select((v, i) => variables[i] is FactorTerm ? _data[v.Column!.Name].AsFactor().Levels.Count : 1),
        ];
        var columns = 1.0;
        foreach (var term in _formula.Terms)
        {
            columns += term.Parts.Aggregate(1.0, (product, part) => product * levels[part.Variable]);
            if (columns > MaxColumns)
            {
                var place = _formula.Variables[term.Parts.MaxBy(p => levels[p.Variable]).Variable].Node.Position;
                _report.Error(Diagnostic.Error("RB6130", null, term.Name, MaxColumns.ToText()), place);
                return false;
            }
        }

        return true;
    }

    private Categorical Groups(FormulaGrouping grouping)
    {
        // Cross(a, b) labels its groups b:a, so the last variable of the name is the first factor.
        var factors = grouping.Variables.Select(v => _data[v.Column!.Name].AsFactor()).Reverse().ToList();
        return factors.Skip(1).Aggregate(factors[0], Categorical.Cross);
    }
}
