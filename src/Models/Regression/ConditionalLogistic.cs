using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Conditional logistic regression: strata have intercepts of their own, which are not estimated but conditioned on (the number of successes of
/// each stratum is taken as given), so that estimates compare rows within strata only and are consistent however small the strata are (Breslow and
/// Day 1980, chapter 7; R's <c>survival::clogit(method = "exact")</c>). The exact likelihood, by Newton's method.
/// </summary>
public static class ConditionalLogistic
{
    private const long MostStates = 25_000_000;

    /// <summary>Share of a column's length that earlier ones leave below which it is a combination of them.</summary>
    private const double AliasTolerance = 1e-9;

    /// <summary>A linear predictor this far from its stratum's mean, in log odds, is on its way to infinity.</summary>
    private const double FarthestPredictor = 25;

    /// <summary>Fits the model. Bad data give a status, never an exception.</summary>
    /// <param name="design">Outcome and terms; its intercept is not used.</param>
    /// <param name="strata">The stratum of each row given to the design.</param>
    /// <param name="options">How to fit.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static ConditionalLogisticFit Fit(ModelDesign design, Categorical strata, LogisticOptions? options = null)
    {
        options ??= new LogisticOptions();
        ConfidenceInterval.CheckLevel(options.Level);
        if (strata.RowCount != design.RowsGiven)
        {
            throw new ArgumentException($"{strata.RowCount} rows, the design was given {design.RowsGiven}.", nameof(strata));
        }

        int[][] members =
        [
            .. Enumerable
                .Range(0, design.RowCount)
                .Where(row => strata.LevelOf(design.UsedRows[row]) is not null)
                .GroupBy(row => strata.LevelOf(design.UsedRows[row]).GetValueOrDefault())
                .OrderBy(stratum => stratum.Key)
                .Select(stratum => stratum.ToArray()),
        ];
        int[][] informative = [.. members.Where(rows => rows.Any(row => design.Outcome[row] != design.Outcome[rows[0]]))];
        var (all, kept) = (members.Sum(rows => rows.Length), informative.Sum(rows => rows.Length));
        var result = new ConditionalLogisticFit
        {
            Design = design,
            Options = options,
            Status = ConditionalLogisticStatus.NoRows,
            Strata = new StrataCounts(informative.Length, members.Length - informative.Length, kept, all - kept, design.RowCount - all),
        };
        if (informative.Length == 0)
        {
            return all == 0 ? result : result with { Status = ConditionalLogisticStatus.NoInformativeStrata };
        }

        if (informative.Any(rows => ConditionalStratum.StatesNeeded(rows.Length) > MostStates))
        {
            return result with { Status = ConditionalLogisticStatus.StratumTooLarge };
        }

        var columns = WithinColumns.Of(design, informative, AliasTolerance);
        return columns.Kept.Count == 0
            ? result with
            {
                Status = ConditionalLogisticStatus.NothingVariesWithin,
            }
            : Iterate(result, columns, [.. informative.Select(rows => Stratum(design, rows, columns))]);
    }

    private static ConditionalStratum Stratum(ModelDesign design, int[] rows, WithinColumns columns) =>
        new(
            [.. rows.Select(row => columns.Values.Select(values => values[row]).ToArray())],
            [.. rows.Select(row => design.Outcome[row] == 1)]
        );

    private static ConditionalLogisticFit Iterate(ConditionalLogisticFit result, WithinColumns columns, ConditionalStratum[] strata)
    {
        var order = columns.Kept.Count;
        var coefficients = new double[order];
        var state = Evaluate(strata, coefficients);
        var nullLogLikelihood = state.LogLikelihood;
        for (var iteration = 0; iteration <= result.Options.MaxIterations; iteration++)
        {
            if (CholeskyFactor.TryFactor(state.Information, order) is not { } factor)
            {
                return result with { Status = ConditionalLogisticStatus.NoMaximum, Iterations = iteration };
            }

            var step = state.Gradient.ToArray();
            factor.SolveLower(step);
            if (step.Sum(s => s * s) <= result.Options.Tolerance)
            {
                return result with
                {
                    Status = ConditionalLogisticStatus.Converged,
                    Iterations = iteration,
                    Estimates = Estimate(result, columns, coefficients, factor, state.LogLikelihood, nullLogLikelihood),
                };
            }

            factor.SolveUpper(step);
            if (TryStep(strata, coefficients, step, state) is not { } moved)
            {
                return result with { Status = ConditionalLogisticStatus.NotConverged, Iterations = iteration };
            }

            (coefficients, state) = moved;
            if (columns.LargestPredictor(coefficients) > FarthestPredictor && step.Max(Math.Abs) > 1e-3)
            {
                return result with { Status = ConditionalLogisticStatus.NoMaximum, Iterations = iteration + 1 };
            }
        }

        return result with
        {
            Status = ConditionalLogisticStatus.NotConverged,
            Iterations = result.Options.MaxIterations,
        };
    }

    private static (double[] Coefficients, Score State)? TryStep(ConditionalStratum[] strata, double[] from, double[] step, Score start)
    {
        var slack = 1e-10 * (1 + Math.Abs(start.LogLikelihood));
        for (var factor = 1.0; factor > 1e-9; factor /= 2)
        {
            double[] candidate = [.. from.Zip(step, (coefficient, change) => coefficient + factor * change)];
            var state = Evaluate(strata, candidate);
            if (state.LogLikelihood >= start.LogLikelihood - slack)
            {
                return (candidate, state);
            }
        }

        return null;
    }

    private static Score Evaluate(ConditionalStratum[] strata, double[] coefficients)
    {
        var order = coefficients.Length;
        var (gradient, information) = (new double[order], new RowMatrix(order, order));
        var logLikelihood = strata.Sum(stratum => stratum.Add(coefficients, gradient, information));
        return new Score(logLikelihood, gradient, information.ToSymmetric());
    }

    private static ConditionalLogisticEstimates Estimate(
        ConditionalLogisticFit fit,
        WithinColumns columns,
        double[] coefficients,
        CholeskyFactor factor,
        double logLikelihood,
        double nullLogLikelihood
    )
    {
        var order = coefficients.Length;
        var covariance = new double[order * order];
        for (var k = 0; k < order; k++)
        {
            var unit = new double[order];
            unit[k] = 1;
            factor.SolveLower(unit);
            factor.SolveUpper(unit);
            for (var j = 0; j < order; j++)
            {
                covariance[j * order + k] = unit[j] / (columns.Scales[j] * columns.Scales[k]);
            }
        }

        var design = fit.Design;
        var estimates = new CoefficientEstimate?[design.Columns.Count];
        for (var k = 0; k < order; k++)
        {
            var error = Math.Sqrt(covariance[k * order + k]);
            estimates[columns.Kept[k]] = CoefficientEstimate.From(coefficients[k] / columns.Scales[k], error, fit.Options.Level);
        }

        return new ConditionalLogisticEstimates
        {
            Coefficients = [.. design.Columns.Zip(estimates, (column, estimate) => new LogisticCoefficient(column, estimate))],
            Covariance = new CoefficientCovariance([.. columns.Kept], design.Columns, covariance),
            LogLikelihood = logLikelihood,
            NullLogLikelihood = nullLogLikelihood,
            Level = fit.Options.Level,
        };
    }

    private sealed record Score(double LogLikelihood, double[] Gradient, double[] Information);
}
