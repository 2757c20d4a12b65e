namespace ReportBuilder.Comparison.Explanations;

/// <summary>
/// Holds signed explanations against the differences of a comparison. An entry for one difference goes before a rule, and of two rules the more special: each difference belongs
/// to one entry, whether or not that entry fits, so that a signature never covers numbers that its signer did not see.
/// </summary>
public static class ExplanationMatch
{
    /// <summary>Matches.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="explanations">Signed explanations, no id or pattern twice.</param>
    public static ExplainedComparison Of(ComparisonResult result, IReadOnlyList<Explanation> explanations)
    {
        var groups = Group(result.Differences, explanations);
        var fitting = new Dictionary<Difference, Explanation>(ReferenceEqualityComparer.Instance);
        var misfits = new List<ExplanationMisfit>();
        var idle = new List<Explanation>();
        foreach (var (explanation, differences) in explanations.Zip(groups))
        {
            if (differences.Count == 0)
            {
                idle.Add(explanation);
            }
            else if (Fits(explanation, differences))
            {
                foreach (var difference in differences)
                {
                    fitting.Add(difference, explanation);
                }
            }
            else
            {
                misfits.Add(new ExplanationMisfit(explanation, differences));
            }
        }

        return new ExplainedComparison
        {
            Result = result,
            Explained = [.. result.Differences.Where(fitting.ContainsKey).Select(d => new ExplainedDifference(d, fitting[d]))],
            Unexplained = [.. result.Differences.Where(d => !fitting.ContainsKey(d))],
            Misfits = misfits,
            Idle = idle,
        };
    }

    /// <summary>The differences that belong to each entry, one list an entry, in the order of the differences.</summary>
    internal static IReadOnlyList<IReadOnlyList<Difference>> Group(
        IReadOnlyList<Difference> differences,
        IReadOnlyList<ExplanationTarget> entries
    )
    {
        var groups = entries.Select(_ => new List<Difference>()).ToList();
        var single = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = new List<(DifferencePattern Pattern, int Index)>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].IsRule)
            {
                rules.Add((new DifferencePattern(entries[i].Pattern), i));
            }
            else
            {
                single.Add(entries[i].Pattern, i);
            }
        }

        rules.Sort((a, b) => DifferencePattern.MostSpecialFirst.Compare(a.Pattern, b.Pattern));
        foreach (var difference in differences)
        {
            if (!single.TryGetValue(difference.Key, out var index))
            {
                index = rules.FindIndex(r => r.Pattern.Matches(difference.Key)) is >= 0 and var rule ? rules[rule].Index : -1;
            }

            if (index >= 0)
            {
                groups[index].Add(difference);
            }
        }

        return groups;
    }

    /// <summary>True when an entry was written for exactly these differences.</summary>
    internal static bool Fits(ExplanationTarget entry, IReadOnlyList<Difference> differences) =>
        entry.IsRule
            ? entry.Count == differences.Count && entry.Fingerprint == DifferenceFingerprint.Of(differences)
            : differences is [var only]
                && SignedText.AreSame(only.Subject, entry.Old, only.Old)
                && SignedText.AreSame(only.Subject, entry.New, only.New);
}
