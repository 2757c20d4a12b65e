namespace ReportBuilder.Models.Design;

/// <summary>What became of a term.</summary>
public enum TermStatus
{
    /// <summary>It has columns.</summary>
    Coded,

    /// <summary>A factor of which the rows used have one level only (or none): it has no column and cannot be estimated.</summary>
    OneLevel,

    /// <summary>A variable that only says which rows can be used.</summary>
    ScreenOnly,
}

/// <summary>How a term was coded.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="Status">Whether it has columns.</param>
/// <param name="Columns">Indices of its columns in the design.</param>
/// <param name="ReferenceLevel">For a factor, the level without a column: the first level in use; otherwise null.</param>
/// <param name="UnusedLevels">For a factor, levels that no used row has, in their order.</param>
public sealed record TermCoding(
    string Term,
    TermStatus Status,
    IReadOnlyList<int> Columns,
    string? ReferenceLevel,
    IReadOnlyList<string> UnusedLevels
);

/// <summary>One column of a design.</summary>
/// <param name="Name">Name as R makes it: the term, followed by the level for a factor; <see cref="ModelDesign.InterceptName"/> for the intercept.</param>
/// <param name="Term">Name of the term; null for the intercept.</param>
/// <param name="Level">The level it stands for; null unless the term is a factor.</param>
public sealed record DesignColumn(string Name, string? Term, string? Level);

/// <summary>Why a row could not be used.</summary>
public enum DropReason
{
    /// <summary>No value.</summary>
    Missing,

    /// <summary>Infinite or not a number.</summary>
    NotFinite,

    /// <summary>A value that is not among the levels of the factor.</summary>
    UnknownLevel,

    /// <summary>A weight of 0: the row counts for nothing.</summary>
    ZeroWeight,

    /// <summary>A weight below 0.</summary>
    NegativeWeight,
}

/// <summary>
/// Rows that a term made unusable for one reason. A row unusable in several terms is counted at each, so the counts may
/// add up to more than the rows dropped.
/// </summary>
/// <param name="Term">Name of the term.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rows">Number of rows, at least 1.</param>
public sealed record DroppedRows(string Term, DropReason Reason, int Rows);
