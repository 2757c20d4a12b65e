using ReportBuilder.Editions;

namespace ReportBuilder.Tables;

/// <summary>A table of the publication: its id (<c>tbl-individmodell</c>) and typed content. Caption and place stand in the templates.</summary>
/// <param name="Id">Id with the prefix <c>tbl-</c>.</param>
/// <param name="Columns">Columns; the first is normally the row label.</param>
/// <param name="Rows">Rows, each with one cell a column.</param>
/// <param name="Notes">Lines printed under the table, already in words.</param>
public sealed record Table(string Id, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>True when the table only says why it could not be made.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Ids of all quantities printed, row by row.</summary>
    public IReadOnlyList<QuantityId> QuantityIds => [.. Rows.SelectMany(r => r.Cells).SelectMany(c => c.Quantities).Select(q => q.Id)];
}

/// <summary>What a column holds; decides alignment.</summary>
public enum ColumnKind
{
    /// <summary>Words, set ragged right.</summary>
    Text,

    /// <summary>Numbers, aligned on the decimal comma.</summary>
    Number,
}

/// <summary>One column.</summary>
/// <param name="Header">Head, in words; empty for none.</param>
/// <param name="Kind">What it holds.</param>
public sealed record TableColumn(string Header, ColumnKind Kind);

/// <summary>What a row is; decides weight and rules.</summary>
public enum RowKind
{
    /// <summary>An ordinary row.</summary>
    Data,

    /// <summary>A heading over the rows that follow: only its first cell is filled, and it spans the table.</summary>
    Group,

    /// <summary>A closing row (totals, N, log likelihood), set off by a thin rule above the first of them.</summary>
    Summary,
}

/// <summary>One row.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Cells">One cell a column; a group row has one cell only.</param>
public sealed record TableRow(RowKind Kind, IReadOnlyList<TableCell> Cells);

/// <summary>One cell.</summary>
public abstract record TableCell
{
    /// <summary>Quantities printed in the cell.</summary>
    public virtual IEnumerable<Quantity> Quantities => [];
}

/// <summary>Words.</summary>
/// <param name="Text">The words; empty for an empty cell.</param>
public sealed record TextCell(string Text) : TableCell;

/// <summary>One number, printed with its own decimals; with the per cent sign when it is a share.</summary>
/// <param name="Quantity">The number.</param>
public sealed record QuantityCell(Quantity Quantity) : TableCell
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [Quantity];
}

/// <summary>A number of records, printed with «0» when there are none: a line that nothing passed through is told in plain figures.</summary>
/// <param name="Quantity">The number.</param>
public sealed record CountCell(Quantity Quantity) : TableCell
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [Quantity];
}

/// <summary>An interval of uncertainty, printed «0,20–0,71»; the sign of the status when there is none.</summary>
/// <param name="Quantity">The number that carries the interval.</param>
public sealed record IntervalCell(Quantity Quantity) : TableCell
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [Quantity];
}

/// <summary>A coefficient with stars and its standard error in brackets: «0,46*** (0,13)».</summary>
/// <param name="Estimate">The coefficient.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="PValue">Its p-value, which decides the stars; not printed as such.</param>
public sealed record EstimateCell(Quantity Estimate, Quantity StandardError, Quantity PValue) : TableCell
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [Estimate, StandardError, PValue];
}

/// <summary>A p-value: «0,013», or «&lt; 0,001» below that.</summary>
/// <param name="Quantity">The p-value.</param>
public sealed record PValueCell(Quantity Quantity) : TableCell
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [Quantity];
}

/// <summary>A number, or its interval, told in words («under 0,000001», «−1,2 til 3,4»).</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Words">The words.</param>
public sealed record WordedCell(Quantity Quantity, string Words) : TableCell
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [Quantity];
}
