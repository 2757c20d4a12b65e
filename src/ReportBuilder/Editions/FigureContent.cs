namespace ReportBuilder.Editions;

/// <summary>What a figure shows: kind of chart, axes, categories and series, with the ids behind each mark.</summary>
/// <param name="Id">Id with the prefix <c>fig-</c>.</param>
/// <param name="Kind">Kind of chart: <c>bar</c>, <c>distribution</c>, <c>flow</c>, <c>forest</c>, <c>pair</c>, <c>effect</c>, <c>funnel</c>, <c>quadrant</c>, <c>scatter</c>.</param>
/// <param name="Axes">Titles and fixed limits of the axes, in words and invariant numbers, in an order that the kind decides.</param>
/// <param name="Categories">Names of the categories in the order shown; empty where marks have no names.</param>
/// <param name="Series">Series, in the order shown.</param>
public sealed record FigureContent(
    string Id,
    string Kind,
    IReadOnlyList<string> Axes,
    IReadOnlyList<string> Categories,
    IReadOnlyList<SeriesContent> Series
)
{
    /// <summary>Its number in the book («3»); null when no text places it, or when it is not known.</summary>
    public string? Number { get; init; }

    /// <summary>Its caption, in words; null when no text places it, or when it is not known.</summary>
    public string? Caption { get; init; }

    /// <summary>SHA-256 of its drawing <c>figurer/{Id}.svg</c> in the edition's folder, lower-case hexadecimal; null when there is no drawing.</summary>
    public string? Drawing { get; init; }

    /// <summary>True when an edition file of an older form tells which numbers the figure shows and nothing else: one series without name.</summary>
    public bool IsListOfIds { get; init; }

    /// <summary>Ids of all quantities shown, series by series.</summary>
    public IReadOnlyList<QuantityId> QuantityIds => [.. Series.SelectMany(s => s.QuantityIds)];

    /// <summary>A figure of which only the numbers are known.</summary>
    public static FigureContent OfIds(string id, IReadOnlyList<QuantityId> quantityIds) =>
        new(id, string.Empty, [], [], [new SeriesContent(string.Empty, quantityIds)]) { IsListOfIds = true };
}

/// <summary>One series of a figure.</summary>
/// <param name="Name">Name shown to the reader, or the role of the numbers where none is shown.</param>
/// <param name="QuantityIds">One id a category; for dots, X and Y in turn.</param>
public sealed record SeriesContent(string Name, IReadOnlyList<QuantityId> QuantityIds);
