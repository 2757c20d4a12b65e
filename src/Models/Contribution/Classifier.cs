namespace ReportBuilder.Models.Contribution;

/// <summary>Says which groups lie above and below.</summary>
internal static class Classifier
{
    /// <summary>Adds p-values adjusted for the number of groups tested, and classes by p-value.</summary>
    public static IReadOnlyList<GroupContribution> Adjust(GroupContribution[] groups, ContributionOptions options)
    {
        int[] tested = [.. Enumerable.Range(0, groups.Length).Where(g => groups[g].P is not null)];
        var adjusted = FalseDiscovery.Adjust([.. tested.Select(g => groups[g].P.GetValueOrDefault())]);
        var result = groups.ToArray();
        for (var i = 0; i < tested.Length; i++)
        {
            var group = result[tested[i]] with { AdjustedP = adjusted[i] };
            result[tested[i]] = group with { Class = Classify(group, options) };
        }

        return result;
    }

    /// <summary>The class of a group that was tested. Without a posterior probability nothing can be told by it.</summary>
    public static ContributionClass Classify(GroupContribution group, ContributionOptions options)
    {
        var tail = (1 - options.Level) / 2;
        var isDifferent = options.Classification switch
        {
            ClassificationRule.EachAlone => group.P <= 1 - options.Level,
            ClassificationRule.BenjaminiHochberg => group.AdjustedP <= 1 - options.Level,
            _ => group.Shrunken?.ProbabilityAboveMean is { } above && Math.Min(above, 1 - above) <= tail,
        };
        return !isDifferent ? ContributionClass.NotDistinguishable
            : group.Difference > 0 ? ContributionClass.Above
            : ContributionClass.Below;
    }
}
