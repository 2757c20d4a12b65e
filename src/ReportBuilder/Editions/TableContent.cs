namespace ReportBuilder.Editions;

/// <summary>A table as the publication prints it: words, and the ids behind each number.</summary>
/// <param name="Id">Id with the prefix <c>tbl-</c>.</param>
/// <param name="Columns">Heads of the columns, in words; empty for a column without head.</param>
/// <param name="Rows">Rows, in order.</param>
public sealed record TableContent(string Id, IReadOnlyList<string> Columns, IReadOnlyList<TableContentRow> Rows)
{
    /// <summary>Its number in the book («17»); null when no text places it, or when it is not known.</summary>
    public string? Number { get; init; }

    /// <summary>Its caption, in words; null when no text places it, or when it is not known.</summary>
    public string? Caption { get; init; }

    /// <summary>True when an edition file of an older form tells which numbers the table shows and nothing else: one row with one cell without words.</summary>
    public bool IsListOfIds { get; init; }

    /// <summary>Ids of all quantities printed, row by row.</summary>
    public IReadOnlyList<QuantityId> QuantityIds => [.. Rows.SelectMany(r => r.Cells).SelectMany(c => c.QuantityIds)];

    /// <summary>A table of which only the numbers are known.</summary>
    public static TableContent OfIds(string id, IReadOnlyList<QuantityId> quantityIds) =>
        new(id, [], [new TableContentRow("data", [new CellContent(string.Empty, quantityIds)])]) { IsListOfIds = true };
}

/// <summary>One row of a table as printed.</summary>
/// <param name="Kind">What it is: <c>data</c>, <c>group</c> (a heading over rows) or <c>summary</c> (totals).</param>
/// <param name="Cells">Cells; a group row has one.</param>
public sealed record TableContentRow(string Kind, IReadOnlyList<CellContent> Cells);

/// <summary>One cell as printed.</summary>
/// <param name="Text">What the reader sees, stars, brackets and signs included.</param>
/// <param name="QuantityIds">The numbers behind it; none for words.</param>
public sealed record CellContent(string Text, IReadOnlyList<QuantityId> QuantityIds);
