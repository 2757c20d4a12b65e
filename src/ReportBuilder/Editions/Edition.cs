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

    /// <summary>Which quantities each table prints, in the order of the report.</summary>
    public required IReadOnlyList<EditionContent> Tables { get; init; }

    /// <summary>Which quantities each figure shows, in the order of the report.</summary>
    public required IReadOnlyList<EditionContent> Figures { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required EditionOrigin Origin { get; init; }

    /// <summary>The quantity of an id, or null when the edition has none of that name.</summary>
    public Quantity? Find(string id) => Quantities.GetValueOrDefault(id);
}

/// <summary>A table or figure as the list of the numbers in it.</summary>
/// <param name="Id">Id of the table or figure.</param>
/// <param name="QuantityIds">Ids of its quantities, in its own order.</param>
public sealed record EditionContent(string Id, IReadOnlyList<QuantityId> QuantityIds);

/// <summary>Where an edition comes from; enough to make it again.</summary>
/// <param name="Name">Name of the edition («2026-1»).</param>
/// <param name="ToolVersion">Version of the tool.</param>
/// <param name="DataFile">File name of the data, without folder.</param>
/// <param name="DataFingerprint">SHA-256 of the data file, lower-case hexadecimal.</param>
/// <param name="IsSynthetic">True when the persons in the data are invented.</param>
/// <param name="Rows">Number of records read.</param>
public sealed record EditionOrigin(string Name, string ToolVersion, string DataFile, string DataFingerprint, bool IsSynthetic, int Rows);
