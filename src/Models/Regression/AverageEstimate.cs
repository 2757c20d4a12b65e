using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>An average over rows that depends smoothly on the coefficients, with errors by the delta method.</summary>
/// <param name="Value">The average.</param>
/// <param name="StandardError">√(g'Vg), with g its gradient by the coefficients and V their covariance.</param>
/// <param name="P">Two-sided p-value of value/standard error in the standard normal distribution; null when the standard error is 0.</param>
/// <param name="Interval">Value ± normal quantile · standard error.</param>
public sealed record AverageEstimate(double Value, double StandardError, double? P, ConfidenceInterval Interval)
{
    internal static AverageEstimate From(double value, double[] gradient, CoefficientCovariance covariance, double level)
    {
        var standardError = Math.Sqrt(covariance.QuadraticForm(gradient));
        var reach = Distributions.NormalCritical(level) * standardError;
        return new AverageEstimate(
            value,
            standardError,
            standardError > 0 ? Distributions.NormalTwoSided(value / standardError) : null,
            new ConfidenceInterval(value - reach, value + reach, level)
        );
    }
}
