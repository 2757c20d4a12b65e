using System.Runtime.InteropServices;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Logistic regression by maximum likelihood: Newton's method (the same steps as iteratively reweighted least squares, as the
/// logit is the canonical link) to full convergence, with standard errors from the information at the optimum.
/// </summary>
public static class LogisticRegression
{
    /// <summary>Fits the model. Bad data give a status, never an exception.</summary>
    public static LogisticFit Fit(ModelDesign design, LogisticOptions? options = null)
    {
        options ??= new LogisticOptions();
        ConfidenceInterval.CheckLevel(options.Level);
        if (WhyNotFitted(design) is { } status)
        {
            return new LogisticFit
            {
                Design = design,
                Options = options,
                Status = status,
                Iterations = 0,
            };
        }

        var newton = LogisticNewton.Run(design, options);
        var estimates = newton.Information is { } information ? Estimate(design, options, newton, information) : null;
        return new LogisticFit
        {
            Design = design,
            Options = options,
            Status = newton.Status == LogisticStatus.Converged && estimates is null ? LogisticStatus.OutOfRange : newton.Status,
            Iterations = newton.Iterations,
            NewtonDecrement = newton.Decrement,
            GradientNorm = newton.Score.Gradient.ToArray().Max(Math.Abs),
            WorkingInformation = estimates is null ? null : newton.Score.Information.ToArray(),
            SeparatingColumns = newton.SeparatingColumns,
            Estimates = estimates,
        };
    }

    private static LogisticStatus? WhyNotFitted(ModelDesign design) =>
        design.InvalidWeights > 0 ? LogisticStatus.InvalidWeights
        : design.RowCount == 0 ? LogisticStatus.NoRows
        : design.Successes == 0 || design.Successes == design.RowCount ? LogisticStatus.OneOutcomeClass
        : design.RowCount < design.Columns.Count ? LogisticStatus.TooFewRows
        : !double.IsFinite(design.TotalWeight) ? LogisticStatus.OutOfRange
        : null;

    private static LogisticEstimates? Estimate(
        ModelDesign design,
        LogisticOptions options,
        LogisticNewton newton,
        CholeskyFactor information
    )
    {
        var basis = design.Basis;
        var covariance = Covariance(basis, information);
        if (Enumerable.Range(0, basis.Rank).Any(i => !(covariance[i * basis.Rank + i] is > 0 and < double.PositiveInfinity)))
        {
            return null;
        }

        var values = basis.ToDesign(newton.Coefficients);
        var estimates = new CoefficientEstimate?[design.Columns.Count];
        for (var i = 0; i < basis.Rank; i++)
        {
            var standardError = Math.Sqrt(covariance[i * basis.Rank + i]);
            estimates[basis.Estimable[i]] = CoefficientEstimate.From(values[i], standardError, options.Level);
        }

        return new LogisticEstimates
        {
            Coefficients = [.. design.Columns.Zip(estimates, (column, estimate) => new LogisticCoefficient(column, estimate))],
            Covariance = new CoefficientCovariance(basis.Estimable, design.Columns, covariance),
            LogLikelihood = newton.Score.LogLikelihood,
            NullLogLikelihood = NullLogLikelihood(design),
            FittedProbabilities = ImmutableCollectionsMarshal.AsImmutableArray(newton.Score.Probabilities),
            Level = options.Level,
            Aliased = design.Aliased,
            WorkingCoefficients = newton.Coefficients,
        };
    }

    /// <summary>T H⁻¹ T' = (T L'⁻¹)(T L'⁻¹)', formed as a product so that it is symmetric with a positive diagonal.</summary>
    private static double[] Covariance(ColumnBasis basis, CholeskyFactor information)
    {
        var rank = basis.Rank;
        var half = new double[rank][];
        for (var k = 0; k < rank; k++)
        {
            var unit = new double[rank];
            unit[k] = 1;
            information.SolveUpper(unit);
            half[k] = basis.ToDesign(unit);
        }

        var covariance = new double[rank * rank];
        for (var i = 0; i < rank; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < rank; k++)
                {
                    sum += half[k][i] * half[k][j];
                }

                covariance[i * rank + j] = sum;
                covariance[j * rank + i] = sum;
            }
        }

        return covariance;
    }

    private static double NullLogLikelihood(ModelDesign design)
    {
        var (successes, total) = (design.SuccessWeight, design.TotalWeight);
        var failures = total - successes;
        return successes * Math.Log(successes / total) + failures * Math.Log(failures / total);
    }
}
