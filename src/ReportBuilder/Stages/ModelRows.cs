using ReportBuilder.Datasets;

namespace ReportBuilder.Stages;

/// <summary>
/// Which participants each model uses: those with a value in every variable of the individual model, for the multilevel models only in municipality-years or
/// project-years with enough of them, and for the project model only where wages are known, and only if they are known in both schemes (chapter 5 of rapport 13:2022, footnotes 16 and 17).
/// </summary>
public sealed class ModelRows
{
    /// <summary>Fewest complete participants of a municipality-year or project-year in the multilevel models.</summary>
    public const int FewestInModel = 10;

    private readonly Dataset _data;
    private readonly bool[] _isComplete;
    private readonly Dictionary<ModelGrouping, Lazy<bool[]>> _rows;

    /// <summary>Finds the rows.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="complete">The complete rows, ascending.</param>
    public ModelRows(Dataset data, IEnumerable<int> complete)
    {
        _data = data;
        _isComplete = new bool[data.RowCount];
        foreach (var row in complete)
        {
            _isComplete[row] = true;
        }

        _rows = new Dictionary<ModelGrouping, Lazy<bool[]>>
        {
            [ModelGrouping.None] = new(() => _isComplete),
            [ModelGrouping.Municipality] = new(() => OfEnough(ModelGrouping.Municipality, _ => true)),
            [ModelGrouping.Project] = new(() => OfEnough(ModelGrouping.Project, IsWageKnown())),
        };
    }

    /// <summary>For each row of the dataset, whether the model may use it.</summary>
    public bool[] Of(ReportModel model)
    {
        var rows = _rows[model.Grouping].Value;
        if (!model.IsOfWomen)
        {
            return rows;
        }

        var sex = _data.Codes(DescriptiveVariables.Sex.Token);
        var woman = sex.IndexOf(DescriptiveVariables.Sex.Categories[0]);
        return [.. rows.Select((isUsed, row) => isUsed && sex.Indices[row] == woman)];
    }

    /// <summary>The column that tells the group of a row.</summary>
    public static TextColumn Groups(Dataset data, ModelGrouping grouping) =>
        data.Texts(data.Schema.WithRole(grouping == ModelGrouping.Municipality ? ColumnRole.Municipality : ColumnRole.Project)!.Name);

    private bool[] OfEnough(ModelGrouping grouping, Func<int, bool> isKnown)
    {
        var groups = Groups(_data, grouping);
        var years = _data.Numbers(StageColumns.Year);
        (int Group, int Year) KeyOf(int row) => (groups.Indices[row], (int)years.Values[row]);
        var counts = new Dictionary<(int Group, int Year), int>();
        for (var row = 0; row < _isComplete.Length; row++)
        {
            if (_isComplete[row])
            {
                counts[KeyOf(row)] = counts.GetValueOrDefault(KeyOf(row)) + 1;
            }
        }

        return [.. _isComplete.Select((isComplete, row) => isComplete && isKnown(row) && counts[KeyOf(row)] >= FewestInModel)];
    }

    // The project model is there to compare the schemes: with the wages of one of them alone there is none.
    private Func<int, bool> IsWageKnown()
    {
        var wages = _data.Numbers(ModelTerm.OfProjects[0].Column);
        return OptionalInputs.Of(_data).HasWages ? row => !wages.IsMissing(row) : _ => false;
    }
}
