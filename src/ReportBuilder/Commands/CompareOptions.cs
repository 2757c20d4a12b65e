namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>compare</c>.</summary>
/// <param name="Old">The older edition: its folder or its <c>utgave.json</c>.</param>
/// <param name="New">The newer.</param>
public sealed record CompareOptions(string Old, string New)
{
    /// <summary>The settings; null for <c>report.yaml</c> when there is one, and defaults otherwise.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Earlier editions, oldest first, for outliers; empty for those of the settings.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>The explanations; null for those of the settings.</summary>
    public string? Explanations { get; init; }

    /// <summary>File for a draft of explanations; null for none. It may be the file of the explanations itself.</summary>
    public string? Draft { get; init; }

    /// <summary>Folder for the comparison as JSON, HTML and PDF; null to write nothing.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>True to leave out the annex, which takes the typesetter.</summary>
    public bool IsWithoutAnnex { get; init; }
}
