using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Models;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Stages;

/// <summary>The columns of the dataset as terms of the individual model: codes as the numbers they are written as, origin as a factor.</summary>
public sealed class IndividualModelDesign
{
    private readonly Dataset _data;
    private readonly IReadOnlyDictionary<string, DatasetColumn> _instead;

    /// <summary>Makes designs from a dataset.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="instead">Columns to take instead of those of the same name; none when null.</param>
    public IndividualModelDesign(Dataset data, IEnumerable<DatasetColumn>? instead = null)
    {
        _data = data;
        _instead = (instead ?? []).ToDictionary(c => c.Declared.Name, StringComparer.Ordinal);
    }

    /// <summary>Outcome and all terms of the individual model.</summary>
    public ModelDesign Full() => ModelDesign.Build(Outcome(_ => true), [.. ModelTerm.OfIndividualModel.Select(Term)]);

    /// <summary>A smaller model on the rows of the larger one, so that the two differ in terms only.</summary>
    public ModelDesign OnRowsOf(ModelDesign larger, IReadOnlyList<ModelTerm> terms)
    {
        var isUsed = new bool[_data.RowCount];
        foreach (var row in larger.UsedRows)
        {
            isUsed[row] = true;
        }

        return ModelDesign.Build(Outcome(row => isUsed[row]), [.. terms.Select(Term)]);
    }

    /// <summary>The outcome of the rows that may be used; the others are left as missing.</summary>
    private DummyTerm Outcome(Func<int, bool> mayBeUsed)
    {
        var column = (CodeColumn)Column(StageColumns.Outcome);
        var success = column.IndexOf(StageColumns.Yes);
        bool?[] values = [.. Rows.Select(r => column.IsMissing(r) || !mayBeUsed(r) ? (bool?)null : column.Indices[r] == success)];
        return new DummyTerm(StageColumns.Outcome, values);
    }

    private Term Term(ModelTerm term)
    {
        if (term.Kind == TermKind.Factor)
        {
            return new FactorTerm(term.Token, Regions(term.Column));
        }

        double?[] values = Column(term.Column) switch
        {
            NumberColumn numbers => [.. Rows.Select(r => numbers.IsMissing(r) ? (double?)null : numbers.Values[r])],
            CodeColumn codes => CodeNumbers(codes),
            var other => throw new InvalidOperationException($"Column '{other.Declared.Name}' is not a number or code."),
        };
        return new NumericTerm(term.Token, values);
    }

    private DatasetColumn Column(string name) => _instead.GetValueOrDefault(name) ?? _data.Column(name);

    private IEnumerable<int> Rows => Enumerable.Range(0, _data.RowCount);

    // A code enters as the number it is written as: 0/1 marks, education 1–3.
    private double?[] CodeNumbers(CodeColumn column)
    {
        double[] numbers = [.. column.Levels.Select(l => double.Parse(l.Code, NumberStyles.Integer, CultureInfo.InvariantCulture))];
        return [.. Rows.Select(r => column.IsMissing(r) ? (double?)null : numbers[column.Indices[r]])];
    }

    private Categorical Regions(string name)
    {
        var column = (CodeColumn)Column(name);
        string[] levels = [ModelTerm.ReferenceRegion, .. ModelTermTexts.Regions()];
        int?[] levelOf = [.. column.Levels.Select(l => LevelIndex(levels, l.Token))];
        return Categorical.FromCodes(levels, [.. Rows.Select(r => column.IsMissing(r) ? (int?)null : levelOf[column.Indices[r]])]);
    }

    private static int? LevelIndex(string[] levels, string token) =>
        ModelTerm.RegionsInReference.Contains(token) ? 0
        : Array.IndexOf(levels, token) is >= 0 and var index ? index
        : null;
}
