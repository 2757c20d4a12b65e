using ReportBuilder.Datasets;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>The municipalities by their borders in the last year, and which of them each participant belongs to.</summary>
internal sealed class ParticipantPlaces
{
    private readonly int[] _ofRow;

    private ParticipantPlaces(IReadOnlyList<Municipality> municipalities, int[] ofRow)
    {
        Municipalities = municipalities;
        _ofRow = ofRow;
        CountyCodes = [.. municipalities.Select(m => m.CountyCode).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var counties = CountyCodes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        CountyOf = [.. municipalities.Select(m => counties[m.CountyCode])];
    }

    /// <summary>All municipalities of the last year, by number, also those without participants.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; }

    /// <summary>Numbers of the counties, in ordinal order.</summary>
    public IReadOnlyList<string> CountyCodes { get; }

    /// <summary>For each municipality, which of <see cref="CountyCodes"/> it lies in.</summary>
    public IReadOnlyList<int> CountyOf { get; }

    /// <summary>For each row of the dataset, which of <see cref="Municipalities"/> it belongs to.</summary>
    public ReadOnlySpan<int> OfRow => _ofRow;

    /// <summary>Places the participants.</summary>
    /// <exception cref="ArgumentException">A participant's municipality did not exist that year: the dataset was not checked as it was read.</exception>
    public static ParticipantPlaces Of(Dataset data, MunicipalityTable table)
    {
        var municipalities = table.InYear(table.Years[^1]);
        var indexOf = municipalities.Index().ToDictionary(m => m.Item.Code, m => m.Index, StringComparer.Ordinal);
        var column = data.Texts(data.Schema.WithRole(ColumnRole.Municipality)!.Name);
        var years = data.Numbers(StageColumns.Year);
        var known = new Dictionary<(int Code, int Year), int>();
        var ofRow = new int[data.RowCount];
        for (var row = 0; row < ofRow.Length; row++)
        {
            var key = (column.Indices[row], (int)years.Values[row]);
            if (!known.TryGetValue(key, out var place))
            {
                place = indexOf[table.Current(key.Item2, column.Text(row)!).Code];
                known.Add(key, place);
            }

            ofRow[row] = place;
        }

        return new ParticipantPlaces(municipalities, ofRow);
    }
}
