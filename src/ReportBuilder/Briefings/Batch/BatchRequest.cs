namespace ReportBuilder.Briefings.Batch;

/// <summary>Which briefings are to be made, and how.</summary>
public sealed record BatchRequest
{
    /// <summary>Languages, each once, in ordinal order.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Numbers of the municipalities; null for all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The slice; null for no slicing.</summary>
    public Shard? Shard { get; init; }

    /// <summary>How many briefings are made at the same time.</summary>
    public required int Workers { get; init; }

    /// <summary>True to make anew what has not changed as well.</summary>
    public bool IsAgain { get; init; }

    /// <summary>True when the folder shall hold what this run makes, and nothing else.</summary>
    public bool IsFull => Only is null && Shard is null;
}
