using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>The coefficient of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Estimate">The estimate; null when the column is aliased.</param>
public sealed record LogisticCoefficient(DesignColumn Column, CoefficientEstimate? Estimate);

/// <summary>An estimated coefficient, in log odds for one unit of its column.</summary>
/// <param name="Value">Estimate.</param>
/// <param name="StandardError">Standard error.</param>
/// <param name="Z">Estimate divided by standard error.</param>
/// <param name="P">Two-sided p-value of Z in the standard normal distribution.</param>
/// <param name="Interval">Wald interval.</param>
/// <param name="OddsRatio">The odds ratio with its interval; null when it is too large for a double (above 1.8e308).</param>
public sealed record CoefficientEstimate(
    double Value,
    double StandardError,
    double Z,
    double P,
    ConfidenceInterval Interval,
    OddsRatio? OddsRatio
)
{
    internal static CoefficientEstimate From(double value, double standardError, double level)
    {
        var reach = Distributions.NormalCritical(level) * standardError;
        var interval = new ConfidenceInterval(value - reach, value + reach, level);
        var z = value / standardError;
        return new CoefficientEstimate(
            value,
            standardError,
            z,
            Distributions.NormalTwoSided(z),
            interval,
            Regression.OddsRatio.From(value, interval)
        );
    }
}

/// <summary>An odds ratio: the exponential of a coefficient.</summary>
/// <param name="Value">Odds ratio.</param>
/// <param name="Interval">Exponential of the Wald interval of the coefficient.</param>
public sealed record OddsRatio(double Value, ConfidenceInterval Interval)
{
    internal static OddsRatio? From(double coefficient, ConfidenceInterval interval)
    {
        var high = Math.Exp(interval.High);
        return double.IsFinite(high)
            ? new OddsRatio(Math.Exp(coefficient), new ConfidenceInterval(Math.Exp(interval.Low), high, interval.Level))
            : null;
    }
}
