using System.Collections.Immutable;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>The estimates of a multilevel logistic model. Immutable.</summary>
public sealed record MixedLogitEstimates
{
    /// <summary>Variance of the standard logistic distribution, π²/3: the residual variance on the latent scale.</summary>
    public const double ResidualVariance = Math.PI * Math.PI / 3;

    /// <summary>One entry a column of the design, in its order; those of aliased columns have no estimate.</summary>
    public required IReadOnlyList<LogisticCoefficient> Coefficients { get; init; }

    /// <summary>
    /// Covariance of the estimable coefficients: their block of the inverse of the negative Hessian of the log likelihood in
    /// coefficients and standard deviations together, those on the boundary left out.
    /// </summary>
    public required CoefficientCovariance Covariance { get; init; }

    /// <summary>The variance components, in the order of the grouping factors.</summary>
    public required IReadOnlyList<VarianceComponent> Components { get; init; }

    /// <summary>Log likelihood, approximated as the options say, all constants included (comparable with <see cref="PooledLogLikelihood"/>).</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Log likelihood of the same model without groups.</summary>
    public required double PooledLogLikelihood { get; init; }

    /// <summary>Fitted log odds of each row used by the coefficients alone, all random intercepts 0.</summary>
    public required ImmutableArray<double> FixedPart { get; init; }

    /// <summary>Fitted log odds of each row used, the conditional modes added.</summary>
    public required ImmutableArray<double> LinearPredictor { get; init; }

    /// <summary>Confidence level of intervals.</summary>
    public required double Level { get; init; }

    /// <summary>Columns without coefficients, which restrict what can be predicted.</summary>
    public required IReadOnlyList<AliasedColumn> Aliased { get; init; }

    /// <summary>Coefficients of the design's working columns, then σ of each factor: where a profile starts.</summary>
    internal ImmutableArray<double> WorkingParameters { get; init; }

    /// <summary>Number of rows used.</summary>
    public int RowCount => FixedPart.Length;

    /// <summary>Number of parameters: coefficients and variances, those on the boundary counted too, as R does.</summary>
    public int ParameterCount => Covariance.Order + Components.Count;

    /// <summary>Akaike's information criterion.</summary>
    public double Aic => -2 * LogLikelihood + 2 * ParameterCount;

    /// <summary>Schwarz's information criterion, with the number of rows as lme4 has it.</summary>
    public double Bic => -2 * LogLikelihood + Math.Log(RowCount) * ParameterCount;

    /// <summary>Fitted probability of each row used, all random intercepts 0.</summary>
    public ImmutableArray<double> FixedProbabilities => [.. FixedPart.Select(Probability)];

    /// <summary>Fitted probability of each row used, with the conditional modes of its groups.</summary>
    public ImmutableArray<double> FittedProbabilities => [.. LinearPredictor.Select(Probability)];

    /// <summary>Variance of the fitted log odds by the coefficients alone, with n − 1.</summary>
    public double FixedVariance
    {
        get
        {
            var mean = FixedPart.Average();
            return FixedPart.Sum(v => (v - mean) * (v - mean)) / (RowCount - 1);
        }
    }

    /// <summary>
    /// Share of the latent variance that the coefficients explain (Nakagawa and Schielzeth 2013, with π²/3 for the residual): performance's
    /// <c>r2_nakagawa</c> with the theoretical variance.
    /// </summary>
    public double MarginalR2 => FixedVariance / (FixedVariance + RandomVariance + ResidualVariance);

    /// <summary>Share that coefficients and random intercepts explain together.</summary>
    public double ConditionalR2 => (FixedVariance + RandomVariance) / (FixedVariance + RandomVariance + ResidualVariance);

    /// <summary>
    /// Predicts for a row of the design with all random intercepts 0, the group in the middle; the standard error is that of the coefficients.
    /// Null when the row breaks a linear relation that all rows of the data satisfy.
    /// </summary>
    /// <param name="row">One value a column of the design, the intercept (1) first.</param>
    /// <exception cref="ArgumentException">The row has another number of values than the design has columns.</exception>
    public LogisticPrediction? Predict(IReadOnlyList<double> row) => OfCoefficients().Predict(row);

    /// <summary>
    /// The probability predicted for one row of the design less that for another, all random intercepts 0, with a delta-method interval. Null when either cannot be predicted for.
    /// </summary>
    /// <param name="first">One value a column of the design, the intercept (1) first.</param>
    /// <param name="second">Likewise.</param>
    /// <exception cref="ArgumentException">A row has another number of values than the design has columns.</exception>
    public AverageEstimate? Difference(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        AveragePrediction.Difference(OfCoefficients(), first, second);

    private LogisticEstimates OfCoefficients() =>
        new()
        {
            Coefficients = Coefficients,
            Covariance = Covariance,
            LogLikelihood = LogLikelihood,
            NullLogLikelihood = PooledLogLikelihood,
            FittedProbabilities = [],
            Level = Level,
            Aliased = Aliased,
        };

    /// <summary>
    /// Predicted log odds for a row of the design in given groups, their conditional modes added; a group that is null or has no mode has 0.
    /// Null when the row cannot be predicted for.
    /// </summary>
    /// <param name="row">One value a column of the design, the intercept (1) first.</param>
    /// <param name="groups">The group in each component, in their order.</param>
    /// <exception cref="ArgumentException">Another number of groups than components, or of values than columns.</exception>
    public double? LinearPredictorIn(IReadOnlyList<double> row, IReadOnlyList<string?> groups)
    {
        if (groups.Count != Components.Count)
        {
            throw new ArgumentException($"{groups.Count} groups for {Components.Count} components.", nameof(groups));
        }

        return Predict(row)?.LinearPredictor
            + Components
                .Zip(
                    groups,
                    (component, group) =>
                        component.Modes.FirstOrDefault(m => string.Equals(m.Group, group, StringComparison.Ordinal))?.Mode ?? 0
                )
                .Sum();
    }

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Sum of the variances of the random intercepts.</summary>
    public double RandomVariance => Components.Sum(component => component.Variance);

    /// <summary>Share of the latent variance that lies between groups of any kind: Σ σ² / (Σ σ² + π²/3).</summary>
    public double IntraclassCorrelation => RandomVariance / (RandomVariance + ResidualVariance);
}
