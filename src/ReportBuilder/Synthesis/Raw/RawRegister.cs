using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>How one register is made from harmonised values.</summary>
internal sealed class RawRegister
{
    private readonly Dictionary<(string Variable, string Target, string Value), WeightedChoice> _choices;
    private readonly DatasetSchema _schema;

    /// <summary>Makes a register.</summary>
    public RawRegister(
        DatasetSchema schema,
        IReadOnlyList<RawColumn> columns,
        IReadOnlyList<RawMeasure> measures,
        Dictionary<(string Variable, string Target, string Value), WeightedChoice> choices
    )
    {
        _schema = schema;
        Columns = columns;
        Measures = measures;
        _choices = choices;
    }

    /// <summary>Columns, measures left out.</summary>
    public IReadOnlyList<RawColumn> Columns { get; }

    /// <summary>Measures; their columns follow the others.</summary>
    public IReadOnlyList<RawMeasure> Measures { get; }

    /// <summary>All names of the header, in order.</summary>
    public IEnumerable<string> Header => Columns.Select(c => c.Name).Concat(Measures.Select(m => m.Name));

    /// <summary>The harmonised column that a kind of content is made from.</summary>
    public string Target(RawContent content) => Columns.First(c => c.Content == content).Target;

    /// <summary>Source categories of a variable by level of the harmonised column, the missing value last; null where there are none.</summary>
    public WeightedChoice?[] ByLevel(string variable, string target) =>
        [.. _schema.Find(target)!.Levels.Select(l => Find(variable, target, l.Token)), Find(variable, target, string.Empty)];

    /// <summary>Categories of a variable tied to nothing harmonised.</summary>
    public WeightedChoice Free(string variable) => _choices[(variable, string.Empty, string.Empty)];

    /// <summary>Names of the levels of Norwegian, lowest first.</summary>
    public IReadOnlyList<string> Levels(string target)
    {
        var names = new List<string>();
        while (Find(string.Empty, target, names.Count.ToText()) is { } level)
        {
            names.Add(level.Texts[0]);
        }

        return names;
    }

    private WeightedChoice? Find(string variable, string target, string value) => _choices.GetValueOrDefault((variable, target, value));
}
