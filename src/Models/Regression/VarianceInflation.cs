using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>How much the other terms inflate the variance of a term's coefficients.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="Gvif">Generalised variance inflation factor; with one degree of freedom the ordinary VIF.</param>
/// <param name="DegreesOfFreedom">Number of the term's coefficients estimated.</param>
public sealed record TermInflation(string Term, double Gvif, int DegreesOfFreedom)
{
    /// <summary>GVIF^(1/(2·df)), comparable between terms; the square root of the VIF when df is 1.</summary>
    public double Adjusted => Math.Pow(Gvif, 1.0 / (2 * DegreesOfFreedom));
}

/// <summary>Variance inflation of the terms of a model (Fox and Monette 1992, JASA 87: 178–183), as R's <c>car::vif</c> computes it.</summary>
public static class VarianceInflation
{
    /// <summary>
    /// The inflation of each term with estimated coefficients, in the order of the design. With R the correlation matrix of
    /// all coefficients but the intercept, R₁ that of the term and R₂ that of the others: GVIF = det R₁ · det R₂ / det R.
    /// Empty when the correlations are singular to working precision.
    /// </summary>
    public static IReadOnlyList<TermInflation> Compute(CoefficientCovariance covariance)
    {
        int[] all = [.. Enumerable.Range(0, covariance.Order).Where(i => covariance.DesignColumns[i].Term is not null)];
        if (LogDeterminant(covariance, all) is not { } whole)
        {
            return [];
        }

        var result = new List<TermInflation>();
        foreach (var term in all.GroupBy(i => covariance.DesignColumns[i].Term!, StringComparer.Ordinal))
        {
            int[] own = [.. term];
            int[] others = [.. all.Except(own)];
            if (LogDeterminant(covariance, own) is { } first && LogDeterminant(covariance, others) is { } second)
            {
                result.Add(new TermInflation(term.Key, Math.Exp(first + second - whole), own.Length));
            }
        }

        return result;
    }

    private static double? LogDeterminant(CoefficientCovariance covariance, int[] places)
    {
        var order = places.Length;
        var correlation = new double[order * order];
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j < order; j++)
            {
                var (row, column) = (places[i], places[j]);
                var scale = Math.Sqrt(covariance[row, row]) * Math.Sqrt(covariance[column, column]);
                correlation[i * order + j] = i == j ? 1 : covariance[row, column] / scale;
            }
        }

        return CholeskyFactor.TryFactor(correlation, order)?.LogDeterminant();
    }
}
