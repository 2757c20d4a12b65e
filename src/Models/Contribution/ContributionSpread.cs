using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Models.Contribution;

/// <summary>
/// How contributions and results spread among the groups of a scheme. The percentiles of the two are taken separately: the group at the tenth
/// percentile of one need not be that of the other. Immutable.
/// </summary>
/// <param name="Scheme">The scheme; null for all groups together.</param>
/// <param name="Groups">Groups with an indicator.</param>
/// <param name="Contributions">Quantiles of their differences.</param>
/// <param name="Results">Quantiles of their actual shares.</param>
/// <param name="Above">Groups above 0.</param>
public sealed record ContributionSpread(string? Scheme, int Groups, QuantileSummary Contributions, QuantileSummary Results, int Above)
{
    /// <summary>The spread of all groups, and then of each scheme in its order.</summary>
    /// <param name="table">The indicators.</param>
    /// <param name="type">How a quantile between two values is found.</param>
    /// <param name="probabilities">The quantiles wanted.</param>
    public static IReadOnlyList<ContributionSpread> Of(
        ContributionTable table,
        QuantileType type,
        params IReadOnlyList<double> probabilities
    )
    {
        GroupContribution[] all = [.. table.Groups.Where(group => group.Difference is not null)];
        return
        [
            Of(null, all, type, probabilities),
            .. table.Schemes.Select(scheme => Of(scheme.Group, [.. all.Where(g => g.Scheme == scheme.Group)], type, probabilities)),
        ];
    }

    private static ContributionSpread Of(
        string? scheme,
        GroupContribution[] groups,
        QuantileType type,
        IReadOnlyList<double> probabilities
    ) =>
        new(
            scheme,
            groups.Length,
            QuantileSummary.Of([.. groups.Select(g => g.Difference)], type, probabilities),
            QuantileSummary.Of([.. groups.Select(g => g.Actual)], type, probabilities),
            groups.Count(g => g.Difference > 0)
        );
}
