using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// Logistic regression with normal random intercepts of any number of grouping factors (one level, nested, crossed), by maximum
/// likelihood in the Laplace approximation, as lme4's <c>glmer</c> and glmmTMB, or with adaptive quadrature for one factor. The likelihood is
/// maximised by Newton's method with exact derivatives, to full convergence; standard errors are from its Hessian in all parameters.
/// Work is proportional to rows times columns squared, and for crossed factors grows with the third power of the levels tied together.
/// </summary>
public static class MixedLogit
{
    /// <summary>
    /// Most levels that one connected part may have besides those of its largest factor. Nested factors have few: with
    /// projects in municipalities one, the municipality. Crossed factors have all of the smaller ones.
    /// </summary>
    public const int MaxCrossedLevels = 800;

    /// <summary>Fits the model. Bad data give a status, never an exception.</summary>
    /// <param name="design">Outcome and terms.</param>
    /// <param name="groups">The grouping factors, each with a group for each row given to the design.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <exception cref="ArgumentException">A factor has another number of rows than the design was given, or two have the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static MixedLogitFit Fit(ModelDesign design, IReadOnlyList<GroupingFactor> groups, MixedLogitOptions? options = null)
    {
        options ??= new MixedLogitOptions();
        Check(design, groups, options);
        var pooled = LogisticRegression.Fit(design, new LogisticOptions { Level = options.Level });
        MixedLogitFit Refuse(MixedLogitStatus status, string? factor = null) =>
            new()
            {
                Design = design,
                Factors = [.. groups],
                Options = options,
                Status = status,
                Factor = factor,
                Pooled = pooled,
                Iterations = 0,
            };
        if (groups.Count == 0)
        {
            return Refuse(MixedLogitStatus.NoGroupingFactor);
        }

        if (design.Weights is not null)
        {
            return Refuse(MixedLogitStatus.WeightsNotSupported);
        }

        if (options.QuadraturePoints > 1 && groups.Count > 1)
        {
            return Refuse(MixedLogitStatus.QuadratureNeedsOneFactor);
        }

        var factors = UsedLevels.Find(design, groups);
        if (factors.FirstOrDefault(factor => factor.Obstacle == MixedLogitStatus.GroupMissing) is { } missing)
        {
            return Refuse(MixedLogitStatus.GroupMissing, missing.Name);
        }

        if (pooled.Estimates is null)
        {
            return Refuse(MixedLogitStatus.NoPooledEstimates);
        }

        if (factors.FirstOrDefault(factor => factor.Obstacle is not null) is { } factor)
        {
            return Refuse(factor.Obstacle!.Value, factor.Name);
        }

        var levels = UsedLevels.Structure(factors);
        return levels.LargestRest > MaxCrossedLevels
            ? Refuse(MixedLogitStatus.TooManyCrossedLevels)
            : Climb(Refuse(MixedLogitStatus.NotConverged), pooled.Estimates, levels);
    }

    private static void Check(ModelDesign design, IReadOnlyList<GroupingFactor> groups, MixedLogitOptions options)
    {
        ConfidenceInterval.CheckLevel(options.Level);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QuadraturePoints, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.QuadraturePoints, MixedLogitOptions.MaxQuadraturePoints, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1, nameof(options));
        foreach (var group in groups.Where(group => group.Groups.RowCount != design.RowsGiven))
        {
            throw new ArgumentException(
                $"'{group.Name}' has {group.Groups.RowCount} rows; the design was given {design.RowsGiven}.",
                nameof(groups)
            );
        }

        if (groups.GroupBy(group => group.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' occurs twice.", nameof(groups));
        }
    }

    private static MixedLogitFit Climb(MixedLogitFit fit, LogisticEstimates pooled, LevelStructure levels)
    {
        var (likelihood, climbs) = MixedClimbs.Run(fit.Design, pooled.WorkingCoefficients, levels, fit.Options);
        fit = fit with { Iterations = climbs.Iterations, Certificate = climbs.Certificate };
        if (climbs.Information is null)
        {
            return fit with
            {
                Status = climbs.End == ClimbEnd.Unbounded ? MixedLogitStatus.VarianceUnbounded : MixedLogitStatus.NotConverged,
            };
        }

        var estimates = new MixedEstimation(fit, pooled, levels, likelihood, climbs).Estimate();
        return fit with
        {
            Status =
                estimates is null ? MixedLogitStatus.OutOfRange
                : estimates.Components.Any(component => component.IsOnBoundary) ? MixedLogitStatus.VarianceOnBoundary
                : MixedLogitStatus.Converged,
            Estimates = estimates,
        };
    }
}
