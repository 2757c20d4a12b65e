using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// Logistic regression with one normal random intercept a group, by maximum likelihood in the Laplace approximation, as lme4's <c>glmer</c> with
/// nAGQ = 1: same likelihood, but maximised by Newton's method with exact derivatives, to full convergence. Standard errors
/// are from the Hessian of that likelihood in all parameters, σ included. Work is proportional to rows times columns squared.
/// </summary>
public static class RandomInterceptLogit
{
    /// <summary>Fits the model. Bad data give a status, never an exception.</summary>
    /// <param name="design">Outcome and terms.</param>
    /// <param name="groups">Group of each row given to the design.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <exception cref="ArgumentException">The groups have another number of rows than the design was given.</exception>
    public static RandomInterceptFit Fit(ModelDesign design, Categorical groups, RandomInterceptOptions? options = null)
    {
        options ??= new RandomInterceptOptions();
        ConfidenceInterval.CheckLevel(options.Level);
        if (groups.RowCount != design.RowsGiven)
        {
            throw new ArgumentException($"{groups.RowCount} groups for {design.RowsGiven} rows.", nameof(groups));
        }

        var pooled = LogisticRegression.Fit(design, new LogisticOptions { Level = options.Level });
        var rows = GroupedRows.TrySort(design, groups);
        RandomInterceptStatus? obstacle =
            rows is null ? RandomInterceptStatus.GroupMissing
            : pooled.Estimates is null ? RandomInterceptStatus.NoPooledEstimates
            : rows.GroupCount == 1 ? RandomInterceptStatus.OneGroup
            : rows.GroupCount == rows.RowCount ? RandomInterceptStatus.NoRepeatedGroup
            : null;
        if (obstacle is { } status)
        {
            return new RandomInterceptFit
            {
                Design = design,
                Options = options,
                Status = status,
                PooledStatus = pooled.Status,
                Iterations = 0,
            };
        }

        var newton = LaplaceNewton.Run(rows!, options, StartValues(design));
        var estimates =
            newton.Status == RandomInterceptStatus.NotConverged
                ? null
                : Estimate(design, groups, rows!, options, newton, pooled.Estimates!);
        return new RandomInterceptFit
        {
            Design = design,
            Options = options,
            Status =
                newton.Status != RandomInterceptStatus.NotConverged && estimates is null ? RandomInterceptStatus.OutOfRange : newton.Status,
            PooledStatus = pooled.Status,
            Iterations = newton.Iterations,
            GradientNorm = newton.GradientNorm,
            Estimates = estimates,
        };
    }

    /// <summary>Coefficients of the working columns in the model without groups.</summary>
    private static double[] StartValues(ModelDesign design) => LogisticNewton.Run(design, new LogisticOptions()).Coefficients;

    private static RandomInterceptEstimates? Estimate(
        ModelDesign design,
        Categorical groups,
        GroupedRows rows,
        RandomInterceptOptions options,
        LaplaceNewton newton,
        LogisticEstimates pooled
    )
    {
        var sigma = newton.Parameters[^1];
        var covariance = newton.Information is { } information ? Covariance(design, information) : pooled.Covariance;
        var coefficients = Coefficients(design, newton, covariance, options.Level);
        if (coefficients is null)
        {
            return null;
        }

        return new RandomInterceptEstimates
        {
            Coefficients = coefficients,
            Covariance = covariance,
            StandardDeviation = sigma,
            LogStandardDeviationError = newton.Information is { } inside ? ErrorOfLast(inside) / sigma : null,
            LogLikelihood = newton.Likelihood.Value,
            PooledLogLikelihood = pooled.LogLikelihood,
            Groups = Modes(groups, rows, newton.Likelihood, sigma),
            Level = options.Level,
            RowCount = rows.RowCount,
        };
    }

    private static List<LogisticCoefficient>? Coefficients(
        ModelDesign design,
        LaplaceNewton newton,
        CoefficientCovariance covariance,
        double level
    )
    {
        var basis = design.Basis;
        var values = basis.ToDesign(newton.Parameters.AsSpan(0, basis.Rank));
        var estimates = new CoefficientEstimate?[design.Columns.Count];
        for (var i = 0; i < basis.Rank; i++)
        {
            if (!(covariance[i, i] is > 0 and < double.PositiveInfinity))
            {
                return null;
            }

            estimates[basis.Estimable[i]] = CoefficientEstimate.From(values[i], Math.Sqrt(covariance[i, i]), level);
        }

        return [.. design.Columns.Zip(estimates, (column, estimate) => new LogisticCoefficient(column, estimate))];
    }

    /// <summary>The coefficients' block of the inverse, formed as a product of L⁻¹ so that it is symmetric with a positive diagonal.</summary>
    private static CoefficientCovariance Covariance(ModelDesign design, CholeskyFactor information)
    {
        var (basis, rank) = (design.Basis, design.Basis.Rank);
        double[][] half = [.. Enumerable.Range(0, information.Order).Select(k => basis.ToDesign(Column(information, k).AsSpan(0, rank)))];
        var covariance = new double[rank * rank];
        for (var i = 0; i < rank; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = half.Sum(column => column[i] * column[j]);
                covariance[i * rank + j] = sum;
                covariance[j * rank + i] = sum;
            }
        }

        return new CoefficientCovariance(basis.Estimable, design.Columns, covariance);
    }

    private static double ErrorOfLast(CholeskyFactor information)
    {
        var last = information.Order - 1;
        return Math.Abs(Column(information, last)[last]);
    }

    /// <summary>Column of (L')⁻¹.</summary>
    private static double[] Column(CholeskyFactor information, int column)
    {
        var unit = new double[information.Order];
        unit[column] = 1;
        information.SolveUpper(unit);
        return unit;
    }

    private static List<ConditionalMode> Modes(Categorical groups, GroupedRows rows, LaplaceLikelihood likelihood, double sigma)
    {
        var modes = new List<ConditionalMode>(rows.GroupCount);
        for (var group = 0; group < rows.GroupCount; group++)
        {
            modes.Add(
                new ConditionalMode(
                    groups.Levels[rows.Levels[group]],
                    rows.Starts[group + 1] - rows.Starts[group],
                    sigma * likelihood.Modes[group],
                    sigma * likelihood.ModeSpread[group],
                    sigma * likelihood.ModeSpread[group]
                )
            );
        }

        return modes;
    }
}
