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

    /// <summary>Number of rows used.</summary>
    public int RowCount => FixedPart.Length;

    /// <summary>Number of parameters: coefficients and variances, those on the boundary counted too, as R does.</summary>
    public int ParameterCount => Covariance.Order + Components.Count;

    /// <summary>Akaike's information criterion.</summary>
    public double Aic => -2 * LogLikelihood + 2 * ParameterCount;

    /// <summary>Schwarz's information criterion, with the number of rows as lme4 has it.</summary>
    public double Bic => -2 * LogLikelihood + Math.Log(RowCount) * ParameterCount;

    /// <summary>Sum of the variances of the random intercepts.</summary>
    public double RandomVariance => Components.Sum(component => component.Variance);

    /// <summary>Share of the latent variance that lies between groups of any kind: Σ σ² / (Σ σ² + π²/3).</summary>
    public double IntraclassCorrelation => RandomVariance / (RandomVariance + ResidualVariance);
}
