using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison;

/// <summary>How editions are compared: section <c>sammenligning</c> of <c>report.yaml</c>. All of it has a default.</summary>
public sealed record ComparisonSettings
{
    /// <summary>What holds where the user says nothing.</summary>
    public static ComparisonSettings Default { get; } = new();

    /// <summary>Earlier editions, oldest first (<c>mot</c>): the last is the one compared with, the others are history. Empty when none is named.</summary>
    public IReadOnlyList<EditionReference> Against { get; init; } = [];

    /// <summary>The signed explanations (<c>forklaringer</c>); null when the user names none.</summary>
    public EditionReference? Explanations { get; init; }

    /// <summary>What is noise and no difference (<c>toleranse</c>).</summary>
    public Tolerances Tolerances { get; init; } = new();

    /// <summary>Levels of significance, greatest first, each above 0 and below 1 (<c>signifikans</c>): the stars of the tables and the least p-value printed.</summary>
    public IReadOnlyList<double> SignificanceLevels { get; init; } = [0.1, 0.05, 0.01, 0.001];

    /// <summary>Fewest earlier values, or earlier changes, that a number is held against as an outlier (<c>uteliggere.minste_antall</c>), at least 3.</summary>
    public int FewestEditions { get; init; } = 4;
}

/// <summary>A file or folder that the settings name.</summary>
/// <param name="Path">Where it is, absolute.</param>
/// <param name="ShownAs">As the user would name it from where he stands.</param>
public sealed record EditionReference(string Path, string ShownAs)
{
    /// <summary>Where the settings name it; null when the command line does.</summary>
    public SourcePlace? Place { get; init; }
}
