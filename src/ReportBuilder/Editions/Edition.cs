using System.Collections.Immutable;

namespace ReportBuilder.Editions;

/// <summary>
/// All numbers of one issue of the report by name, with the tables and figures that show them. Immutable; saved as
/// <c>utgave.json</c>, and compared with other editions number by number.
/// </summary>
public sealed record Edition
{
    /// <summary>All quantities, by id in ordinal order.</summary>
    public required ImmutableSortedDictionary<string, Quantity> Quantities { get; init; }

    /// <summary>All facts that are categories, by id in ordinal order.</summary>
    public ImmutableSortedDictionary<string, CategoryFact> Facts { get; init; } =
        ImmutableSortedDictionary.Create<string, CategoryFact>(StringComparer.Ordinal);

    /// <summary>The tables as printed, in the order of the report.</summary>
    public required IReadOnlyList<TableContent> Tables { get; init; }

    /// <summary>What the figures show, in the order of the report.</summary>
    public required IReadOnlyList<FigureContent> Figures { get; init; }

    /// <summary>What the text claims of the numbers, in the order of the book; empty until the text is made.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>
    /// Numbers of the municipalities that may be told to be in the net sample, as the dataset has them, in ordinal order: those with at least as many participants as the threshold of
    /// privacy. Empty when the edition does not tell.
    /// </summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>
    /// True when only what a publication printed is known: a number that it lacks is unknown, not gone, and tables, figures and claims are not held against it.
    /// </summary>
    public bool IsPartial { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required EditionOrigin Origin { get; init; }

    /// <summary>The quantity of an id, or null when the edition has none of that name.</summary>
    public Quantity? Find(string id) => Quantities.GetValueOrDefault(id);
}

/// <summary>Where an edition comes from; enough to make it again.</summary>
/// <param name="Name">Name of the edition («2026-1»).</param>
/// <param name="ToolVersion">Version of the tool.</param>
/// <param name="DataFile">File name of the data, without folder.</param>
/// <param name="DataFingerprint">SHA-256 of the data file, lower-case hexadecimal.</param>
/// <param name="IsSynthetic">True when the persons in the data are invented.</param>
/// <param name="Rows">Number of records read.</param>
public sealed record EditionOrigin(string Name, string ToolVersion, string DataFile, string DataFingerprint, bool IsSynthetic, int Rows);
