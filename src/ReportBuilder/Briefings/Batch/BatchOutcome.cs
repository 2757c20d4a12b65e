namespace ReportBuilder.Briefings.Batch;

/// <summary>What came of a run.</summary>
public sealed record BatchOutcome
{
    /// <summary>Made now.</summary>
    public int Made { get; init; }

    /// <summary>Left as they were, since nothing that they are made of has changed.</summary>
    public int Unchanged { get; init; }

    /// <summary>Could not be made, those not tried included.</summary>
    public int Failed { get; init; }

    /// <summary>Not tried, as the first in their language had all failed from the same fault.</summary>
    public int NotTried { get; init; }

    /// <summary>Of those that could not be made, the ones of which an earlier file was left as it was, as nothing could be made in their language.</summary>
    public int Left { get; init; }

    /// <summary>Files taken away that are no longer made.</summary>
    public int Removed { get; init; }

    /// <summary>Other briefings in the folder that are of earlier data, templates or rules (after <c>--only</c>).</summary>
    public int Outdated { get; init; }

    /// <summary>Half of the briefings made now took no longer than this, from the first step to the file in place; null when none was made.</summary>
    public TimeSpan? Median { get; init; }

    /// <summary>True when the run did not come to its end: it was cancelled, or the disk failed. What is whole is whole, and the next run goes on from there.</summary>
    public bool IsBroken { get; init; }

    /// <summary>True when a file has been put in place or taken away.</summary>
    public bool HasChangedFiles { get; init; }
}
