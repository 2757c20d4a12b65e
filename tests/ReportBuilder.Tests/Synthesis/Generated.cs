using ReportBuilder.Datasets;
using ReportBuilder.Synthesis;
using ReportBuilder.Tests.Datasets;

namespace ReportBuilder.Tests.Synthesis;

/// <summary>One generated dataset, made once for all tests, and short words for asking it.</summary>
internal sealed class Generated
{
    private static readonly Lazy<Generated> LazyDefault = new(() => new Generated(2022));
    private readonly Dictionary<string, DatasetColumn> _columns;

    public Generated(ulong seed)
    {
        Parameters = DataFolder.Read(bag => SyntheticParameters.Read(DataFolder.Path("syntetisk"), "syntetisk", DataFolder.Schema, bag));
        Dataset = SyntheticDataset.Generate(seed, Parameters, DataFolder.Municipalities, DataFolder.Schema).Participants;
        _columns = Dataset.Columns.ToDictionary(c => c.Declared.Name, StringComparer.Ordinal);
        string[] variables =
        [
            .. Parameters.Coefficients.Select(c => c.Variable).Where(v => v.Length > 0).Append("maaloppnaaelse").Distinct(),
        ];
        Complete = Where(i => variables.All(v => !Column(v).IsMissing(i)));
    }

    public static Generated Default => LazyDefault.Value;

    public SyntheticParameters Parameters { get; }

    public Dataset Dataset { get; }

    /// <summary>Rows that have all variables of the individual model.</summary>
    public int[] Complete { get; }

    public int[] Where(Func<int, bool> isIn) => [.. Enumerable.Range(0, Dataset.RowCount).Where(isIn)];

    public bool IsMissing(string name, int row) => Column(name).IsMissing(row);

    /// <summary>The number, or the level index.</summary>
    public double Value(string name, int row) => Column(name) is CodeColumn codes ? codes.Indices[row] : Dataset.Numbers(name).Values[row];

    /// <summary>The number, or the number of the code.</summary>
    public double Coded(string name, int row) =>
        Column(name) is CodeColumn codes && Invariant.TryReadNumber(codes.Levels[codes.Indices[row]].Code, out var code)
            ? code
            : Value(name, row);

    public bool Is(string name, string token, int row) => Dataset.Codes(name).Indices[row] == Dataset.Codes(name).IndexOf(token);

    public bool LacksLevel(int row) => IsMissing("utdanningsnivaa", row) || IsMissing("norsknivaa", row);

    public double Share(IEnumerable<int> rows, Func<int, bool> has) => rows.Average(i => has(i) ? 100.0 : 0);

    private DatasetColumn Column(string name) => _columns[name];
}
