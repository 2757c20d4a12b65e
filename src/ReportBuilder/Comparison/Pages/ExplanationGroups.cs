using ReportBuilder.Comparison.Explanations;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Explanations that a reader cannot tell from each other: same class, subject, reason and signature.</summary>
/// <param name="First">The first of them in the file.</param>
/// <param name="Count">How many differences they explain together.</param>
internal sealed record ExplanationGroup(Explanation First, int Count);

/// <summary>The explanations that hold, as readers meet them: the gravest class first, then in the order of the file, those with the same words as one.</summary>
internal sealed class ExplanationGroups
{
    private readonly Dictionary<Difference, int> _groups = new(ReferenceEqualityComparer.Instance);

    public ExplanationGroups(ExplainedComparison comparison)
    {
        var explanations = comparison
            .Explained.Select(e => e.Explanation)
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Explanation>()
            .OrderBy(e => e.Class)
            .ThenBy(e => e.Place.Line)
            .ThenBy(e => e.Pattern, StringComparer.Ordinal);
        var numbers = new Dictionary<ExplanationWords, int>();
        var indices = new Dictionary<Explanation, int>(ReferenceEqualityComparer.Instance);
        var firsts = new List<Explanation>();
        foreach (var explanation in explanations)
        {
            if (numbers.TryAdd(explanation.Words, firsts.Count))
            {
                firsts.Add(explanation);
            }

            indices.Add(explanation, numbers[explanation.Words]);
        }

        var counts = new int[firsts.Count];
        foreach (var (difference, explanation) in comparison.Explained)
        {
            counts[_groups[difference] = indices[explanation]]++;
        }

        All = [.. firsts.Zip(counts, (first, count) => new ExplanationGroup(first, count))];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ExplanationGroup> All { get; }

    /// <summary>The group that explains a difference, by number in <see cref="All"/>; −1 when nothing does.</summary>
    public int Of(Difference difference) => _groups.GetValueOrDefault(difference, -1);
}
