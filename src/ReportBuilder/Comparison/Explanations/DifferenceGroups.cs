namespace ReportBuilder.Comparison.Explanations;

/// <summary>Differences that one entry of a draft stands for.</summary>
/// <param name="Pattern">Key of the only difference, or a pattern over all of them.</param>
/// <param name="Differences">The differences, in the order of the comparison.</param>
public sealed record DifferenceGroup(string Pattern, IReadOnlyList<Difference> Differences)
{
    /// <summary>True when <see cref="Pattern"/> is a pattern.</summary>
    public bool IsRule => Pattern.Contains('*', StringComparison.Ordinal);
}

/// <summary>
/// Gathers differences whose keys begin alike, so that whoever signs meets the model or the table that changed and not each of its numbers. What came, what went and what changed are
/// kept apart as far as their names tell them apart.
/// </summary>
public sealed class DifferenceGroups
{
    /// <summary>As many differences can be signed one by one; more under one prefix become a rule.</summary>
    public const int Most = 10;

    // The first word of a name says what is measured, the second of what: «modell.individ». Groups begin there and are split further only when they must.
    private const int FirstDepth = 2;
    private readonly IReadOnlyList<string> _taken;
    private readonly List<DifferenceGroup> _groups = [];

    private DifferenceGroups(IReadOnlyList<string> taken) => _taken = taken;

    /// <summary>The groups, in ordinal order of patterns. Each difference is in one.</summary>
    /// <param name="differences">The differences.</param>
    /// <param name="taken">Keys that entries of a file explain already by a rule: no pattern may name them.</param>
    public static IReadOnlyList<DifferenceGroup> Of(IReadOnlyList<Difference> differences, IReadOnlyList<string> taken)
    {
        var groups = new DifferenceGroups(taken);
        var rest = groups.SplitAt(FirstDepth, differences);
        foreach (var word in rest.GroupBy(d => Prefix(d.Key, FirstDepth - 1), StringComparer.Ordinal))
        {
            groups.AddRule(word.Key, [.. word]);
        }

        return [.. groups._groups.OrderBy(g => g.Pattern, StringComparer.Ordinal)];
    }

    /// <summary>Makes groups of the prefixes with many differences; what is left over comes back.</summary>
    private List<Difference> SplitAt(int depth, IReadOnlyList<Difference> differences)
    {
        var rest = new List<Difference>();
        foreach (var group in differences.GroupBy(d => Prefix(d.Key, depth), StringComparer.Ordinal))
        {
            List<Difference> list = [.. group];
            if (list.Count <= Most)
            {
                rest.AddRange(list);
                continue;
            }

            var kinds = list.GroupBy(d => d.Kind).OrderByDescending(k => k.Count()).ThenBy(k => k.Key).Select(k => k.ToList()).ToList();
            var few = kinds.Skip(1).SelectMany(k => k).ToList();
            if (few.Count <= Most)
            {
                AddSingles(few);
                AddRule(group.Key, kinds[0]);
            }
            else
            {
                AddRule(group.Key, SplitAt(depth + 1, list));
            }
        }

        return rest;
    }

    private void AddRule(string prefix, IReadOnlyList<Difference> differences)
    {
        // Only what has a part after the prefix can be named by a pattern that ends in stars.
        var longer = differences.Where(d => d.Key.Length > prefix.Length).ToList();
        var pattern = longer.Count > 0 ? prefix + longer[0].Key[prefix.Length] + "**" : string.Empty;
        var rule = longer.Count > 0 ? new DifferencePattern(pattern) : null;
        if (rule is null || longer.Count <= Most || !longer.All(d => rule.Matches(d.Key)) || _taken.Any(rule.Matches))
        {
            AddSingles(differences);
            return;
        }

        AddSingles([.. differences.Where(d => d.Key.Length == prefix.Length)]);
        _groups.Add(new DifferenceGroup(pattern, longer));
    }

    private void AddSingles(IReadOnlyList<Difference> differences) =>
        _groups.AddRange(differences.Select(d => new DifferenceGroup(d.Key, [d])));

    /// <summary>The first parts of a key, or the whole key when it has no more.</summary>
    private static string Prefix(string key, int parts)
    {
        var at = -1;
        for (var i = 0; i < parts; i++)
        {
            at = key.AsSpan(at + 1).IndexOfAny(DifferencePattern.Separators) is >= 0 and var next ? at + 1 + next : key.Length;
            if (at == key.Length)
            {
                break;
            }
        }

        return key[..at];
    }
}
