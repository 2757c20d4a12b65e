namespace ReportBuilder.Comparison.Explanations;

/// <summary>A comparison held against what was signed. Every difference is in <see cref="Explained"/> or in <see cref="Unexplained"/>.</summary>
public sealed record ExplainedComparison
{
    /// <summary>The comparison.</summary>
    public required ComparisonResult Result { get; init; }

    /// <summary>Differences with the explanation that holds for each, in the order of the comparison.</summary>
    public required IReadOnlyList<ExplainedDifference> Explained { get; init; }

    /// <summary>All other differences, in the order of the comparison; also those that a misfit names.</summary>
    public required IReadOnlyList<Difference> Unexplained { get; init; }

    /// <summary>Explanations that name differences but were written for other numbers, in the order given.</summary>
    public required IReadOnlyList<ExplanationMisfit> Misfits { get; init; }

    /// <summary>Explanations that name no difference, or only differences that a more special one explains; in the order given.</summary>
    public required IReadOnlyList<Explanation> Idle { get; init; }

    /// <summary>True when every difference is explained and every explanation holds: what a release asks for.</summary>
    public bool IsSettled => Unexplained.Count == 0 && Misfits.Count == 0 && Idle.Count == 0;
}

/// <summary>A difference and its explanation.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Explanation">Why.</param>
public sealed record ExplainedDifference(Difference Difference, Explanation Explanation);

/// <summary>An explanation that was written for other numbers.</summary>
/// <param name="Explanation">The explanation.</param>
/// <param name="Differences">What it names now, in the order of the comparison.</param>
public sealed record ExplanationMisfit(Explanation Explanation, IReadOnlyList<Difference> Differences);
