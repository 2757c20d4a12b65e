using System.Runtime.InteropServices;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// Sandwich covariances B M B of the coefficients, with B the inverse information and M the sum of outer products of scores
/// x(y − p), a row or a group at a time, so that standard errors hold without trust in the model's variance or, clustered, in the
/// independence of rows within a group (Huber 1967; White 1980; Liang and Zeger 1986; Cameron, Gelbach and Miller 2011).
/// </summary>
public static class RobustCovariance
{
    /// <summary>1 − leverage below which a row counts as fitted by a coefficient of its own.</summary>
    private const double LeastFreedom = 1e-12;

    /// <summary>Independent rows: R's <c>sandwich::vcovHC(fit, type)</c>.</summary>
    public static RobustEstimates HeteroscedasticityConsistent(LogisticFit fit, HeteroscedasticityCorrection correction)
    {
        if (fit.Estimates is not { } estimates)
        {
            return new RobustEstimates { Status = RobustStatus.NoEstimates };
        }

        var model = WorkingModel.Of(fit, estimates);
        double[] squares = [.. model.ScoreFactors().Select(factor => factor * factor)];
        if (correction is HeteroscedasticityCorrection.HC2 or HeteroscedasticityCorrection.HC3)
        {
            var leverages = Influence.Leverages(model);
            for (var row = 0; row < squares.Length; row++)
            {
                var free = 1 - leverages[row];
                if (free < LeastFreedom)
                {
                    return new RobustEstimates { Status = RobustStatus.LeverageOne };
                }

                squares[row] /= correction == HeteroscedasticityCorrection.HC2 ? free : free * free;
            }
        }

        if (correction == HeteroscedasticityCorrection.HC1 && estimates.ResidualDegreesOfFreedom == 0)
        {
            return new RobustEstimates { Status = RobustStatus.NoDegreesOfFreedom };
        }

        var factor = correction == HeteroscedasticityCorrection.HC1 ? (double)estimates.RowCount / estimates.ResidualDegreesOfFreedom : 1;
        return Assemble(fit, estimates, model, Scale(model.CrossProductOf(squares), factor), []);
    }

    /// <summary>Rows that may depend on each other within groups: R's <c>sandwich::vcovCL(fit, cluster, type)</c>.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="groups">The group of each row given to the design (dropped rows included).</param>
    /// <param name="correction">Correction for few groups.</param>
    /// <exception cref="ArgumentException">The groups have another number of rows than were given to the design.</exception>
    public static RobustEstimates Clustered(LogisticFit fit, Categorical groups, ClusterCorrection correction) =>
        Cluster(fit, [groups], correction);

    /// <summary>
    /// Two clusterings at once: the covariance by the first plus that by the second less that by their intersection, each with its
    /// own correction, as R's <c>sandwich::vcovCL(fit, list(first, second), type)</c> does. It need not be positive definite.
    /// </summary>
    /// <exception cref="ArgumentException">The groups have another number of rows than were given to the design.</exception>
    public static RobustEstimates Clustered(LogisticFit fit, Categorical first, Categorical second, ClusterCorrection correction) =>
        Cluster(fit, [first, second], correction);

