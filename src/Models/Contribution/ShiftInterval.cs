using MathNet.Numerics.RootFinding;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Contribution;

/// <summary>
/// Tests whether a group does as expected, and finds the common shifts θ of its rows' log odds that agree with what it did. The limits are
/// turned into differences of shares, mean p(θ) − mean p(0).
/// </summary>
internal static class ShiftInterval
{
    /// <summary>Shifts looked at: beyond them every probability that a logistic model gives is 0 or 1.</summary>
    private const double FurthestShift = 80;

    public static (double P, ConfidenceInterval Interval) Score(GroupRows rows, double level)
    {
        var critical = Distributions.NormalCritical(level);
        var z = (rows.Actual - rows.Expected) / Math.Sqrt(rows.Variance);
        return (Distributions.NormalTwoSided(z), Between(rows, level, Gap(-1), Gap(1)));

        Func<double, double> Gap(int side) =>
            shift =>
            {
                var (mean, variance) = rows.Moments(shift);
                return mean - rows.Actual - side * critical * Math.Sqrt(variance);
            };
    }

    public static (double P, ConfidenceInterval Interval) Exact(GroupRows rows, double level)
    {
        var tail = (1 - level) / 2;
        var (atMost, atLeast) = PoissonBinomial.Tails(rows.Shifted(0), rows.Successes);
        return (
            Math.Min(1, 2 * Math.Min(atMost, atLeast)),
            Between(
                rows,
                level,
                shift => PoissonBinomial.Tails(rows.Shifted(shift), rows.Successes).AtLeast - tail,
                shift => tail - PoissonBinomial.Tails(rows.Shifted(shift), rows.Successes).AtMost
            )
        );
    }

    /// <summary>Each function is negative for shifts too low and positive for shifts too high to be its limit.</summary>
    private static ConfidenceInterval Between(GroupRows rows, double level, Func<double, double> low, Func<double, double> high) =>
        new(
            rows.Successes == 0 ? -rows.Expected : Difference(rows, Root(low)),
            rows.Successes == rows.Count ? 1 - rows.Expected : Difference(rows, Root(high)),
            level
        );

    private static double Difference(GroupRows rows, double shift) => rows.Moments(shift).Mean - rows.Expected;

    /// <summary>
    /// Steps out from no shift until the sign changes, so that the root is never looked for far out, where the functions are flat and any shift would pass
    /// for one.
    /// </summary>
    private static double Root(Func<double, double> function)
    {
        var direction = function(0) < 0 ? 1 : -1;
        var (near, far) = (0.0, 0.5);
        while (far < FurthestShift && direction * function(direction * far) < 0)
        {
            (near, far) = (far, 2 * far);
        }

        return far >= FurthestShift
            ? direction * FurthestShift
            : Brent.FindRoot(
                function,
                Math.Min(direction * near, direction * far),
                Math.Max(direction * near, direction * far),
                1e-13,
                500
            );
    }
}
