using ReportBuilder.Datasets;
using ReportBuilder.Models;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Stages;

/// <summary>The columns of the dataset as terms of models: codes as the numbers they are written as, numbers as they are or standardised, or as factors.</summary>
public sealed class ModelDesigns
{
    private static readonly Scaling OverTheModel = new(Centre: true, Scale: true, ScalingRows.Used);

    private readonly Dataset _data;
    private readonly IReadOnlyDictionary<string, DatasetColumn> _instead;

    /// <summary>Makes designs from a dataset.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="instead">Columns to take instead of those of the same name; none when null.</param>
    public ModelDesigns(Dataset data, IEnumerable<DatasetColumn>? instead = null)
    {
        _data = data;
        _instead = (instead ?? []).ToDictionary(c => c.Declared.Name, StringComparer.Ordinal);
    }

    /// <summary>Outcome and all terms of the individual model, on all rows that have them.</summary>
    public ModelDesign Full() => ModelDesign.Build(Outcome(_ => true), [.. ModelTerm.OfIndividualModel.Select(Term)]);

    /// <summary>The outcome on some rows of the dataset, with the terms given; the others are left as missing.</summary>
    public ModelDesign OnRows(bool[] isUsed, IReadOnlyList<ModelTerm> terms) =>
        ModelDesign.Build(Outcome(row => isUsed[row]), [.. terms.Select(Term)]);

    /// <summary>The outcome on some rows of the dataset, with the terms given and one more that is not a column of the dataset.</summary>
    public ModelDesign OnRows(bool[] isUsed, IReadOnlyList<ModelTerm> terms, Term another) =>
        ModelDesign.Build(Outcome(row => isUsed[row]), [.. terms.Select(Term), another]);

    /// <summary>
    /// A model with the product of two of its terms as well (<c>first:second</c>), on the rows of the model without it, so that the two differ in the product only.
    /// </summary>
    /// <param name="smaller">The design of the model without the product.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="first">One of the terms, a number.</param>
    /// <param name="second">Another, a number.</param>
    public ModelDesign WithProduct(ModelDesign smaller, IReadOnlyList<ModelTerm> terms, ModelTerm first, ModelTerm second)
    {
        var product = new InteractionTerm(ProductName(first, second), [new(Term(first)), new(Term(second))]);
        return OnRows(UsedBy(smaller), terms, product);
    }

    /// <summary>Name of the column of a product.</summary>
    public static string ProductName(ModelTerm first, ModelTerm second) => $"{first.Token}:{second.Token}";

    /// <summary>Another outcome on some rows of the dataset, with the terms given.</summary>
    public ModelDesign OnRows(string outcome, Func<int, bool> isYes, bool[] isUsed, IReadOnlyList<ModelTerm> terms) =>
        ModelDesign.Build(new DummyTerm(outcome, [.. Rows.Select(r => isUsed[r] ? isYes(r) : (bool?)null)]), [.. terms.Select(Term)]);

    /// <summary>A smaller model on the rows of the larger one, so that the two differ in terms only.</summary>
    public ModelDesign OnRowsOf(ModelDesign larger, IReadOnlyList<ModelTerm> terms) => OnRows(UsedBy(larger), terms);

    /// <summary>The group of each row used, as a random intercept needs it; groups in ordinal order of their names.</summary>
    public Categorical Groups(ModelGrouping grouping, bool[] isUsed)
    {
        var column = ModelRows.Groups(_data, grouping);
        string?[] labels = [.. Rows.Select(row => isUsed[row] ? column.Text(row) : null)];
        string[] names = [.. labels.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Categorical.FromLabels(names, labels);
    }

    private bool[] UsedBy(ModelDesign design)
    {
        var isUsed = new bool[_data.RowCount];
        foreach (var row in design.UsedRows)
        {
            isUsed[row] = true;
        }

        return isUsed;
    }

    private DummyTerm Outcome(Func<int, bool> mayBeUsed)
    {
        var column = (CodeColumn)Column(StageColumns.Outcome);
        var success = column.IndexOf(StageColumns.Yes);
        bool?[] values = [.. Rows.Select(r => column.IsMissing(r) || !mayBeUsed(r) ? (bool?)null : column.Indices[r] == success)];
        return new DummyTerm(StageColumns.Outcome, values);
    }

    private Term Term(ModelTerm term) =>
        term.Kind switch
        {
            TermKind.Factor => new FactorTerm(term.Token, Levels(term)),
            TermKind.Standardised => new ScaledTerm(term.Token, Numbers(term), OverTheModel),
            _ => new NumericTerm(term.Token, Numbers(term)),
        };

    private double?[] Numbers(ModelTerm term) =>
        Column(term.Column) switch
        {
            NumberColumn numbers => [.. Rows.Select(r => numbers.IsMissing(r) ? (double?)null : numbers.Values[r])],
            CodeColumn codes => CodeNumbers(codes),
            var other => throw new InvalidOperationException($"Column '{other.Declared.Name}' is not a number or code."),
        };

    private DatasetColumn Column(string name) => _instead.GetValueOrDefault(name) ?? _data.Column(name);

    private IEnumerable<int> Rows => Enumerable.Range(0, _data.RowCount);

    // A code enters as the number it is written as.
    private double?[] CodeNumbers(CodeColumn column)
    {
        double[] numbers = [.. Enumerable.Range(0, column.Levels.Count).Select(column.NumberAt)];
        return [.. Rows.Select(r => column.IsMissing(r) ? (double?)null : numbers[column.Indices[r]])];
    }

    private Categorical Levels(ModelTerm term)
    {
        var column = (CodeColumn)Column(term.Column);
        string[] levels = [term.Reference[0], .. term.Categories];
        int?[] levelOf = [.. column.Levels.Select(l => LevelIndex(term, levels, l.Token))];
        return Categorical.FromCodes(levels, [.. Rows.Select(r => column.IsMissing(r) ? (int?)null : levelOf[column.Indices[r]])]);
    }

    private static int? LevelIndex(ModelTerm term, string[] levels, string token) =>
        term.Reference.Contains(token) ? 0
        : Array.IndexOf(levels, token) is >= 0 and var index ? index
        : null;
}
