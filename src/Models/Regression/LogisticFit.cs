using MathNet.Numerics.LinearAlgebra;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>How a fit ended.</summary>
public enum LogisticStatus
{
    /// <summary>The optimum was found: <see cref="LogisticFit.Estimates"/> is there.</summary>
    Converged,

    /// <summary>The optimum was not found, and no separation was found either.</summary>
    NotConverged,

    /// <summary>The columns predict every outcome without error, so the likelihood has no maximum.</summary>
    Separated,

    /// <summary>The columns predict some outcomes without error, so the likelihood has no maximum.</summary>
    QuasiSeparated,

    /// <summary>All rows used have the same outcome.</summary>
    OneOutcomeClass,

    /// <summary>Fewer rows are used than the design has columns.</summary>
    TooFewRows,

    /// <summary>No row has values for the outcome and all terms.</summary>
    NoRows,

    /// <summary>The optimum was found, but a variance is too large or too small for a double: a covariate has an extreme unit.</summary>
    OutOfRange,

    /// <summary>Some weights are negative, infinite or not a number; <see cref="ModelDesign.InvalidWeights"/> says how many.</summary>
    InvalidWeights,
}

/// <summary>
/// A logistic model as fitted: what it was fitted to, how it ended, and the estimates when there are any. Immutable.
/// </summary>
public sealed record LogisticFit
{
    /// <summary>Rows, columns and terms; rows used and dropped, with reasons, and aliased columns stand here.</summary>
    public required ModelDesign Design { get; init; }

    /// <summary>How it was to be fitted.</summary>
    public required LogisticOptions Options { get; init; }

    /// <summary>How it ended.</summary>
    public required LogisticStatus Status { get; init; }

    /// <summary>Newton steps taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>The Newton decrement g'H⁻¹g where it ended; null when no step could be computed.</summary>
    public double? NewtonDecrement { get; init; }

    /// <summary>
    /// Largest absolute element of the score Z'(y − p) where it ended, Z being the working columns (centred, mean square 1), so that units do
    /// not matter; null when nothing was iterated.
    /// </summary>
    public double? GradientNorm { get; init; }

    /// <summary>
    /// Smallest eigenvalue of the information Z'WZ at the optimum, in the same columns: above 0 when the likelihood bends down in every
    /// direction. Null without estimates.
    /// </summary>
    public double? SmallestEigenvalue
    {
        get
        {
            if (WorkingInformation is null)
            {
                return null;
            }

            var order = Design.Basis.Rank;
            return Matrix<double>.Build.Dense(order, order, WorkingInformation).Evd(Symmetricity.Symmetric).EigenValues.Min(v => v.Real);
        }
    }

    /// <summary>
    /// When separated, indices of design columns that together separate (the intercept not counted): their coefficients grow without bound as
    /// the model is fitted. Each column that does so alone, or else a set of which none can be spared. Without them another separation may come
    /// to light.
    /// </summary>
    public IReadOnlyList<int> SeparatingColumns { get; init; } = [];

    internal double[]? WorkingInformation { get; init; }

    /// <summary>The estimates; null unless <see cref="Status"/> is <see cref="LogisticStatus.Converged"/>.</summary>
    public LogisticEstimates? Estimates { get; init; }

    /// <summary>
    /// Tjur's coefficient of discrimination: mean fitted probability of the rows with outcome 1 less that of the rows with
    /// outcome 0 (Tjur 2009, The American Statistician 63: 366–372). Null without estimates.
    /// </summary>
    public double? TjurR2 => Estimates is null ? null : MeanFitted(Estimates, 1) - MeanFitted(Estimates, 0);

    /// <summary>Predicts for a profile; says what is wrong when that cannot be done.</summary>
    public ProfilePrediction Predict(IReadOnlyDictionary<string, TermValue> profile)
    {
        var row = Design.Row(profile);
        if (Estimates is null)
        {
            return new ProfilePrediction(PredictionStatus.NoEstimates, row.Problems, null);
        }

        if (row.Problems.Count > 0)
        {
            return new ProfilePrediction(PredictionStatus.InvalidProfile, row.Problems, null);
        }

        return Estimates.Predict(row.Values) is { } prediction
            ? new ProfilePrediction(PredictionStatus.Estimated, [], prediction)
            : new ProfilePrediction(PredictionStatus.NotEstimable, [], null);
    }

    private double MeanFitted(LogisticEstimates estimates, double outcome)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var row = 0; row < Design.RowCount; row++)
        {
            if (Design.Outcome[row] == outcome)
            {
                var own = Design.Weights is { } weights ? weights[row] : 1;
                sum += own * estimates.FittedProbabilities[row];
                weight += own;
            }
        }

        return sum / weight;
    }
}
