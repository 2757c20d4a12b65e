using ReportBuilder.Comparison.Explanations;

namespace ReportBuilder.Comparison.Accounts;

/// <summary>
/// What a publication tells of its revisions: how many numbers were compared, and why each that changed did. Numbers only: the words of the text that tells it are not written yet
/// when it is made.
/// </summary>
public sealed record RevisionAccount
{
    /// <summary>Name of the edition compared with.</summary>
    public required string Against { get; init; }

    /// <summary>Numbers that are the same, or the same as far as the older edition printed them.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Numbers that changed.</summary>
    public required IReadOnlyList<Difference> Changed { get; init; }

    /// <summary>Numbers that the older edition had not.</summary>
    public required int New { get; init; }

    /// <summary>Numbers that the newer edition has no longer.</summary>
    public required int Gone { get; init; }

    /// <summary>Numbers that the older edition, known only in part, may or may not have had.</summary>
    public required int Unknown { get; init; }

    /// <summary>Signed explanations, the gravest class first and then in the order of the file; those that explain no number now have no differences.</summary>
    public required IReadOnlyList<RevisionEntry> Entries { get; init; }

    /// <summary>Numbers that nobody has explained; none in a release.</summary>
    public required IReadOnlyList<Difference> Unexplained { get; init; }

    /// <summary>Numbers that both editions have.</summary>
    public int Compared => Unchanged + Changed.Count;

    /// <summary>Lines that the account needs: one for each explanation, and one for all that has none.</summary>
    public int Lines => Entries.Count + (Unexplained.Count > 0 ? 1 : 0);

    /// <summary>Makes the account.</summary>
    /// <param name="explained">The comparison of the numbers, held against the explanations.</param>
    /// <param name="explanations">All signed explanations.</param>
    public static RevisionAccount Of(ExplainedComparison explained, IReadOnlyList<Explanation> explanations)
    {
        var result = explained.Result;
        var numbers = result.Differences.Where(IsNumber).ToList();
        var byExplanation = explained
            .Explained.Where(e => IsNumber(e.Difference))
            .ToLookup(e => e.Explanation, e => e.Difference, ReferenceEqualityComparer.Instance);
        // Whether an explanation of words fits cannot be known before there are words.
        var broken = explained
            .Misfits.Where(m => m.Differences.All(IsNumber))
            .Select(m => m.Explanation)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return new RevisionAccount
        {
            Against = result.Old.Origin.Name,
            Unchanged = result.Unchanged + result.WithinTolerance.Count,
            Changed = [.. numbers.Where(d => d.Kind == DifferenceKind.Changed)],
            New = numbers.Count(d => d.Kind == DifferenceKind.New),
            Gone = numbers.Count(d => d.Kind == DifferenceKind.Gone),
            Unknown = result.Unknown,
            Entries =
            [
                .. explanations
                    .Where(e => !broken.Contains(e))
                    .Select(e => new RevisionEntry(e, [.. byExplanation[e]]))
                    .OrderBy(e => e.Explanation.Class),
            ],
            Unexplained = [.. explained.Unexplained.Where(IsNumber)],
        };
    }

    private static bool IsNumber(Difference difference) => difference.Subject == DifferenceSubject.Quantity;
}

/// <summary>An explanation and the numbers it explains.</summary>
/// <param name="Explanation">The explanation.</param>
/// <param name="Numbers">The numbers, greatest difference first.</param>
public sealed record RevisionEntry(Explanation Explanation, IReadOnlyList<Difference> Numbers);
