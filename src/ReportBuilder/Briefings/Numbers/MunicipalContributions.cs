using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Models;
using ReportBuilder.Models.Contribution;
using ReportBuilder.Models.Regression;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>
/// Actual against expected result of every municipality in one scheme: the method of Tabell 5 and 6, with municipalities by their present borders instead of projects, and ranks within the scheme.
/// </summary>
internal sealed class MunicipalContributions
{
    /// <summary>Ranks are told in steps of so many.</summary>
    private const int RankStep = 10;

    /// <summary>Probabilities further out than this are not told apart: they rest on the tails of the normal distribution.</summary>
    private const double LeastProbability = 0.01;

    /// <summary>Share of municipalities that the lines of the funnel plot shall have between them.</summary>
    private const double LineLevel = 0.95;

    private readonly Scheme _scheme;
    private readonly ContributionTable _table;
    private readonly FunnelPlot _funnel;
    private readonly int _ranked;

    private MunicipalContributions(Scheme scheme, ContributionTable table)
    {
        _scheme = scheme;
        _table = table;
        _funnel = FunnelPlot.Of(table);
        _ranked = table.Estimated.Count(g => g.Shrunken?.Rank is not null);
    }

    /// <summary>Makes the indicators of a scheme from the individual model.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="data">The dataset that the model was fitted to.</param>
    /// <param name="fit">The individual model.</param>
    /// <param name="places">Where each participant belongs.</param>
    /// <param name="fewest">Fewest participants of a municipality with an indicator.</param>
    public static MunicipalContributions Of(Scheme scheme, Dataset data, LogisticFit fit, ParticipantPlaces places, int fewest)
    {
        var column = data.Codes(StageColumns.Scheme);
        var own = column.IndexOf(Breakdown.Token(scheme));
        var codes = new int?[data.RowCount];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = column.Indices[row] == own ? places.OfRow[row] : null;
        }

        var groups = Categorical.FromCodes([.. places.Municipalities.Select(m => m.Code)], codes);
        return new MunicipalContributions(scheme, Contributions.Of(fit, groups, new ContributionOptions { MinimumCount = fewest }));
    }

    /// <summary>What the model expects of the participants of a municipality; null when it has none, or too few.</summary>
    public double? ExpectedOf(int place) => GroupOf(place)?.Expected;

    /// <summary>The difference of a municipality in percentage points as printed, and its participants; null when it has no indicator.</summary>
    public (int Persons, int Difference)? DotOf(int place) =>
        GroupOf(place) is { Status: ContributionStatus.Estimated, Difference: { } difference } group
            ? (group.Count, (int)Math.Round(100 * difference, MidpointRounding.AwayFromZero))
            : null;

    /// <summary>
    /// The lines of the funnel plot: about 95 of 100 municipalities lie between them when chance and the differences between municipalities (τ², as of the shrunken differences) are both
    /// counted (additive overdispersion, Spiegelhalter 2005, Quality and Safety in Health Care 14: 347–351).
    /// </summary>
    public IEnumerable<Quantity> Limits()
    {
        var between = _table.Between;
        yield return Line(BriefingIds.FunnelLimit(_scheme), between is null ? null : ReachOf(_funnel.RowVariance), 0);
        yield return Line(BriefingIds.FunnelSpread(_scheme), between is null ? null : ReachOf(between.Variance), 1);

        static Quantity Line(string id, double? reach, int decimals) => Printed.Number(id, reach, Unit.PercentagePoints, decimals);
    }

    /// <summary>The numbers of a municipality.</summary>
    /// <param name="place">The municipality.</param>
    /// <param name="hasScheme">False when it never had participants in the scheme.</param>
    /// <param name="isHidden">True when its result may not be shown.</param>
    public IEnumerable<Quantity> Of(int place, bool hasScheme, bool isHidden)
    {
        var group = hasScheme && !isHidden ? GroupOf(place) : null;
        var shrunken = group?.Shrunken;
        var rank = shrunken?.Rank;
        var none =
            !hasScheme ? QuantityStatus.NotApplicable
            : isHidden ? QuantityStatus.Suppressed
            : QuantityStatus.NotEstimable;
        var persons = group?.Count;
        yield return Number("forventet", group?.Expected, Unit.Share, 0);
        yield return Number("avvik", group?.Difference, Unit.PercentagePoints, 0, group?.Interval);
        yield return Number("p", Printed.PValue(group?.P), Unit.PValue, 3);
        yield return Number("krympet", shrunken?.Value, Unit.PercentagePoints, 0, shrunken?.Interval);
        yield return Number("paalitelighet", shrunken?.Reliability, Unit.Numeric, 2);
        var above = Bounded(shrunken?.ProbabilityAboveMean);
        yield return Number("sjanse_over", above, Unit.Probability, 0);
        yield return Number("sjanse_under", 1 - above, Unit.Probability, 0);
        var limit =
            group is null || _table.Between is not { } between
                ? null
                : (double?)ReachOf((_funnel.RowVariance / group.Count) + between.Variance);
        yield return Number("grense_over", limit, Unit.PercentagePoints, 1);
        yield return Number("grense_under", -limit, Unit.PercentagePoints, 1);
        yield return Number("plass_fra", rank is null ? null : Math.Max(1, rank.Low / RankStep * RankStep), Unit.Count, 0);
        yield return Number("plass_til", rank is null ? null : UpToStep(rank.High), Unit.Count, 0);
        // Not the exact number: it would tell how many of those whose numbers are hidden are too few for the model.
        yield return Number("plass_av", rank is null ? null : UpToStep(_ranked), Unit.Count, 0);

        Quantity Number(string what, double? value, Unit unit, int decimals, ConfidenceInterval? interval = null)
        {
            var id = BriefingIds.Contribution(_scheme, what);
            return value is null
                ? Quantity.Without(id, unit, decimals, none)
                : Printed.Number(id, value, unit, decimals, persons, interval);
        }
    }

    private static int UpToStep(int rank) => (rank + RankStep - 1) / RankStep * RankStep;

    private static double ReachOf(double variance) => FunnelPlot.Reach(variance, LineLevel);

    private static double? Bounded(double? probability) =>
        probability is { } p ? Math.Clamp(p, LeastProbability, 1 - LeastProbability) : null;

    private GroupContribution? GroupOf(int place) => _table.Groups.Count == 0 ? null : _table.Groups[place];
}
