using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Models.Missingness;

/// <summary>How often a category occurs in rows that have all the other values, and in rows that lack at least one. Immutable.</summary>
/// <param name="Level">The category.</param>
/// <param name="Complete">Its share of complete rows.</param>
/// <param name="Incomplete">Its share of incomplete rows.</param>
public sealed record CompletenessShares(string Level, Share Complete, Share Incomplete)
{
    /// <summary>Complete less incomplete, in standard deviations; null when it has no meaning.</summary>
    public double? Standardised => StandardisedDifference.Of(Complete, Incomplete);

    /// <summary>Compares the categories of a variable; rows without a category, or with an unknown one, are left out.</summary>
    /// <param name="categories">The variable.</param>
    /// <param name="variables">The variables that make a row complete.</param>
    /// <param name="level">Confidence level of the intervals.</param>
    /// <returns>One entry a level, in their order.</returns>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static IReadOnlyList<CompletenessShares> Of(
        Categorical categories,
        IReadOnlyList<MissingIndicator> variables,
        double level = ConfidenceInterval.DefaultLevel
    )
    {
        var incomplete = MissingIndicator.Any(variables, categories.RowCount);
        var counts = new int[2, categories.Levels.Count];
        var totals = new int[2];
        for (var row = 0; row < incomplete.Length; row++)
        {
            if (categories.LevelOf(row) is { } category)
            {
                counts[incomplete[row] ? 1 : 0, category]++;
                totals[incomplete[row] ? 1 : 0]++;
            }
        }

        return
        [
            .. categories.Levels.Select(
                (name, i) =>
                    new CompletenessShares(name, Share.Of(counts[0, i], totals[0], level), Share.Of(counts[1, i], totals[1], level))
            ),
        ];
    }
}
