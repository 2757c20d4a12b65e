namespace ReportBuilder.Typesetting;

/// <summary>How the typesetter runs.</summary>
public sealed record NodeTypesetterOptions
{
    /// <summary>Name or path of the Node program.</summary>
    public string Node { get; init; } = "node";

    /// <summary>Folder of <c>typesetter.mjs</c> and its packages; null for where this program keeps it.</summary>
    public string? Folder { get; init; } = TypesetterFolder.Find();

    /// <summary>Number of processes, so of documents typeset at once. Two give about one and a half times the speed of one.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Longest time for one document, the start of the process included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// For how many documents Typst remembers a piece of layout that none of them used. Without forgetting, memory grows with
    /// every document; forgetting at once would set unchanged pages anew.
    /// </summary>
    public int RememberedDocuments { get; init; } = 10;
}
