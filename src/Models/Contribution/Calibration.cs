using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Contribution;

/// <summary>Predicted against actual in a category of a scheme. Immutable.</summary>
/// <param name="Category">The category.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Status">What could be said.</param>
/// <param name="Count">Rows.</param>
/// <param name="Predicted">Mean predicted probability; null below the minimum.</param>
/// <param name="Actual">Share with success, with Wilson's interval; null below the minimum.</param>
/// <param name="Difference">Actual less predicted; null below the minimum.</param>
/// <param name="DifferenceInterval">Its score interval; null where the model determines it.</param>
/// <param name="P">Two-sided p-value of the difference; null likewise.</param>
public sealed record CalibrationCell(
    string Category,
    string Scheme,
    ContributionStatus Status,
    int Count,
    double? Predicted,
    Share? Actual,
    double? Difference,
    ConfidenceInterval? DifferenceInterval,
    double? P
);

/// <summary>Predicted against actual by category and scheme: contribution indicators with cells for groups.</summary>
public static class Calibration
{
    /// <summary>Compares; empty when the model has no estimates.</summary>
    /// <param name="fit">The individual model.</param>
    /// <param name="categories">The category of each row given to the model's design.</param>
    /// <param name="schemes">Its scheme.</param>
    /// <param name="options">Level, minimum, test and uncertainty are used.</param>
    /// <returns>One entry a category and scheme, schemes within categories, empty cells included.</returns>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static IReadOnlyList<CalibrationCell> Of(
        LogisticFit fit,
        Categorical categories,
        Categorical schemes,
        ContributionOptions? options = null
    )
    {
        options = (options ?? new ContributionOptions()) with { RankDraws = 0 };
        if (schemes.RowCount != categories.RowCount)
        {
            throw new ArgumentException($"{schemes.RowCount} schemes, {categories.RowCount} categories.", nameof(schemes));
        }

        // Numbered, as names of categories and schemes could run together.
        var count = schemes.Levels.Count;
        var cells = Categorical.FromCodes(
            [.. Enumerable.Range(0, categories.Levels.Count * count).Select(cell => $"{cell}")],
            [.. Enumerable.Range(0, categories.RowCount).Select(row => categories.LevelOf(row) * count + schemes.LevelOf(row))]
        );
        return
        [
            .. Contributions
                .Of(fit, cells, options)
                .Groups.Select((cell, i) => Describe(cell, categories.Levels[i / count], schemes.Levels[i % count], options.Level)),
        ];
    }

    private static CalibrationCell Describe(GroupContribution cell, string category, string scheme, double level) =>
        new(
            category,
            scheme,
            cell.Status,
            cell.Count,
            cell.Expected,
            cell.Actual is { } share ? Share.Of((int)Math.Round(share * cell.Count), cell.Count, level) : null,
            cell.Difference,
            cell.Interval,
            cell.P
        );
}
