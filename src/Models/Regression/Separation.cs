using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Recognises separation (Albert and Anderson 1984, Biometrika 71: 1–10): a direction in which every row's linear predictor
/// moves towards the outcome observed or stays, so that the likelihood has no maximum. Such a direction is a proof; Newton's
/// steps find it, for when there is one they settle on it with a length that does not shrink.
/// </summary>
internal static class Separation
{
    /// <summary>Steps before a direction is looked for: a model with estimates has converged by then.</summary>
    private const int PatientIterations = 12;

    /// <summary>A step that moves some linear predictor less than this is a step of convergence.</summary>
    private const double LeastMove = 0.1;

    /// <summary>Movement against the outcome, as a share of the largest movement, that is rounding or still dying away.</summary>
    private const double Negligible = 1e-7;

    /// <summary>Separating columns move some linear predictor by at least this share of the largest movement.</summary>
    private const double LeastShare = 1e-4;

    public static LogisticStatus? Detect(ModelDesign design, LogisticScore score, int iterations, double[] step)
    {
        if (score.LeastMargin > 1e-6)
        {
            return LogisticStatus.Separated;
        }

        if (iterations < PatientIterations)
        {
            return null;
        }

        var moves = design.Basis.Matrix.Multiply(step);
        var (least, largest) = (0.0, 0.0);
        for (var row = 0; row < design.RowCount; row++)
        {
            var move = score.Sign(row) * moves[row];
            least = Math.Min(least, move);
            largest = Math.Max(largest, move);
        }

        return largest >= LeastMove && least >= -Negligible * largest ? LogisticStatus.QuasiSeparated : null;
    }

    /// <summary>The columns that a direction rests on.</summary>
    public static IReadOnlyList<int> Columns(ModelDesign design, LogisticStatus status, double[] direction)
    {
        var estimable = design.Basis.Estimable;
        if (status == LogisticStatus.Separated)
        {
            int[] alone = [.. estimable.Where(column => SeparatesAlone(design, column))];
            if (alone.Length > 0)
            {
                return alone;
            }
        }

        var coefficients = design.Basis.ToDesign(direction);
        double[] reach = [.. estimable.Select((column, i) => Math.Abs(coefficients[i]) * Range(design.ColumnValues(column)))];
        var largest = reach.Max();
        return [.. estimable.Where((_, i) => reach[i] > LeastShare * largest)];
    }

    private static double Range(ReadOnlySpan<double> values)
    {
        var (low, high) = (values[0], values[0]);
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return high - low;
    }

    private static bool SeparatesAlone(ModelDesign design, int column)
    {
        var values = design.ColumnValues(column);
        var (low0, high0) = (double.PositiveInfinity, double.NegativeInfinity);
        var (low1, high1) = (low0, high0);
        for (var row = 0; row < values.Length; row++)
        {
            if (design.Outcome[row] == 0)
            {
                low0 = Math.Min(low0, values[row]);
                high0 = Math.Max(high0, values[row]);
            }
            else
            {
                low1 = Math.Min(low1, values[row]);
                high1 = Math.Max(high1, values[row]);
            }
        }

        return high0 < low1 || high1 < low0;
    }
}
