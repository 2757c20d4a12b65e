using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>The columns of a design as they would be were a variable the same in every row.</summary>
internal sealed class Counterfactual
{
    private readonly Dictionary<int, double[]> _columns = [];

    public Counterfactual(ModelDesign design, string variable, TermValue value)
    {
        foreach (var column in design.ColumnsWith(variable))
        {
            var values = new double[design.RowCount];
            design.CopyColumnWith(column, variable, value, values);
            _columns[column] = values;
        }
    }

    /// <summary>Columns that the variable enters.</summary>
    public IReadOnlyCollection<int> Columns => _columns.Keys;

    public bool Changes(int column) => _columns.ContainsKey(column);

    /// <summary>Values of a column that the variable enters.</summary>
    public double[] Values(int column) => _columns[column];
}
