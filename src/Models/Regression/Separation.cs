using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>Separation of the outcomes by the columns.</summary>
/// <param name="Status">Separated or quasi-separated.</param>
/// <param name="Columns">Indices of design columns that together separate.</param>
internal sealed record SeparationFinding(LogisticStatus Status, IReadOnlyList<int> Columns);

/// <summary>
/// Recognises separation (Albert and Anderson 1984, Biometrika 71: 1–10): a direction in which every row's linear predictor moves towards
/// the outcome observed or stays, so that the likelihood has no maximum. Decided exactly (<see cref="SeparatingDirection"/>) whenever Newton's
/// method does not converge at once; a fit that converges carries its own proof of the contrary, since Σ(y − p)x = 0 with no residual nought
/// leaves no such direction.
/// </summary>
internal static class Separation
{
    /// <summary>Newton steps after which separation is looked for: most models with estimates have converged by then.</summary>
    public const int PatientIterations = 10;

    /// <summary>A least signed linear predictor above this is no rounding: the coefficients themselves separate.</summary>
    private const double RealMargin = 1e-6;

    /// <summary>Residuals below this may belong to rows that are predicted without error in the limit.</summary>
    private const double SmallResidual = 1e-6;

    /// <summary>Share of a direction below which a column has no part in it.</summary>
    private const double LeastShare = 1e-6;

    /// <summary>More columns than this are named as they are found, without a search for a smaller set.</summary>
    private const int MostToReduce = 60;

    /// <summary>True when every row is predicted right, so that multiplying the coefficients makes the likelihood grow for ever.</summary>
    public static bool IsEvident(LogisticScore score) => score.LeastMargin > RealMargin;

    /// <summary>
    /// True when a fit that converged might be the mirage of a likelihood so flat that its gradient is nought to rounding. Rows with residuals
    /// above rounding cannot move in any separating direction, as the gradient is nought; when they alone determine all coefficients there is none.
    /// </summary>
    public static bool IsPossible(ModelDesign design, LogisticScore score)
    {
        var probabilities = score.Probabilities;
        var certain = new double[design.RowCount];
        var doubtful = false;
        for (var row = 0; row < certain.Length; row++)
        {
            certain[row] = Math.Abs(design.Outcome[row] - probabilities[row]) > SmallResidual ? 1 : 0;
            doubtful |= certain[row] == 0;
        }

        return doubtful
            && CholeskyFactor.TryFactor(WeightedProduct.Of(design.Basis.Matrix, certain), design.Basis.Rank)
                is not { SmallestPivot: > 1e-9 };
    }

    /// <summary>Decides whether the columns separate the outcomes; null when they do not.</summary>
    public static SeparationFinding? Find(ModelDesign design)
    {
        // What a column does alone is seen without a search, and to the last digit; data with many dummies often have such columns.
        if (Alone(design, complete: true) is { Count: > 0 } completely)
        {
            return new SeparationFinding(LogisticStatus.Separated, completely);
        }

        var rows = SignedRows.Of(design);
        if (SeparatingDirection.Find(rows, complete: true) is { } complete)
        {
            return new SeparationFinding(LogisticStatus.Separated, Name(design, complete, complete: true));
        }

        if (Alone(design, complete: false) is { Count: > 0 } partly)
        {
            return new SeparationFinding(LogisticStatus.QuasiSeparated, partly);
        }

        return SeparatingDirection.Find(rows, complete: false) is { } direction
            ? new SeparationFinding(LogisticStatus.QuasiSeparated, Name(design, direction, complete: false))
            : null;
    }

    private static List<int> Alone(ModelDesign design, bool complete) =>
        [.. design.Basis.Estimable.Where(column => SeparatesAlone(design, column, complete))];

    private static List<int> Name(ModelDesign design, double[] direction, bool complete)
    {
        var estimable = design.Basis.Estimable;
        var coefficients = design.Basis.ToDesign(direction);
        var reach = new Dictionary<int, double>();
        for (var i = 1; i < estimable.Count; i++)
        {
            reach[estimable[i]] = Math.Abs(coefficients[i]) * Range(design.ColumnValues(estimable[i]));
        }

        var largest = reach.Values.Max();
        List<int> named = [.. reach.Keys.Where(column => reach[column] > LeastShare * largest)];
        if (SeparatingDirection.Find(SignedRows.Of(design, named), complete) is null)
        {
            named = [.. reach.Keys];
        }

        return named.Count > MostToReduce ? named : Reduce(design, named, reach, complete);
    }

    /// <summary>Leaves out columns, those with the least part first, as long as the rest separate.</summary>
    private static List<int> Reduce(ModelDesign design, List<int> named, Dictionary<int, double> reach, bool complete)
    {
        foreach (var column in named.OrderBy(column => reach[column]).ThenByDescending(column => column).ToArray())
        {
            List<int> without = [.. named.Where(other => other != column)];
            if (without.Count > 0 && SeparatingDirection.Find(SignedRows.Of(design, without), complete) is not null)
            {
                named = without;
            }
        }

        return named;
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

    /// <summary>Whether the values with one outcome lie on one side of those with the other, touching at most unless completely.</summary>
    private static bool SeparatesAlone(ModelDesign design, int column, bool complete)
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

        var varies = Math.Min(low0, low1) < Math.Max(high0, high1);
        return complete ? high0 < low1 || high1 < low0 : varies && (high0 <= low1 || high1 <= low0);
    }
}
