using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Models.Missingness;

/// <summary>A numeric variable in rows that have all the other values, and in rows that lack at least one. Immutable.</summary>
/// <param name="Complete">Mean in complete rows.</param>
/// <param name="Incomplete">Mean in incomplete rows.</param>
public sealed record CompletenessComparison(MeanSummary Complete, MeanSummary Incomplete)
{
    /// <summary>Complete less incomplete, in standard deviations; null when it has no meaning.</summary>
    public double? Standardised => StandardisedDifference.Of(Complete, Incomplete);

    /// <summary>Compares the means.</summary>
    /// <param name="values">The numeric variable, null where it is missing; such rows count as missing in their own group.</param>
    /// <param name="variables">The variables that make a row complete.</param>
    /// <param name="level">Confidence level of the intervals.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static CompletenessComparison Of(
        IReadOnlyList<double?> values,
        IReadOnlyList<MissingIndicator> variables,
        double level = ConfidenceInterval.DefaultLevel
    )
    {
        var incomplete = MissingIndicator.Any(variables, values.Count);
        return new CompletenessComparison(
            MeanSummary.Of([.. values.Where((_, row) => !incomplete[row])], level),
            MeanSummary.Of([.. values.Where((_, row) => incomplete[row])], level)
        );
    }
}
