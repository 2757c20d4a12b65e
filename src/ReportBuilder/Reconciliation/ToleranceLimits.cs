namespace ReportBuilder.Reconciliation;

/// <summary>Smallest and largest number that counts as a published one.</summary>
internal static class ToleranceLimits
{
    private const double OnePoint = 1;
    private const double TwoPerCent = 0.02;
    private const double Intraclass = 0.02;
    private const double FiveHundredths = 0.05;
    private const double ThreePoints = 3;
    private const double StandardErrors = 2;

    /// <summary>A number on the limit, computed with rounding, is inside.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The limits; null where there is none.</summary>
    public static (double? Lowest, double? Highest) Of(ReconciliationTarget target, double published)
    {
        var error = target.StandardError ?? 0;
        var distance = target.Distance ?? 0;
        return target.Tolerance switch
        {
            ToleranceKind.Exact => Around(published, 0),
            ToleranceKind.OnePoint => Around(published, OnePoint),
            // 2 per cent of a number printed without decimals may be less than its own rounding.
            ToleranceKind.TwoPerCent => Around(published, Math.Max(TwoPerCent * Math.Abs(published), LastDigit(target) / 2)),
            ToleranceKind.OneUnit => Around(published, LastDigit(target)),
            ToleranceKind.TwoStandardErrors => Around(published, StandardErrors * error),
            ToleranceKind.TwoStandardErrorsOfLog => OfOdds(target, published, StandardErrors * error),
            ToleranceKind.Intraclass => Around(published, Intraclass),
            ToleranceKind.FiveHundredths => Around(published, FiveHundredths),
            ToleranceKind.ThreePoints => Around(published, ThreePoints),
            ToleranceKind.Around => Around(published, distance),
            ToleranceKind.Above => (published, published + distance),
            ToleranceKind.Below => (published - distance, published),
            ToleranceKind.AtLeast => (published - Rounding, null),
            ToleranceKind.AtMost => (null, published + Rounding),
            _ => throw new ArgumentOutOfRangeException(nameof(target)),
        };
    }

    private static double LastDigit(ReconciliationTarget target) => Math.Pow(10, -target.Decimals);

    private static (double?, double?) Around(double published, double distance) =>
        (published - distance - Rounding * (1 + Math.Abs(published)), published + distance + Rounding * (1 + Math.Abs(published)));

    private static (double?, double?) OfOdds(ReconciliationTarget target, double published, double distance)
    {
        var factor = Math.Exp(distance);
        var half = LastDigit(target) / 2;
        return target.Measure == Measure.OddsRatio
            ? ((published - half) / factor, (published + half) * factor)
            : (100 * ((1 + (published - half) / 100) / factor - 1), 100 * ((1 + (published + half) / 100) * factor - 1));
    }
}
