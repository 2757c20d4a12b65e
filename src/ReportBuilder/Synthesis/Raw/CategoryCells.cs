namespace ReportBuilder.Synthesis.Raw;

/// <summary>Source categories of one column, ready to be copied into the file.</summary>
internal sealed class CategoryCells
{
    private readonly WeightedChoice?[] _choices;
    private readonly byte[][][] _cells;
    private readonly int[]? _values;

    private CategoryCells(WeightedChoice?[] choices, int[]? values, RawFileWriter file)
    {
        _choices = choices;
        _values = values;
        _cells = [.. choices.Select(c => c is null ? [] : c.Texts.Select(file.Encode).ToArray())];
    }

    /// <summary>The cells of each column of a register; null for one that is not of categories.</summary>
    public static CategoryCells?[] OfAll(RawRegister register, Persons persons, RawFileWriter file) =>
        [
            .. register.Columns.Select(c =>
                c.Content is RawContent.Category or RawContent.FinalCategory or RawContent.Indicator or RawContent.Free
                    ? Of(register, c, persons, file)
                    : null
            ),
        ];

    /// <summary>The cells of a category column, drawn from a harmonised column; those of a free one when there is none.</summary>
    private static CategoryCells Of(RawRegister register, RawColumn column, Persons persons, RawFileWriter file) =>
        column.Content == RawContent.Free
            ? new CategoryCells([register.Free(column.Name)], null, file)
            : new CategoryCells(register.ByLevel(column.Name, column.Target), persons.Values(column.Target), file);

    /// <summary>A cell for a person; empty when a missing value has no category of its own.</summary>
    public ReadOnlySpan<byte> Draw(int person, RandomSource random)
    {
        var level = LevelOf(person);
        return _choices[level] is { } choice ? _cells[level][choice.Draw(random)] : default;
    }

    /// <summary>1 when the person's value has a category here, 0 when not, −1 when it is missing.</summary>
    public int Indicator(int person) =>
        _values![person] < 0 ? -1
        : _choices[_values[person]] is null ? 0
        : 1;

    private int LevelOf(int person)
    {
        if (_values is null)
        {
            return 0;
        }

        return _values[person] < 0 ? _choices.Length - 1 : _values[person];
    }
}
