namespace ReportBuilder.Models.Contribution;

/// <summary>
/// Weights that pool several years of a group. Without weights every row counts the same, so that years weigh as they have participants;
/// these weigh the years as the caller says, within the years that the group has.
/// </summary>
public static class YearWeights
{
    /// <summary>
    /// For each row: weight of its year / rows of its group in that year. Rows without group or year, and of years with weight 0, get 0.
    /// </summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="years">Its year.</param>
    /// <param name="counts">Whether the row counts, one a row; rows that do not (those a model drops) get 0.</param>
    /// <param name="yearWeights">A weight for each level of the years; null for equal ones. They are not negative.</param>
    /// <exception cref="ArgumentException">Different numbers of rows or levels, or a weight is negative or not finite.</exception>
    public static IReadOnlyList<double> Of(
        Categorical groups,
        Categorical years,
        IReadOnlyList<bool> counts,
        IReadOnlyList<double>? yearWeights = null
    )
    {
        yearWeights ??= [.. years.Levels.Select(_ => 1.0)];
        if (groups.RowCount != years.RowCount || counts.Count != years.RowCount || yearWeights.Count != years.Levels.Count)
        {
            throw new ArgumentException("Different numbers of rows or levels.", nameof(years));
        }

        if (yearWeights.Any(w => !(w >= 0 && double.IsFinite(w))))
        {
            throw new ArgumentException("A year has a weight of 0 or more.", nameof(yearWeights));
        }

        var rows = new int[groups.Levels.Count, years.Levels.Count];
        for (var row = 0; row < groups.RowCount; row++)
        {
            if (counts[row] && groups.LevelOf(row) is { } group && years.LevelOf(row) is { } year)
            {
                rows[group, year]++;
            }
        }

        return
        [
            .. Enumerable
                .Range(0, groups.RowCount)
                .Select(row =>
                    counts[row] && groups.LevelOf(row) is { } group && years.LevelOf(row) is { } year
                        ? yearWeights[year] / rows[group, year]
                        : 0
                ),
        ];
    }
}
