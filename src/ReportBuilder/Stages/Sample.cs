using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>A set of rows of the dataset, with scheme and outcome at hand.</summary>
public sealed class Sample
{
    private readonly Dataset _data;
    private readonly CodeColumn _scheme;
    private readonly CodeColumn _outcome;
    private readonly int _jobbsjansen;
    private readonly int _success;

    /// <summary>Makes a sample.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="rows">Rows in the sample, ascending.</param>
    public Sample(Dataset data, IReadOnlyList<int> rows)
    {
        _data = data;
        Rows = rows;
        _scheme = data.Codes(StageColumns.Scheme);
        _outcome = data.Codes(StageColumns.Outcome);
        _jobbsjansen = _scheme.IndexOf(Breakdown.Token(Scheme.Jobbsjansen));
        _success = _outcome.IndexOf(StageColumns.Yes);
    }

    /// <summary>Rows of the dataset in the sample, ascending.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>All rows.</summary>
    public static Sample All(Dataset data) => new(data, [.. Enumerable.Range(0, data.RowCount)]);

    /// <summary>Rows with a value in every column of the individual model: the net sample («netto»).</summary>
    public static Sample Complete(Dataset data)
    {
        var columns = StageColumns.OfIndividualModel.Select(data.Column).ToArray();
        return new Sample(data, [.. Enumerable.Range(0, data.RowCount).Where(row => !columns.Any(c => c.IsMissing(row)))]);
    }

    /// <summary>The rows of this sample that fulfil a condition.</summary>
    public Sample Where(Func<int, bool> condition) => new(_data, [.. Rows.Where(condition)]);

    /// <summary>The scheme of a row.</summary>
    public Scheme SchemeOf(int row) => _scheme.Indices[row] == _jobbsjansen ? Scheme.Jobbsjansen : Scheme.Introduksjonsprogrammet;

    /// <summary>True when the outcome is known and reached.</summary>
    public bool Succeeded(int row) => _outcome.Indices[row] == _success;

    /// <summary>Persons of each scheme, and as successes those that fulfil a condition.</summary>
    public IReadOnlyDictionary<Scheme, CellCount> CountByScheme(Func<int, bool> isSuccess)
    {
        var counts = new Dictionary<Scheme, CellCount>();
        foreach (var scheme in Breakdown.Schemes)
        {
            var rows = Rows.Where(r => SchemeOf(r) == scheme).ToList();
            counts[scheme] = new CellCount(rows.Count, rows.Count(isSuccess));
        }

        return counts;
    }
}