    private static RobustEstimates Cluster(LogisticFit fit, IReadOnlyList<Categorical> clusterings, ClusterCorrection correction)
    {
        foreach (var groups in clusterings)
        {
            if (groups.RowCount != fit.Design.RowsGiven)
            {
                throw new ArgumentException($"{groups.RowCount} rows of groups for {fit.Design.RowsGiven}.", nameof(clusterings));
            }
        }

        if (fit.Estimates is not { } estimates)
        {
            return new RobustEstimates { Status = RobustStatus.NoEstimates };
        }

        if (clusterings.Any(groups => fit.Design.UsedRows.Any(row => groups.LevelOf(row) is null)))
        {
            return new RobustEstimates { Status = RobustStatus.MissingGroup };
        }

        if (correction == ClusterCorrection.CR1 && estimates.ResidualDegreesOfFreedom == 0)
        {
            return new RobustEstimates { Status = RobustStatus.NoDegreesOfFreedom };
        }

        List<int[]> codes =
        [
            .. clusterings.Select(groups => Number([.. fit.Design.UsedRows.Select(row => (groups.LevelOf(row)!.Value, 0))])),
        ];
        if (codes.Count == 2)
        {
            codes.Add(Number([.. codes[0].Zip(codes[1])]));
        }

        int[] counts = [.. codes.Select(groups => groups.Max() + 1)];
        if (counts.Min() < 2)
        {
            return new RobustEstimates { Status = RobustStatus.TooFewGroups, GroupCounts = counts };
        }

        var model = WorkingModel.Of(fit, estimates);
        var freedom = correction == ClusterCorrection.CR1 ? (estimates.RowCount - 1.0) / estimates.ResidualDegreesOfFreedom : 1;
        var meat = new double[model.Rank * model.Rank];
        for (var c = 0; c < codes.Count; c++)
        {
            var part = GroupedMeat(model, codes[c], counts[c]);
            var factor = (c == 2 ? -freedom : freedom) * counts[c] / (counts[c] - 1);
            for (var i = 0; i < meat.Length; i++)
            {
                meat[i] += factor * part[i];
            }
        }

        return Assemble(fit, estimates, model, meat, counts);
    }

    /// <summary>Sum over groups of the outer product of the group's score.</summary>
    private static double[] GroupedMeat(WorkingModel model, int[] groups, int groupCount)
    {
        var rank = model.Rank;
        var scores = new double[groupCount * rank];
        var factors = model.ScoreFactors();
        for (var row = 0; row < groups.Length; row++)
        {
            model.AddRow(row, factors[row], scores.AsSpan(groups[row] * rank, rank));
        }

        var meat = new double[rank * rank];
        for (var g = 0; g < groupCount; g++)
        {
            var score = scores.AsSpan(g * rank, rank);
            for (var i = 0; i < rank; i++)
            {
                for (var j = 0; j < rank; j++)
                {
                    meat[i * rank + j] += score[i] * score[j];
                }
            }
        }

        return meat;
    }

    /// <summary>Numbers the groups that occur from 0, in the order they are met.</summary>
    private static int[] Number(IReadOnlyList<(int First, int Second)> groups)
    {
        var numbers = new Dictionary<(int, int), int>();
        var result = new int[groups.Count];
        for (var row = 0; row < result.Length; row++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, groups[row], out var known);
            if (!known)
            {
                number = numbers.Count - 1;
            }

            result[row] = number;
        }

        return result;
    }

    private static double[] Scale(double[] matrix, double factor) => [.. matrix.Select(value => factor * value)];

    private static RobustEstimates Assemble(
        LogisticFit fit,
        LogisticEstimates estimates,
        WorkingModel model,
        double[] meat,
        IReadOnlyList<int> groupCounts
    )
    {
        var covariance = new CoefficientCovariance(estimates.Covariance.Columns, fit.Design.Columns, model.Sandwich(meat));
        var places = new Dictionary<int, int>();
        for (var i = 0; i < covariance.Order; i++)
        {
            places[covariance.Columns[i]] = i;
        }

        CoefficientEstimate? Robust(LogisticCoefficient coefficient, int column) =>
            coefficient.Estimate is { } estimate && covariance[places[column], places[column]] is > 0 and var variance
                ? CoefficientEstimate.From(estimate.Value, Math.Sqrt(variance), estimates.Level)
                : null;

        return new RobustEstimates
        {
            Status = RobustStatus.Estimated,
            Covariance = covariance,
            Coefficients = [.. estimates.Coefficients.Select((c, column) => new LogisticCoefficient(c.Column, Robust(c, column)))],
            GroupCounts = groupCounts,
        };
    }
}
