namespace ReportBuilder.Models.Descriptive;

/// <summary>Rows and successes of a category.</summary>
/// <param name="Level">The category.</param>
/// <param name="Count">Rows with the category and a known outcome.</param>
/// <param name="Successes">Those of them with a positive outcome.</param>
public sealed record CategoryCount(string Level, int Count, int Successes)
{
    /// <summary>Successes / rows with its interval.</summary>
    public Share Share(double level = ConfidenceInterval.DefaultLevel) => Descriptive.Share.Of(Successes, Count, level);
}

/// <summary>Rows and successes by category. Immutable.</summary>
/// <param name="Categories">One entry a level, in the levels' order; empty levels included.</param>
/// <param name="MissingCategory">Rows without a category, whatever the outcome.</param>
/// <param name="UnknownCategory">Rows with a category that is not among the levels, whatever the outcome.</param>
/// <param name="MissingOutcome">Rows with a category but without an outcome.</param>
public sealed record CrossCount(IReadOnlyList<CategoryCount> Categories, int MissingCategory, int UnknownCategory, int MissingOutcome)
{
    /// <summary>Rows counted in the categories.</summary>
    public int Count => Categories.Sum(c => c.Count);

    /// <summary>Counts rows and successes.</summary>
    /// <param name="categories">The category of each row.</param>
    /// <param name="outcome">The outcome of each row, null where missing.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static CrossCount Of(Categorical categories, IReadOnlyList<bool?> outcome)
    {
        if (categories.RowCount != outcome.Count)
        {
            throw new ArgumentException($"{categories.RowCount} categories, {outcome.Count} outcomes.", nameof(outcome));
        }

        var counts = new int[categories.Levels.Count];
        var successes = new int[counts.Length];
        var (missing, unknown, withoutOutcome) = (0, 0, 0);
        for (var row = 0; row < outcome.Count; row++)
        {
            if (categories.LevelOf(row) is not { } level)
            {
                missing += categories.IsMissing(row) ? 1 : 0;
                unknown += categories.IsUnknown(row) ? 1 : 0;
            }
            else if (outcome[row] is not { } success)
            {
                withoutOutcome++;
            }
            else
            {
                counts[level]++;
                successes[level] += success ? 1 : 0;
            }
        }

        return new CrossCount(
            [.. categories.Levels.Select((name, i) => new CategoryCount(name, counts[i], successes[i]))],
            missing,
            unknown,
            withoutOutcome
        );
    }
}
