using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>How one edition stands to another.</summary>
public sealed record ComparisonResult
{
    /// <summary>The older edition.</summary>
    public required Edition Old { get; init; }

    /// <summary>The newer edition.</summary>
    public required Edition New { get; init; }

    /// <summary>Number of quantities that are the same in every respect.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Quantities that differ, but by no more than the tolerance of their class or the printed precision of an older edition; in ordinal order of ids. They need no explanation.</summary>
    public required IReadOnlyList<Difference> WithinTolerance { get; init; }

    /// <summary>All that someone must explain, greatest first, then by key in ordinal order.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>Numbers that are outliers against earlier editions and no difference to explain: unchanged, or within tolerance; in ordinal order of ids. Outliers among the differences carry the flag there.</summary>
    public IReadOnlyList<Difference> Outliers { get; init; } = [];

    /// <summary>Number of quantities that a partial edition, which tells only what was printed, does not know.</summary>
    public required int Unknown { get; init; }

    /// <summary>Numbers of the newer edition that belong to units without names that were numbered anew; each group of them is one difference.</summary>
    public int Unmatched { get; init; }

    /// <summary>What changed in data, settings, templates and tool; empty when one of the two does not tell.</summary>
    public required IReadOnlyList<GroundChange> Ground { get; init; }

    /// <summary>True when nothing needs an explanation.</summary>
    public bool IsEqual => Differences.Count == 0;
}

/// <summary>A change in what an edition was made from.</summary>
/// <param name="Role">What changed: <c>tool</c>, <c>setting</c>, or the role of a file.</param>
/// <param name="Name">Which: name of the setting, path of the file.</param>
/// <param name="Old">Value or fingerprint before; null when new.</param>
/// <param name="New">Value or fingerprint now; null when gone.</param>
public sealed record GroundChange(string Role, string Name, string? Old, string? New);
