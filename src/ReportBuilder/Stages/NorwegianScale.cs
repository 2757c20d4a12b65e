using ReportBuilder.Datasets;

namespace ReportBuilder.Stages;

/// <summary>
/// How levels of Norwegian are numbered: from nought (under A1 = 0, B2 = 4), or from one where the recoding reads the scale as the 2022 edition seems to (<c>A5</c>, B2 = 5). The dataset
/// tells: only the latter has numbers above four.
/// </summary>
internal sealed class NorwegianScale
{
    private const int LevelsAboveLowest = 4;
    private readonly NumberColumn _column;
    private readonly int _lowest;

    private NorwegianScale(NumberColumn column)
    {
        _column = column;
        _lowest = Enumerable.Range(0, column.RowCount).Any(row => !column.IsMissing(row) && column.Values[row] > LevelsAboveLowest) ? 1 : 0;
    }

    /// <summary>The scale of the dataset's column <c>norsknivaa</c>.</summary>
    public static NorwegianScale Of(Dataset data) => new(data.Numbers(DescriptiveVariables.Norwegian.Token));

    /// <summary>Index of the level nearest to the number of a row with a value, half a level upwards.</summary>
    public int LevelAt(int row) => (int)Math.Floor(_column.Values[row] + 0.5) - _lowest;

    /// <summary>The number that stands for a level in the dataset.</summary>
    public double NumberOf(string level) => DescriptiveVariables.Norwegian.Categories.IndexOf(level) + _lowest;
}
