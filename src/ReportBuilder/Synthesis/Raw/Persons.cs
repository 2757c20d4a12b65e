using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>The persons drawn, as plain arrays by column: level indices and whole numbers, −1 where missing.</summary>
internal sealed class Persons
{
    private readonly Dictionary<string, int[]> _values = new(StringComparer.Ordinal);
    private readonly Dataset _data;

    /// <summary>Looks at a dataset.</summary>
    public Persons(Dataset data)
    {
        _data = data;
        Schemes = Values(Name(ColumnRole.Scheme));
        Years = Values(Name(ColumnRole.Year));
        Municipalities = data.Texts(Name(ColumnRole.Municipality));
        Projects = data.Texts(Name(ColumnRole.Project));
    }

    /// <summary>Number of persons.</summary>
    public int Count => _data.RowCount;

    /// <summary>Level index of the scheme.</summary>
    public int[] Schemes { get; }

    /// <summary>Year of exit.</summary>
    public int[] Years { get; }

    /// <summary>Number of the municipality in that year.</summary>
    public TextColumn Municipalities { get; }

    /// <summary>Project.</summary>
    public TextColumn Projects { get; }

    /// <summary>The schema.</summary>
    public DatasetSchema Schema => _data.Schema;

    /// <summary>Level index or whole number of each person; −1 where missing.</summary>
    public int[] Values(string column)
    {
        if (!_values.TryGetValue(column, out var values))
        {
            values = _data.Column(column) switch
            {
                CodeColumn codes => [.. Enumerable.Range(0, codes.RowCount).Select(i => (int)codes.Indices[i])],
                NumberColumn numbers =>
                [
                    .. Enumerable.Range(0, numbers.RowCount).Select(i => numbers.IsMissing(i) ? -1 : (int)numbers.Values[i]),
                ],
                _ => throw new ArgumentException($"'{column}' is text.", nameof(column)),
            };
            _values.Add(column, values);
        }

        return values;
    }

    /// <summary>A number that need not be whole.</summary>
    public NumberColumn Numbers(string column) => _data.Numbers(column);

    /// <summary>The persons of a scheme, ascending.</summary>
    public int[] OfScheme(string token)
    {
        var index = IndexOfScheme(token);
        return [.. Enumerable.Range(0, Count).Where(i => Schemes[i] == index)];
    }

    /// <summary>Level index of a scheme.</summary>
    public int IndexOfScheme(string token)
    {
        var levels = Schema.WithRole(ColumnRole.Scheme)!.Levels;
        return Enumerable.Range(0, levels.Count).First(i => levels[i].Token == token);
    }

    private string Name(ColumnRole role) => _data.Schema.WithRole(role)!.Name;
}
