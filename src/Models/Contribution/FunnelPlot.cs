using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Contribution;

/// <summary>How limits allow for groups varying more than chance.</summary>
public enum Overdispersion
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>Every standard error is multiplied by √φ.</summary>
    Multiplicative,

    /// <summary>A variance τ² between groups is added to every sampling variance.</summary>
    Additive,
}

/// <summary>A group in a funnel plot.</summary>
/// <param name="Group">The group.</param>
/// <param name="Count">Its rows.</param>
/// <param name="Difference">Its contribution.</param>
/// <param name="StandardError">Its standard error if as expected.</param>
public sealed record FunnelPoint(string Group, int Count, double Difference, double StandardError);

/// <summary>
/// A funnel plot of contributions around 0 (Spiegelhalter 2005, Statistics in Medicine 24: 1185–1202). The overdispersion factor φ is the mean of
/// squared z-values, the outer 10 per cent at each end drawn in to the percentiles (winsorised) so that the groups looked for do not widen
/// their own limits. Immutable.
/// </summary>
public sealed record FunnelPlot
{
    private FunnelPlot() { }

    /// <summary>Share of groups winsorised at each end.</summary>
    public const double Winsorised = 0.1;

    /// <summary>Groups with an indicator.</summary>
    public required IReadOnlyList<FunnelPoint> Points { get; init; }

    /// <summary>φ: 1 when groups vary as chance makes them; null without groups.</summary>
    public required double? Phi { get; init; }

    /// <summary>P-value of φ times the number of groups in χ², before winsorising: do they vary more than chance? Null without groups.</summary>
    public required double? DispersionP { get; init; }

    /// <summary>τ² by the method of moments on the winsorised z-values (Spiegelhalter 2005, Quality and Safety in Health Care 14: 347–351).</summary>
    public required double AdditiveVariance { get; init; }

    /// <summary>Mean p(1 − p) of a row: what the curves of the limits are drawn with.</summary>
    public required double RowVariance { get; init; }

    /// <summary>Makes the plot from the groups that have an indicator.</summary>
    public static FunnelPlot Of(ContributionTable table)
    {
        FunnelPoint[] points =
        [
            .. table.Estimated.Select(g => new FunnelPoint(
                g.Group,
                g.Count,
                g.Difference.GetValueOrDefault(),
                g.StandardError.GetValueOrDefault()
            )),
        ];
        double[] z = [.. points.Select(p => p.Difference / p.StandardError)];
        var phi = z.Length == 0 ? (double?)null : Winsorise(z).Average(v => v * v);
        return new FunnelPlot
        {
            Points = points,
            Phi = phi,
            DispersionP = z.Length == 0 ? null : Distributions.ChiSquaredUpper(z.Sum(v => v * v), z.Length),
            AdditiveVariance = phi is { } value ? Additive(points, value) : 0,
            RowVariance = points.Length == 0 ? 0 : points.Average(p => p.StandardError * p.StandardError * p.Count),
        };
    }

    /// <summary>Distance from 0 of the limits of a group; symmetric, so they are ± this.</summary>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="level">Share of groups within the limits if all are as expected, 0.95 or 0.998.</param>
    /// <param name="overdispersion">How overdispersion is allowed for; a φ below 1 narrows nothing.</param>
    public double Limit(double standardError, double level, Overdispersion overdispersion = Overdispersion.None)
    {
        ConfidenceInterval.CheckLevel(level);
        var variance = standardError * standardError;
        var widened = overdispersion switch
        {
            Overdispersion.Multiplicative => variance * Math.Max(1, Phi ?? 1),
            Overdispersion.Additive => variance + AdditiveVariance,
            _ => variance,
        };
        return Reach(widened, level);
    }

    /// <summary>Distance from 0 of the limits where differences have a variance.</summary>
    /// <param name="variance">The variance, of chance and of what else makes groups differ.</param>
    /// <param name="level">Share of groups within the limits, 0.95 or 0.998.</param>
    public static double Reach(double variance, double level) => Distributions.NormalCritical(level) * Math.Sqrt(variance);

    /// <summary>The same for a group of a number of rows with the mean row variance: the curve of the plot.</summary>
    public double LimitAt(int count, double level, Overdispersion overdispersion = Overdispersion.None)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Limit(Math.Sqrt(RowVariance / count), level, overdispersion);
    }

    private static double[] Winsorise(double[] z)
    {
        var limits = QuantileSummary.Of([.. z.Select(v => (double?)v)], Winsorised, 1 - Winsorised).Quantiles;
        return [.. z.Select(v => Math.Clamp(v, limits[0].Value, limits[1].Value))];
    }

    private static double Additive(FunnelPoint[] points, double phi)
    {
        double[] weights = [.. points.Select(p => 1 / (p.StandardError * p.StandardError))];
        var divisor = weights.Sum() - weights.Sum(w => w * w) / weights.Sum();
        return divisor > 0 ? Math.Max(0, (points.Length * phi - (points.Length - 1)) / divisor) : 0;
    }
}
