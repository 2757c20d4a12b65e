using System.Collections.Immutable;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>The estimates of a logistic model that converged. Immutable.</summary>
public sealed record LogisticEstimates
{
    /// <summary>One entry a column of the design, in its order; those of aliased columns have no estimate.</summary>
    public required IReadOnlyList<LogisticCoefficient> Coefficients { get; init; }

    /// <summary>Covariance of the estimable coefficients: the inverse of the information X'WX at the optimum.</summary>
    public required CoefficientCovariance Covariance { get; init; }

    /// <summary>Log likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Log likelihood of the model with the intercept only, on the same rows.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Fitted probability of each row used, in the order of <see cref="ModelDesign.UsedRows"/>.</summary>
    public required ImmutableArray<double> FittedProbabilities { get; init; }

    /// <summary>Confidence level of intervals.</summary>
    public required double Level { get; init; }

    /// <summary>Columns without coefficients, which restrict what can be predicted.</summary>
    public required IReadOnlyList<AliasedColumn> Aliased { get; init; }

    /// <summary>Coefficients of the working columns of the design's basis, which everything computed after the fit starts from.</summary>
    internal double[] WorkingCoefficients { get; init; } = [];

    /// <summary>Number of rows used.</summary>
    public int RowCount => FittedProbabilities.Length;

    /// <summary>Number of coefficients estimated.</summary>
    public int Rank => Covariance.Columns.Count;

    /// <summary>Deviance: −2 log likelihood, as the outcome is 0 or 1.</summary>
    public double Deviance => -2 * LogLikelihood;

    /// <summary>Akaike's information criterion: −2 log likelihood + 2 · rank.</summary>
    public double Aic => Deviance + 2 * Rank;

    /// <summary>Schwarz's Bayesian information criterion: −2 log likelihood + ln(rows) · rank.</summary>
    public double Bic => Deviance + Math.Log(RowCount) * Rank;

    /// <summary>Deviance of the model with the intercept only.</summary>
    public double NullDeviance => -2 * NullLogLikelihood;

    /// <summary>Rows less coefficients estimated.</summary>
    public int ResidualDegreesOfFreedom => RowCount - Rank;

    /// <summary>Rows less one.</summary>
    public int NullDegreesOfFreedom => RowCount - 1;

    /// <summary>McFadden's R²: 1 − log likelihood / null log likelihood (McFadden 1974).</summary>
    public double McFaddenR2 => 1 - LogLikelihood / NullLogLikelihood;

    /// <summary>McFadden's R² less a charge for each coefficient but the intercept: 1 − (log likelihood − (rank − 1)) / null log likelihood.</summary>
    public double AdjustedMcFaddenR2 => 1 - (LogLikelihood - (Rank - 1)) / NullLogLikelihood;

    /// <summary>Cox and Snell's R²: 1 − (null likelihood / likelihood)^(2/rows) (Cox and Snell 1989).</summary>
    public double CoxSnellR2 => 1 - Math.Exp(2 * (NullLogLikelihood - LogLikelihood) / RowCount);

    /// <summary>Nagelkerke's R²: Cox and Snell's divided by the largest it can be, 1 − null likelihood^(2/rows) (Nagelkerke 1991).</summary>
    public double NagelkerkeR2 => CoxSnellR2 / (1 - Math.Exp(2 * NullLogLikelihood / RowCount));

    /// <summary>
    /// Predicts for a row of the design. Null when the row breaks a linear relation that all rows of the data satisfy: its
    /// linear predictor then depends on coefficients that cannot be estimated.
    /// </summary>
    /// <param name="row">One value a column of the design, the intercept (1) first.</param>
    /// <exception cref="ArgumentException">The row has another number of values than the design has columns.</exception>
    public LogisticPrediction? Predict(IReadOnlyList<double> row)
    {
        if (row.Count != Coefficients.Count)
        {
            throw new ArgumentException($"{row.Count} values for {Coefficients.Count} columns.", nameof(row));
        }

        return Aliased.All(alias => Keeps(row, alias)) ? PredictEstimable(row) : null;
    }

    private static bool Keeps(IReadOnlyList<double> row, AliasedColumn alias)
    {
        var difference = row[alias.Column];
        var size = Math.Abs(difference);
        foreach (var (column, factor) in alias.Combination)
        {
            difference -= factor * row[column];
            size += Math.Abs(factor * row[column]);
        }

        // Factors are found by orthogonalisation and carry rounding; a real break is of the order of the values.
        return Math.Abs(difference) <= 1e-8 * size;
    }

    private LogisticPrediction PredictEstimable(IReadOnlyList<double> row)
    {
        var linear = 0.0;
        var columns = Covariance.Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            linear += Coefficients[columns[i]].Estimate!.Value * row[columns[i]];
        }

        return LogisticPrediction.From(linear, Math.Sqrt(Covariance.QuadraticForm([.. columns.Select(c => row[c])])), Level);
    }
}
