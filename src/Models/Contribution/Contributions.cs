using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Contribution;

/// <summary>
/// Contribution indicators: for each group the share that succeeded less the share expected of such participants by an individual model (value
/// added; for Norwegian schools Steffensen and others, Statistics Norway; for hospitals Spiegelhalter 2005, Statistics in Medicine 24: 1185–1202).
/// </summary>
public static class Contributions
{
    /// <summary>A share of its variance that a group keeps below which the model determines its difference.</summary>
    private const double LeastVarianceKept = 1e-8;

    /// <summary>Makes the indicators from a fitted model. Bad data give a status, never an exception.</summary>
    /// <param name="fit">The individual model.</param>
    /// <param name="groups">The group of each row given to the model's design.</param>
    /// <param name="options">How to make them.</param>
    /// <param name="schemes">The scheme of each row; null for none.</param>
    /// <param name="weights">A weight for each row, relative to others of its group (see <see cref="YearWeights"/>); null for equal ones.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static ContributionTable Of(
        LogisticFit fit,
        Categorical groups,
        ContributionOptions? options = null,
        Categorical? schemes = null,
        IReadOnlyList<double>? weights = null
    )
    {
        options ??= new ContributionOptions();
        ContributionOptions.Check(options);
        CheckRows(fit.Design.RowsGiven, groups, schemes, weights);
        if (fit.Estimates is not { } estimates)
        {
            return new ContributionTable
            {
                Status = ContributionTableStatus.NoEstimates,
                Options = options,
                ModelStatus = fit.Status,
            };
        }

        var design = fit.Design;
        var rows = new ContributionRows(
            [.. design.UsedRows],
            [.. estimates.FittedProbabilities],
            [.. design.Outcome.Select(y => y == 1)],
            weights
        );
        return Build(rows, options, groups, schemes, share => ModelShares.Of(fit, rows, share, options.Uncertainty));
    }

    /// <summary>
    /// Makes the indicators from probabilities, whatever they come from; they are taken as known. Rows without probability or outcome are left out.
    /// </summary>
    /// <param name="probabilities">The probability of each row, null where there is none.</param>
    /// <param name="outcome">Its outcome, null where it is unknown.</param>
    /// <param name="groups">Its group.</param>
    /// <param name="options">How to make them; the model's uncertainty is not known and does not enter.</param>
    /// <param name="schemes">The scheme of each row; null for none.</param>
    /// <param name="weights">A weight for each row, relative to others of its group; null for equal ones.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static ContributionTable Of(
        IReadOnlyList<double?> probabilities,
        IReadOnlyList<bool?> outcome,
        Categorical groups,
        ContributionOptions? options = null,
        Categorical? schemes = null,
        IReadOnlyList<double>? weights = null
    )
    {
        options = (options ?? new ContributionOptions()) with { Uncertainty = ModelUncertainty.Ignored };
        ContributionOptions.Check(options);
        CheckRows(probabilities.Count, groups, schemes, weights);
        if (outcome.Count != probabilities.Count)
        {
            throw new ArgumentException($"{outcome.Count} outcomes, {probabilities.Count} probabilities.", nameof(outcome));
        }

        if (probabilities.Any(p => p is { } value && !(value is >= 0 and <= 1)))
        {
            return new ContributionTable { Status = ContributionTableStatus.InvalidProbability, Options = options };
        }

        int[] used = [.. Enumerable.Range(0, outcome.Count).Where(row => probabilities[row] is not null && outcome[row] is not null)];
        var rows = new ContributionRows(
            used,
            [.. used.Select(row => probabilities[row].GetValueOrDefault())],
            [.. used.Select(row => outcome[row].GetValueOrDefault())],
            weights
        );
        return Build(rows, options, groups, schemes, partition => new double[partition.GroupCount]);
    }

    private static void CheckRows(int count, Categorical groups, Categorical? schemes, IReadOnlyList<double>? weights)
    {
        if (groups.RowCount != count || (schemes?.RowCount ?? count) != count || (weights?.Count ?? count) != count)
        {
            throw new ArgumentException($"Groups, schemes and weights are of {count} rows.", nameof(groups));
        }
    }

    private static ContributionTable Build(
        ContributionRows rows,
        ContributionOptions options,
        Categorical groups,
        Categorical? schemes,
        Func<RowPartition, double[]> modelShares
    )
    {
        var empty = new ContributionTable { Status = ContributionTableStatus.NoRows, Options = options };
        if (rows.Weights.Any(w => !(w >= 0 && double.IsFinite(w))))
        {
            return empty with { Status = ContributionTableStatus.InvalidWeight };
        }

        var byGroup = RowPartition.Of(rows, groups);
        if (byGroup.RowCount == 0)
        {
            return empty with { RowsWithoutGroup = rows.Count };
        }

        var schemeTable = schemes is null ? [] : Describe(rows, RowPartition.Of(rows, schemes), schemes, options, modelShares);
        var described = Describe(rows, byGroup, groups, options, modelShares);
        if (schemes is not null)
        {
            described = [.. described.Select((group, i) => WithinScheme(group, byGroup.Members[i], rows, schemes, schemeTable))];
        }

        var table = empty with
        {
            Status = ContributionTableStatus.Estimated,
            Schemes = Classifier.Adjust(schemeTable, options),
            RowCount = byGroup.RowCount,
            RowsWithoutGroup = rows.Count - byGroup.RowCount,
            NationalMean = byGroup.Members.Sum(m => (double)m.Count(i => rows.Outcome[i])) / byGroup.RowCount,
        };
        return Shrinkage.Apply(table, Classifier.Adjust(described, options));
    }

    private static GroupContribution[] Describe(
        ContributionRows rows,
        RowPartition partition,
        Categorical groups,
        ContributionOptions options,
        Func<RowPartition, double[]> modelShares
    )
    {
        var shares = modelShares(partition);
        return [.. groups.Levels.Select((name, g) => Describe(name, rows, partition.Members[g], partition.Factors(g), shares[g], options))];
    }

    private static GroupContribution Describe(
        string name,
        ContributionRows rows,
        int[] members,
        double[] factors,
        double modelShare,
        ContributionOptions options
    )
    {
        var result = new GroupContribution
        {
            Group = name,
            Count = members.Length,
            Status = members.Length == 0 ? ContributionStatus.Empty : ContributionStatus.TooFew,
        };
        if (members.Length < options.MinimumCount)
        {
            return result;
        }

        var actual = members.Select((row, i) => rows.Outcome[row] ? factors[i] : 0).Sum();
        var successes = members.Count(row => rows.Outcome[row]);
        var group = new GroupRows([.. members.Select(row => rows.Probabilities[row])], factors, actual, successes, modelShare);
        result = result with { Expected = group.Expected, Actual = actual, Difference = actual - group.Expected };
        if (group.KnownVariance == 0)
        {
            return result with { Status = ContributionStatus.NoVariance };
        }

        if (group.VarianceFactor < LeastVarianceKept)
        {
            return result with { Status = ContributionStatus.DeterminedByModel };
        }

        var isExact = options.Test == ContributionTest.Exact && group.Count <= options.ExactUpTo && group.HasEqualFactors;
        var (p, interval) = isExact ? ShiftInterval.Exact(group, options.Level) : ShiftInterval.Score(group, options.Level);
        return result with
        {
            Status = ContributionStatus.Estimated,
            StandardError = Math.Sqrt(group.Variance),
            Z = result.Difference / Math.Sqrt(group.Variance),
            P = p,
            Interval = interval,
            Test = isExact ? ContributionTest.Exact : ContributionTest.Score,
        };
    }

    private static GroupContribution WithinScheme(
        GroupContribution group,
        int[] members,
        ContributionRows rows,
        Categorical schemes,
        GroupContribution[] table
    )
    {
        int?[] own = [.. members.Select(row => schemes.LevelOf(rows.Given[row])).Distinct()];
        return own is [{ } scheme]
            ? group with
            {
                Scheme = schemes.Levels[scheme],
                DifferenceWithinScheme = group.Difference - table[scheme].Difference,
            }
            : group;
    }
}
